import { resolveProfile } from '../../../src/config/index.ts';
import type { Profile } from '../../../src/model/profile.ts';

/** The files as data, or as text where it matters how they are written. */
export interface JsonFiles {
  readonly rules?: unknown;
  readonly gates?: unknown;
}

const toText = (file: unknown): string | null => {
  if (file === undefined) return null;
  return typeof file === 'string' ? file : JSON.stringify(file, null, 2);
};

/** The texts of the files, indented like those that CodeScene writes. */
export function toTexts({ rules, gates }: JsonFiles) {
  return { rules: toText(rules), gates: toText(gates) };
}

/** The profile that CodeScene's own files make. */
export function resolveJson(files: JsonFiles): Promise<Profile> {
  return resolveProfile({ codesceneFiles: toTexts(files), origin: 'the test' });
}

/** A rules file with one set for every file. */
export function oneSet(set: { readonly rules?: unknown; readonly thresholds?: unknown }) {
  return { rule_sets: [{ matching_content_path: '**/*', ...set }] };
}
