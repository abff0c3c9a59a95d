import { type Head, listChangedFiles } from '../../src/git/list-changed-files.ts';
import type { ChangedFile } from '../../src/model/source.ts';
import type { TestRepository } from '../helpers/create-repository.ts';
import { open } from './open.ts';

/** What differs between the base and the head. */
export async function changes(
  repository: TestRepository,
  base: string,
  head: Head,
): Promise<readonly ChangedFile[]> {
  return listChangedFiles(await open(repository), base, head);
}

/** A change in one line: `renamed a.ts -> b.ts`. */
export function line({ change, old, new: head }: ChangedFile): string {
  if (change === 'renamed') return `renamed ${old?.path} -> ${head?.path}`;
  return `${change} ${head?.path ?? old?.path}`;
}

/** The changes, each in one line. */
export async function lines(
  repository: TestRepository,
  base: string,
  head: Head,
): Promise<readonly string[]> {
  return (await changes(repository, base, head)).map(line);
}

/** So long that git still finds it after a rename and a small change. */
export const longText = Array.from({ length: 30 }, (_, number) => `const value${number} = ${number};\n`).join(
  '',
);
