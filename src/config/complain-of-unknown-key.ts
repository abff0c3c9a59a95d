import { gateNames } from '../model/profile.ts';
import type { Complaint } from './complaint.ts';
import type { KeyPath } from './key-path.ts';
import { knownKeys } from './known-keys.ts';
import { smellWords } from './known-smells.ts';
import { nearest } from './nearest.ts';
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
};

/** A key that the schema does not have at this place: with the nearest valid one, or with all of them. */
export function complainOfUnknownKey(tree: YamlTree, path: KeyPath, key: string): Complaint {
  const keyPath = [...path, key];
  const valid = knownKeys(profileSchema, path);
  const home = path.length === 0 ? homeOf(key) : undefined;
  const suggestion = home ? null : nearest(key, valid);
  const message = `unknown key${advice(home, suggestion, valid)}`;
  return { position: tree.keyPosition(keyPath), path: keyPath, message, suggestion };
}

function homeOf(key: string): string | undefined {
  return Object.keys(homes).find((home) => homes[home]?.includes(key));
}

function advice(home: string | undefined, suggestion: string | null, valid: readonly string[]): string {
  if (home) return `, it belongs under "${home}"`;
  return suggestion === null && valid.length <= mostListed ? `, expected ${listWords(valid)}` : '';
}
