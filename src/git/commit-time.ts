import type { Repository } from './repository.ts';

/** When a commit, given by its full hash, was committed, in seconds since 1970. */
export async function commitTime(repository: Repository, commit: string): Promise<number> {
  const { stdout } = await repository.run([
    'rev-list',
    '--no-walk',
    '--timestamp',
    '--end-of-options',
    commit,
  ]);
  return Number.parseInt(stdout.toString(), 10);
}
