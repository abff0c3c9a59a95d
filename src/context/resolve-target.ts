import { EnvironmentError, GitError } from '../errors.ts';
import {
  expandCommitHash,
  fetchBranch,
  findDefaultBranch,
  isBranchName,
  isCommitHash,
  isFullHash,
  quoted,
  type Repository,
  resolveCommit,
  resolveRef,
} from '../git/index.ts';
import type { Target } from './check-context.ts';
import type { Situation } from './situation.ts';

/** What the head is compared with, or why there is nothing. */
export type ResolvedTarget =
  | {
      readonly target: Target;
      /** Name of its branch at `origin`, where its history may be fetched from there. */
      readonly branch: string | null;
      readonly notes: readonly string[];
    }
  | { readonly reason: string };

type Tip = string | Promise<string>;

type FoundTarget = Extract<ResolvedTarget, { target: Target }>;

function unknownTarget(given: string, reason?: string): GitError {
  return new GitError(`The target ${quoted(given)} is not in this clone.`, {
    ...(reason === undefined ? {} : { reason }),
    hint: `Fetch it, for instance with git fetch origin "+refs/heads/main:refs/remotes/origin/main", or give another one by --target.`,
  });
}

/** The branch of `origin` that a revision names; `null` for a tag, a hash or an expression. */
export function branchOfRevision(revision: string): string | null {
  const name = revision.replace(/^(?:refs\/heads\/|refs\/remotes\/origin\/|origin\/)/, '');
  return isBranchName(name) && !name.startsWith('refs/') ? name : null;
}

interface Fallback {
  readonly name: string;
  readonly commit: string;
}

/**
 * What the clone already has of a branch that cannot be fetched, newest first. A tag comes last: anybody who
 * may push can make one that is named like the branch.
 */
export async function findFallback(
  { repository, pipelines }: Situation,
  branch: string,
): Promise<Fallback | null> {
  const named = (name: string, commit: string | null) => (commit === null ? null : { name, commit });
  const ofRemote = `refs/remotes/origin/${branch}`;
  const ofBuild = pipelines.destinationBranch === branch ? pipelines.destinationCommit : null;
  const ofClone = `refs/heads/${branch}`;
  const ofTag = `refs/tags/${branch}`;
  return (
    named(ofRemote, await resolveRef(repository, ofRemote)) ??
    named(
      'BITBUCKET_PR_DESTINATION_COMMIT',
      ofBuild === null ? null : await expandCommitHash(repository, ofBuild),
    ) ??
    named(ofClone, await resolveRef(repository, ofClone)) ??
    named(ofTag, await resolveRef(repository, ofTag))
  );
}

/** The tip of a branch of `origin`; what the clone has of it, with a note, where it cannot be fetched. */
async function resolveRemoteBranch(situation: Situation, branch: string): Promise<FoundTarget> {
  try {
    const commit = await fetchBranch(situation.repository, branch);
    return { target: { ref: branch, commit }, branch, notes: [] };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const fallback = await findFallback(situation, branch);
    if (fallback === null) throw unknownTarget(branch, `${error.message} ${error.reason ?? ''}`.trimEnd());
    const note = `The target branch ${quoted(branch)} could not be fetched, so ${fallback.name} of this clone is compared with, which may be older (${error.reason ?? error.message}).`;
    return { target: { ref: branch, commit: fallback.commit }, branch, notes: [note] };
  }
}

/**
 * What `--target` names in a pipeline: a commit of the clone, where it can be no branch or looks like a hash, else a
 * branch of `origin`; `null` where it is neither. Nothing is fetched.
 */
export async function interpretGiven(
  { repository }: Situation,
  given: string,
): Promise<{ readonly commit: string } | { readonly branch: string } | null> {
  const branch = branchOfRevision(given);
  const mayBeCommit = branch === null || isCommitHash(given);
  const commit = mayBeCommit ? await resolveCommit(repository, given) : null;
  if (commit !== null) return { commit };
  return branch === null ? null : { branch };
}

