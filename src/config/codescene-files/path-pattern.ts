import { isPattern } from '../pattern-shape.ts';
import type { Originated } from '../profile-layer.ts';
import { type JsonFile, originIn, quoted, warn } from './json-file.ts';

/** The files that a rule set is for: a pattern, or every file. */
export type SetFiles = Originated<string> | 'every file';

/** Patterns that match every path. */
const everything: readonly string[] = ['**', '**/*', '**/**', '**/**/*'];

/**
 * The pattern of the rule set at an index as ours, which are relative to the root without a slash before them;
 * `null`, after a warning, where no pattern of ours does the same.
 */
export function readSetFiles(file: JsonFile, index: number, written: string | undefined): SetFiles | null {
  const path = ['rule_sets', index, 'matching_content_path'];
  const pattern = (written ?? '**').trim().replace(/^(?:\.?\/)+/, '');
  if (everything.includes(pattern)) return 'every file';
  if (isPattern(pattern)) {
    return { value: pattern, origin: originIn(file, path) };
  }
  warn(
    file,
    path,
    `the pattern ${quoted(written ?? '')} cannot be honoured, so the rule set is left out; expected a pattern from the root of the repository, without "!" before it, without "*(" or "+(", and with few "*"`,
  );
  return null;
}
