import { nearest } from '../text/nearest.ts';
import type { KeyPath } from './key-path.ts';

/** Words that people write for a valid one, where spelling alone would not find it. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  yes: ['on'],
  y: ['on'],
  enable: ['on'],
  enabled: ['on'],
  true: ['on', 'always'],
  on: ['always'],
  no: ['off', 'never'],
  n: ['off'],
  none: ['off', 'never', 'no-goal'],
  disable: ['off'],
  disabled: ['off'],
  false: ['off', 'never'],
  off: ['never'],
  error: ['critical', 'fail'],
  warning: ['advisory', 'warn'],
  honor: ['honour'],
};

/** What a wrong value at a path most likely means: one of the valid words, or a file's full name; or `null`. */
export function suggestValue(value: unknown, path: KeyPath, words: readonly string[]): string | null {
  if (typeof value !== 'string' && typeof value !== 'boolean') return null;
  if (path[0] === 'extends' && /^\w[^:]*\.ya?ml$/.test(String(value))) return `./${value}`;
  const written = String(value);
  const meant = Object.hasOwn(meanings, written.toLowerCase()) ? meanings[written.toLowerCase()] : undefined;
  return meant?.find((word) => words.includes(word)) ?? nearest(written, words);
}
