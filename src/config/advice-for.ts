import { isBuiltInName } from './built-in/names.ts';
import type { KeyPath } from './key-path.ts';
import { knownKeys } from './known-keys.ts';
import { smellIdOf } from './known-smells.ts';
import { profileSchema } from './profile-schema.ts';
import { listWords } from './value-schemas.ts';

/** A wrong value, where it stands, and what was expected of it. */
interface WrongValue {
  readonly value: unknown;
  readonly path: KeyPath;
  readonly expectsNumber: boolean;
  readonly expectsText: boolean;
}

/** As many keys as a message can list. */
const mostListed = 10;

/** What to do about a wrong value that people write often, to stand behind the message; empty for others. */
export function adviceFor(wrong: WrongValue): string {
  const advice = adviceForText(wrong) ?? adviceForNumber(wrong) ?? adviceForCollection(wrong);
  return advice === null ? '' : `: ${advice}`;
}

function adviceForText({ value, path, expectsNumber }: WrongValue): string | null {
  if (typeof value !== 'string') return null;
  if (expectsNumber) return adviceForNumberInText(value.trim());
  if (path.length === 0 && isBuiltInName(value)) return `write "extends: ${value}"`;
  if (path[0] === 'extends') return adviceForExtends(value);
  return adviceForPattern(value) ?? adviceForWord(value, path) ?? adviceForKeys(path, value);
}

function adviceForNumberInText(text: string): string | null {
  if (/^[\d.]+ *%$/.test(text)) return 'leave out the percent sign';
  if (/^\d+,\d+$/.test(text)) return 'write it with a point';
  if (/^\d+(?:_\d+)+$/.test(text)) return 'leave out the underscores';
  return text !== '' && Number.isFinite(Number(text)) ? 'leave out the quotes' : null;
}

function adviceForExtends(value: string): string | null {
  return value.includes('://') ? 'a profile extends files of its own repository alone' : null;
}

/** Patterns alone are refused for how they begin. */
function adviceForPattern(value: string): string | null {
  if (value.startsWith('!')) return 'to measure files in spite of a pattern, list them in "files.include"';
  if (value.startsWith('/')) return 'leave out the "/" before it';
  if (value.startsWith('../')) return 'files outside of the repository are never measured';
  return value.includes('\\') ? 'write folders with "/"' : null;
}

function adviceForWord(value: string, path: KeyPath): string | null {
  const key = path.at(-1);
  const isRulesGate = key === 'critical-rules' || key === 'advisory-rules';
  if (isRulesGate && smellIdOf(value) !== undefined) return `write it as a list, [${value}]`;
  const isSeverity = value === 'critical' || value === 'advisory';
  if (isSeverity && isRule(path)) return `write { severity: ${value} }`;
  return /^[\w-]+:\S/.test(value) ? 'there is no space behind the colon' : null;
}

function isRule(path: KeyPath): boolean {
  return path.at(-2) === 'rules';
}

/** A number where a map with a limit belongs, or where text does. */
function adviceForNumber({ value, path, expectsText }: WrongValue): string | null {
  if (typeof value !== 'number') return null;
  if (expectsText) return 'put it in quotes';
  const limit = knownKeys(profileSchema, path).find((key) => /^m(?:ax|in)-/.test(key));
  return limit === undefined ? null : `write { ${limit}: ${value} }`;
}

function adviceForCollection({ value, path }: WrongValue): string | null {
  if (path.length === 1 && (path[0] === 'overrides' || path[0] === 'goals')) {
    return 'begin each entry with "- files:"';
  }
  return (Array.isArray(value) ? adviceForList(path) : null) ?? adviceForKeys(path, value);
}

/** A list where a map or a name belongs. */
function adviceForList(path: KeyPath): string | null {
  const key = path.at(-1);
  if (key === 'rules' || key === 'gates') return 'write each as "<name>: on" on a line of its own';
  return path[0] === 'extends' ? 'name one, which can extend the next in turn' : null;
}

/** A list, text or switch where a section of settings belongs. */
function adviceForKeys(path: KeyPath, value: unknown): string | null {
  const keys = knownKeys(profileSchema, path);
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (path.length !== 1 || isMap || keys.length === 0 || keys.length > mostListed) return null;
  return keys.length === 1
    ? `its key is ${keys[0]}`
    : `its keys are ${listWords(keys).replace(' or ', ' and ')}`;
}
