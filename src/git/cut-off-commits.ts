import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Repository } from './repository.ts';

/** Full hashes of the commits whose parents a shallow clone does not have; empty for a whole clone. */
export async function cutOffCommits({ commonDirectory }: Repository): Promise<ReadonlySet<string>> {
  const text = await readFile(path.join(commonDirectory, 'shallow'), 'utf8').catch(() => '');
  return new Set(text.split('\n').filter((line) => line !== ''));
}
