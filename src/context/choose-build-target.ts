import { EnvironmentError } from '../errors.ts';
import { findDefaultBranch, quoted } from '../git/index.ts';
import type { Situation } from './situation.ts';

/** What a build without `--target` is compared with: a branch of `origin`, or why there is nothing. */
export type BuildTarget =
  | { readonly branch: string; readonly isMainBranch: boolean }
  | { readonly reason: string };

/**
 * Chooses what a build is compared with: the branch that its pull request is to be merged into, else the main branch.
 * Nothing is fetched.
 * @throws EnvironmentError where the branch is not known
 */
export async function chooseBuildTarget({
  repository,
  pipelines,
  pullRequest,
}: Situation): Promise<BuildTarget> {
  const { branch, tag, destinationBranch } = pipelines;
  if (pullRequest !== null) {
    return { branch: destinationBranch ?? refuseUnnamedDestination(pullRequest), isMainBranch: false };
  }
  if (branch === null && tag !== null) {
    return { reason: `This is a build of the tag ${quoted(tag)}: there is nothing to compare.` };
  }
  const main = await findDefaultBranch(repository, { network: true });
  if (main === null) {
    throw new EnvironmentError('The main branch of this repository is not known.', {
      reason:
        'This build is for no pull request, origin did not say which branch is its main one, and the clone has neither main nor master.',
      hint: 'Give it by --target.',
    });
  }
  return branch === main
    ? { reason: `This is a build of the main branch ${quoted(main)} itself: there is nothing to compare.` }
    : { branch: main, isMainBranch: true };
}

/** @throws EnvironmentError always */
export function refuseUnnamedDestination(pullRequest: Situation['pullRequest']): never {
  throw new EnvironmentError('BITBUCKET_PR_DESTINATION_BRANCH is not set.', {
    reason: `It names the branch that pull request ${pullRequest} is to be merged into.`,
    hint: 'Give --target, or hand the variable on to the container that this runs in.',
  });
}
