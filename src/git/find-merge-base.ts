import { GitError } from '../errors.ts';
import { commitTime } from './commit-time.ts';
import { gitFailure, quoted } from './describe-output.ts';
import { type FetchDepth, fetchRef } from './fetch-branch.ts';
import type { Repository } from './repository.ts';
import { cutOffCommits, isShallow } from './shallow.ts';

/** Two full hashes whose common ancestor is looked for. */
interface Tips {
  readonly head: string;
  readonly target: string;
}

/** Each step fetches more history than all before it, so that a far merge base costs few round trips. */
const deepenSteps: readonly FetchDepth[] = [{ deepen: 100 }, { deepen: 400 }, { deepen: 1600 }, 'unshallow'];

async function askGit(repository: Repository, { head, target }: Tips): Promise<string | null> {
  const result = await repository.run(['merge-base', '--end-of-options', head, target]);
  if (result.exitCode === 0) return result.stdout.toString().trim();
  if (result.exitCode === 1) return null;
  throw gitFailure('The merge base could not be looked up.', result);
}

/**
 * Whether cut-off history can hide a better common ancestor than the one found: it does where a commit
 * newer than the one found, on either side of it, has lost its parents.
 */
async function mayBeHidden(repository: Repository, { head, target }: Tips, base: string): Promise<boolean> {
  const newer = `--max-age=${(await commitTime(repository, base)) + 1}`;
  const result = await repository.run(['rev-list', newer, '--end-of-options', head, target, `^${base}`]);
  if (result.exitCode !== 0) throw gitFailure('The history could not be read.', result);
  const cutOff = await cutOffCommits(repository);
  return result.stdout
    .toString()
    .split('\n')
    .some((commit) => cutOff.has(commit));
}

/** The merge base as far as it can be trusted: `null` where it is not there or may not be the best one. */
async function trustedMergeBase(repository: Repository, tips: Tips): Promise<string | null> {
  const base = await askGit(repository, tips);
  if (base === null || !(await isShallow(repository))) return base;
  return (await mayBeHidden(repository, tips, base)) ? null : base;
}

/** Fetches more history of each branch; one that is gone from the remote does not stop the other. */
async function deepen(repository: Repository, branches: readonly string[], depth: FetchDepth): Promise<void> {
  const failures: unknown[] = [];
  for (const branch of branches) {
    try {
      // The first --unshallow leaves nothing to deepen, and git refuses a second one.
      if (await isShallow(repository)) await fetchRef(repository, branch, depth);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length < branches.length) return;
  throw new GitError('The merge base lies in history that this shallow clone does not have.', {
    reason:
      failures[0] instanceof GitError ? `${failures[0].message} ${failures[0].reason ?? ''}` : 'git failed.',
    hint: 'Clone the whole history: set "clone: depth: full" on the step in bitbucket-pipelines.yml.',
    cause: failures[0],
  });
}

function notFound({ head, target }: Tips, shallow: boolean): GitError {
  const shown = `${quoted(head)} and ${quoted(target)}`;
  if (shallow) {
    return new GitError(`The merge base of ${shown} lies in history that this shallow clone does not have.`, {
      hint: 'Fetch the whole history: git fetch --unshallow origin, or "clone: depth: full" on the step in bitbucket-pipelines.yml.',
    });
  }
  return new GitError(`${shown} have no common history.`, {
    reason: 'No commit is an ancestor of both, so there is nothing to compare with.',
    hint: 'Is the target the right one? It is given by --target, or by the pull request.',
  });
}

/**
 * The best common ancestor of head and target, as `git merge-base` chooses it: what a pull request is
 * compared with, however far its target has moved on.
 *
 * In a shallow clone the answer may be missing, or be an older ancestor than the true one because the way
 * to that is cut off; then history is deepened step by step, at last completely. A whole clone is never
 * fetched into with a depth, which would make it shallow.
 *
 * @param branches branches of `origin` whose history may be fetched for that; with none, the network is
 *   not touched
 * @throws GitError where there is no common ancestor, or it cannot be reached
 */
export async function findMergeBase(
  repository: Repository,
  tips: Tips,
  branches: readonly string[] = [],
): Promise<string> {
  let base = await trustedMergeBase(repository, tips);
  const steps = branches.length === 0 ? [] : deepenSteps;
  for (const depth of steps) {
    if (base !== null || !(await isShallow(repository))) break;
    await deepen(repository, branches, depth);
    base = await trustedMergeBase(repository, tips);
  }
  if (base === null) throw notFound(tips, await isShallow(repository));
  return base;
}
