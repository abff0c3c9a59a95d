import { GitError } from '../errors.ts';
import { gitFailure, quoted } from './describe-output.ts';
import { isBranchName } from './ref-names.ts';
import { remoteArguments } from './remote-arguments.ts';
import type { Repository } from './repository.ts';

/**
 * The full hash of a branch's tip as `origin` has it now; `null` where it has no such branch. Fetches nothing.
 * @throws GitError with git's own words where `origin` does not answer
 */
export async function askRemoteTip(
  repository: Repository,
  branch: string,
  timeoutSeconds: number,
): Promise<string | null> {
  if (!isBranchName(branch)) throw new GitError(`${quoted(branch)} is not the name of a branch.`);
  const ref = `refs/heads/${branch}`;
  const result = await repository.run(
    [...remoteArguments(repository), 'ls-remote', '--quiet', '--upload-pack=git-upload-pack', 'origin', ref],
    { network: true, timeoutSeconds },
  );
  if (result.exitCode !== 0) {
    throw gitFailure(
      'origin does not answer.',
      result,
      'Try it by hand with git ls-remote origin, and compare the address with that of git remote get-url origin.',
    );
  }
  // The pattern also matches longer names that end like it.
  const lines = result.stdout.toString().split('\n');
  return lines.find((line) => line.endsWith(`\t${ref}`))?.split('\t')[0] ?? null;
}