async function resolveGivenInPipeline(situation: Situation, given: string): Promise<ResolvedTarget> {
  const meant = await interpretGiven(situation, given);
  if (meant === null) throw unknownTarget(given);
  if ('branch' in meant) return resolveRemoteBranch(situation, meant.branch);
  return { target: { ref: given, commit: meant.commit }, branch: null, notes: [] };
}

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

function refuseUnnamedDestination(pullRequest: Situation['pullRequest']): never {
  throw new EnvironmentError('BITBUCKET_PR_DESTINATION_BRANCH is not set.', {
    reason: `It names the branch that pull request ${pullRequest} is to be merged into.`,
    hint: 'Give --target, or hand the variable on to the container that this runs in.',
  });
}

/**
 * The tip of the branch that the build's pull request is to be merged into.
 * @throws EnvironmentError where its variable is missing
 * @throws GitError where it is not to be had
 */
export async function resolvePullRequestTarget(situation: Situation): Promise<FoundTarget> {
  const { destinationBranch } = situation.pipelines;
  return resolveRemoteBranch(situation, destinationBranch ?? refuseUnnamedDestination(situation.pullRequest));
}

async function resolveBuildTarget(situation: Situation): Promise<ResolvedTarget> {
  const chosen = await chooseBuildTarget(situation);
  if ('reason' in chosen) return chosen;
  const resolved = await resolveRemoteBranch(situation, chosen.branch);
  if (!chosen.isMainBranch) return resolved;
  const note = `This build is for no pull request: it is compared with the main branch ${quoted(chosen.branch)}, and nothing is published unless --publish says so.`;
  return { ...resolved, notes: [...resolved.notes, note] };
}

async function resolveGivenLocally(repository: Repository, given: string): Promise<ResolvedTarget> {
  const [ofRemote, meant] = await Promise.all([
    isBranchName(given) && !isFullHash(repository, given)
      ? resolveRef(repository, `refs/remotes/origin/${given}`)
      : null,
    resolveCommit(repository, given),
  ]);
  const commit = meant ?? ofRemote;
  if (commit === null) throw unknownTarget(given);
  return { target: { ref: given, commit }, branch: null, notes: [] };
}

async function resolveLocalDefault(repository: Repository, tip: Tip): Promise<ResolvedTarget> {
  const main = await findDefaultBranch(repository, { network: false });
  const candidates = main === null ? [] : [`refs/remotes/origin/${main}`, `refs/heads/${main}`];
  for (const candidate of candidates) {
    const commit = await resolveRef(repository, candidate);
    const ref = candidate.replace(/^refs\/(?:remotes|heads)\//, '');
    if (commit !== null) return { target: { ref, commit }, branch: null, notes: [] };
  }
  const note =
    'No main branch is known here, so only what is not committed yet is judged; --target names a branch to compare with.';
  return { target: { ref: 'HEAD', commit: await tip }, branch: null, notes: [note] };
}

/**
 * Finds what the head is compared with.
 *
 * In a pipeline: what `--target` names, else the pull request's destination branch, else the repository's
 * main branch; its tip is fetched. Elsewhere: what `--target` names, else the remote's main branch as the
 * clone has it, else the clone's own, else HEAD; the network is not touched.
 *
 * @param tip full hash of the judged side's commit; waited for only where it matters
 * @throws EnvironmentError where a variable of the build is missing
 * @throws GitError where the target is not to be had
 */
export async function resolveTarget(situation: Situation, tip: Tip): Promise<ResolvedTarget> {
  const { repository, options, inPipeline } = situation;
  if (!inPipeline) {
    return options.target === undefined
      ? resolveLocalDefault(repository, tip)
      : resolveGivenLocally(repository, options.target);
  }
  if (options.target !== undefined) return resolveGivenInPipeline(situation, options.target);
  return resolveBuildTarget(situation);
}
