import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Repository } from './repository.ts';

/** Full hashes of the commits whose parents a shallow clone does not have; empty for a whole clone. */
export async function cutOffCommits(repository: Repository): Promise<ReadonlySet<string>> {
  const { stdout } = await repository.run(['rev-parse', '--git-path', 'shallow']);
  const file = path.resolve(repository.root, stdout.toString().trim());
  const text = await readFile(file, 'utf8').catch(() => '');
  return new Set(text.split('\n').filter((line) => line !== ''));
}
