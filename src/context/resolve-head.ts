import { EnvironmentError, GitError } from '../errors.ts';
import {
  expandCommitHash,
  fetchBranch,
  findCurrentBranch,
  type Head,
  isBranchName,
  isFullHash,
  quoted,
  type Repository,
  resolveCommit,
  resolveRef,
} from '../git/index.ts';
import type { Situation } from './situation.ts';

/** The judged side. */
export interface ResolvedHead {
  readonly head: Head;
  /** Full hash of the commit that the merge base is looked for from. */
  readonly tip: string;
  readonly sourceBranch: string | null;
}

function commitHead(commit: string, sourceBranch: string | null): ResolvedHead {
  return { head: { kind: 'commit', commit }, tip: commit, sourceBranch };
}

async function resolveUncommitted(
  repository: Repository,
  kind: 'index' | 'working-tree',
): Promise<ResolvedHead> {
  const tip = await resolveCommit(repository, 'HEAD');
  if (tip === null) {
    throw new GitError('This repository has no commit yet.', {
      reason: 'There is nothing that the changes could be compared with.',
      hint: 'Make the first commit, then run again.',
    });
  }
  return { head: { kind }, tip, sourceBranch: await findCurrentBranch(repository) };
}

/**
 * The commit that `--source` names.
 * @throws GitError where the clone has none of that name
 */
export async function resolveGiven(repository: Repository, source: string): Promise<ResolvedHead> {
  const mayBeBranch = isBranchName(source) && !isFullHash(repository, source);
  const branchCommit = async (namespace: string) =>
    mayBeBranch ? resolveRef(repository, `${namespace}/${source}`) : null;
  const [ofRemote, ofClone, meant] = await Promise.all([
    branchCommit('refs/remotes/origin'),
    branchCommit('refs/heads'),
    resolveCommit(repository, source),
  ]);
  const commit = meant ?? ofRemote;
  if (commit === null) {
    throw new GitError(`--source ${quoted(source)} names no commit of this clone.`, {
      hint: 'Give a branch, a tag or a hash that the clone has; git fetch origin gets what is missing.',
    });
  }
  return commitHead(commit, ofClone !== null || ofRemote !== null ? source : null);
}

/** The commit of a build: fetched with its branch where a clone of another making lacks it. */
async function findBuildCommit({ repository, pipelines }: Situation, hash: string): Promise<string | null> {
  const commit = await expandCommitHash(repository, hash);
  if (commit !== null || pipelines.branch === null) return commit;
  await fetchBranch(repository, pipelines.branch);
  return expandCommitHash(repository, hash);
}

/**
 * The commit that the build is for: never HEAD, which in a pull request pipeline can be a merge commit that
 * Bitbucket does not know.
 */
async function resolveBuild(situation: Situation): Promise<ResolvedHead> {
  const { options, pipelines } = situation;
  const hash = options.commit ?? pipelines.commit;
  if (hash === null) {
    throw new EnvironmentError('BITBUCKET_COMMIT is not set.', {
      reason: 'In a pipeline it names the commit that is judged.',
      hint: 'Give --source, or hand the variable on to the container that this runs in.',
    });
  }
  const commit = await findBuildCommit(situation, hash);
  if (commit === null) {
    throw new GitError(`The commit ${quoted(hash)} of this build is not in the clone.`, {
      reason: 'The branch has moved on since, or was cloned without it.',
      hint: 'Run the pipeline again, or set "clone: depth: full" on the step in bitbucket-pipelines.yml.',
    });
  }
  return commitHead(commit, pipelines.branch);
}

/**
 * Finds the judged side: what a flag names, else the build's commit, else the working tree.
 *
 * @throws EnvironmentError where a variable of the build is missing
 * @throws GitError where the commit is not in the clone, or nothing was ever committed
 */
export async function resolveHead(situation: Situation): Promise<ResolvedHead> {
  const { repository, options, pipelines, inPipeline } = situation;
  if (options.staged === true) return resolveUncommitted(repository, 'index');
  if (options.source !== undefined) {
    const given = await resolveGiven(repository, options.source);
    return { ...given, sourceBranch: pipelines.branch ?? given.sourceBranch };
  }
  return inPipeline ? resolveBuild(situation) : resolveUncommitted(repository, 'working-tree');
}
