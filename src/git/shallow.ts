import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Repository } from './repository.ts';

type Clone = Pick<Repository, 'commonDirectory'>;

/** The file in which git keeps where history is cut off; a whole clone has none (gitrepository-layout(5), "shallow"). */
const shallowFile = ({ commonDirectory }: Clone) => path.join(commonDirectory, 'shallow');

/** Whether history is cut off now: fetching can change that. */
export async function isShallow(clone: Clone): Promise<boolean> {
  try {
    await access(shallowFile(clone));
    return true;
  } catch {
    return false;
  }
}

/** Full hashes of the commits whose parents a shallow clone does not have; empty for a whole clone. */
export async function cutOffCommits(clone: Clone): Promise<ReadonlySet<string>> {
  const text = await readFile(shallowFile(clone), 'utf8').catch(() => '');
  return new Set(text.split('\n').filter((line) => line !== ''));
}
