import { resolveProfile } from '../../src/config/index.ts';
import type { Profile } from '../../src/model/profile.ts';

type Files = Readonly<Record<string, string>>;

/** Reads from plain data, as a repository would be read. */
export function readFrom(files: Files): (path: string) => Promise<string | null> {
  return (path) => Promise.resolve(Object.hasOwn(files, path) ? (files[path] ?? null) : null);
}

/** The profile of `.codescene/quality-profile.yml` with the other files beside it. */
export function resolveText(text: string, others: Files = {}): Promise<Profile> {
  const file = '.codescene/quality-profile.yml';
  return resolveProfile({ file, text, origin: `${file} at main`, readFile: readFrom(others) });
}
