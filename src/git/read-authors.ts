import { gitFailure } from './describe-output.ts';
import { nulFields } from './nul-fields.ts';
import type { Repository } from './repository.ts';

/** More commits of one change than this are not asked who made them. */
const maxCommits = 1000;

/**
 * Emails of the authors of the commits that `head` has and `base` has not, in lower case, each once and sorted;
 * as the commits have them: a `.mailmap` is part of the change, and could name somebody else. Merges do not count.
 *
 * @param base full hash
 * @param head full hash, or `HEAD`
 * @throws GitError where git cannot list them
 */
export async function readAuthors(
  repository: Repository,
  base: string,
  head: string,
): Promise<readonly string[]> {
  const result = await repository.run([
    'log',
    '-z',
    '--format=%ae',
    '--encoding=UTF-8',
    '--no-merges',
    '--no-notes',
    '--no-show-signature',
    `--max-count=${maxCommits}`,
    '--end-of-options',
    head,
    `^${base}`,
    '--',
  ]);
  if (result.exitCode !== 0) throw gitFailure('The authors of the change could not be listed.', result);
  return [...new Set(nulFields(result.stdout).map((field) => field.toString().toLowerCase()))].sort();
}
