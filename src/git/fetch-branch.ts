import { GitError } from '../errors.ts';
import { gitFailure, quoted } from './describe-output.ts';
import { isBranchName } from './ref-names.ts';
import { remoteArguments } from './remote-arguments.ts';
import type { Repository } from './repository.ts';
import { resolveRef } from './resolve-commit.ts';
import { isShallow } from './shallow.ts';

/** Depth at which a branch enters a shallow clone: the clone depth of Bitbucket Pipelines. */
const shallowDepth = 50;

/** How far a fetch reaches; only for clones that are shallow already. */
export type FetchDepth =
  | { readonly depth: number }
  | { readonly deepen: number }
  /** Commits since then, in seconds since 1970. */
  | { readonly since: number }
  | 'unshallow'
  | 'as-is';

/** What a fetch may do besides. */
export interface FetchOptions {
  /**
   * Leaves the contents of files out where the remote can do that. It makes a partial clone of the repository, so
   * it is for one of our own.
   */
  readonly withoutBlobs?: boolean;
  readonly timeoutSeconds?: number;
}

function depthArguments(depth: FetchDepth): readonly string[] {
  if (depth === 'as-is') return [];
  if (depth === 'unshallow') return ['--unshallow'];
  if ('since' in depth) return [`--shallow-since=${new Date(depth.since * 1000).toISOString()}`];
  return 'depth' in depth ? [`--depth=${depth.depth}`] : [`--deepen=${depth.deepen}`];
}

/**
 * The ref that a fetched branch is kept under: a namespace of our own, one level deep, so that no ref of
 * the user is touched and no name stands in the way of another (`a` of `a/b`).
 */
function privateRef(branch: string): string {
  return `refs/remotes/codescene-pr/${branch.replaceAll('%', '%25').replaceAll('/', '%2F')}`;
}

/**
 * Fetches one branch of `origin` by an explicit refspec: a single-branch clone, as Pipelines makes it,
 * knows no other way. No tags, hooks, submodules, pruning, maintenance or prompts.
 *
 * @throws GitError with git's own words where the remote refuses
 */
export async function fetchRef(
  repository: Repository,
  branch: string,
  depth: FetchDepth,
  { withoutBlobs = false, timeoutSeconds }: FetchOptions = {},
): Promise<string> {
  if (!isBranchName(branch)) throw new GitError(`${quoted(branch)} is not the name of a branch.`);
  const ref = privateRef(branch);
  const result = await repository.run(
    [
      ...remoteArguments(repository),
      'fetch',
      '--quiet',
      '--no-auto-maintenance',
      '--no-prune',
      '--no-recurse-submodules',
      '--no-tags',
      '--no-write-fetch-head',
      '--refmap=',
      '--upload-pack=git-upload-pack',
      ...depthArguments(depth),
      ...(withoutBlobs ? ['--filter=blob:none'] : []),
      '--end-of-options',
      'origin',
      `+refs/heads/${branch}:${ref}`,
    ],
    { network: true, ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }) },
  );
  if (result.exitCode !== 0) {
    throw gitFailure(
      `The branch ${quoted(branch)} could not be fetched from origin.`,
      result,
      `Fetch it before this step: git fetch origin "+refs/heads/${branch}:refs/remotes/origin/${branch}"`,
    );
  }
  const commit = await resolveRef(repository, ref);
  if (commit === null) throw new GitError(`The fetched branch ${quoted(branch)} is not a commit.`);
  return commit;
}

/**
 * Fetches the tip of a branch of `origin` into a private ref, and gives its full hash. A depth is only
 * asked for where the clone is shallow already: in a whole clone it would cut off history.
 *
 * @throws GitError where the branch does not exist or the remote refuses
 */
export async function fetchBranch(repository: Repository, branch: string): Promise<string> {
  const depth: FetchDepth = (await isShallow(repository)) ? { depth: shallowDepth } : 'as-is';
  return fetchRef(repository, branch, depth);
}
