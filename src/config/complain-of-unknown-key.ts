import { gateNames } from '../model/profile.ts';
import { nearest } from '../text/nearest.ts';
import type { Complaint } from './complaint.ts';
import type { KeyPath } from './key-path.ts';
import { knownKeys } from './known-keys.ts';
import { smellWords } from './known-smells.ts';
import { profileSchema } from './profile-schema.ts';
import type { YamlTree } from './read-yaml.ts';
import { listWords } from './value-schemas.ts';

/** As many keys as a message can list. */
const mostListed = 10;

/** Where keys belong that people put a level too high. */
const homes: Readonly<Record<string, readonly string[]>> = {
  gates: gateNames,
  rules: smellWords,
  files: ['exclude', 'include', 'unmeasured'],
  feedback: ['insights-report', 'annotations', 'build-status', 'comment'],
  goals: ['goal'],
  'gates.new-code-health': ['min-score'],
  'gates.code-health-decline': ['max-decline'],
  'gates.coverage': ['min-new-and-changed-lines', 'min-executable-lines'],
  'feedback.annotations': ['degradations', 'improvements', 'uncovered-lines'],
};

/** Words that people write for a key, where spelling alone would not find it. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  files: ['path', 'paths', 'pattern', 'patterns', 'glob', 'globs', 'match'],
  exclude: ['ignore', 'ignores', 'ignored', 'skip'],
  goals: ['goal'],
};

/** A key that the schema does not have at this place: with the nearest valid one, or with all of them. */
export function complainOfUnknownKey(tree: YamlTree, path: KeyPath, key: string): Complaint {
  const keyPath = [...path, key];
  const valid = knownKeys(profileSchema, path);
  const special = adviceForKey(path, key);
  const suggestion = special === null ? suggestKey(key, valid) : null;
  const message = `unknown key${special ?? listValid(path, suggestion, valid)}`;
  return { position: tree.keyPosition(keyPath), path: keyPath, message, suggestion };
}

function suggestKey(key: string, valid: readonly string[]): string | null {
  return valid.find((word) => meanings[word]?.includes(key)) ?? nearest(key, valid);
}

/** What to do about a key that cannot be meant as another one of the same place. */
function adviceForKey(path: KeyPath, key: string): string | null {
  if (key === '<<') return ', merge keys are not read: repeat the settings, or give a whole map an anchor';
  if (isRule(path) && ['enabled', 'enable', 'disabled', 'on', 'off'].includes(key)) {
    return `, a rule is switched by "${path.at(-1)}: off" or "on"`;
  }
  const home = Object.keys(homes).find((place) => homes[place]?.includes(key));
  const isTooHigh = home !== undefined && isAbove(path, home);
  return isTooHigh ? `, it belongs under "${home}"` : null;
}

function isRule(path: KeyPath): boolean {
  return path.at(-2) === 'rules';
}

/** Whether keys of a home may have been meant at a place: at the root, in its own section, in an entry of a list. */
function isAbove(path: KeyPath, home: string): boolean {
  if (path.length === 0) return true;
  if (home.includes('.')) return path.at(-1) === home.split('.')[0];
  return path[0] === 'overrides' && path.length === 2 && ['gates', 'rules', 'goals'].includes(home);
}

function listValid(path: KeyPath, suggestion: string | null, valid: readonly string[]): string {
  if (suggestion !== null) return '';
  if (path.at(-1) === 'rules')
    return ', expected the id or the name of a code smell: "codescene-pr explain" lists them';
  return valid.length <= mostListed ? `, expected ${listWords(valid)}` : '';
}
