import type { Repository } from './repository.ts';

/** How many commits led to HEAD, as far as the clone has them; `null` where nothing was committed. */
export async function countCommits(repository: Repository): Promise<number | null> {
  const { exitCode, stdout } = await repository.run(['rev-list', '--count', '--end-of-options', 'HEAD']);
  return exitCode === 0 ? Number.parseInt(stdout.toString(), 10) : null;
}
