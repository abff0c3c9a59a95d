import { GitError } from '../errors.ts';
import {
  fetchBranch,
  findDefaultBranch,
  isBranchName,
  isFullHash,
  quoted,
  type Repository,
  resolveCommit,
  resolveRef,
  resolveRefs,
} from '../git/index.ts';
import type { Target } from './check-context.ts';
import { chooseBuildTarget, refuseUnnamedDestination } from './choose-build-target.ts';
import { findFallback } from './find-fallback.ts';
import { interpretGiven } from './interpret-given.ts';
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

async function resolveGivenInPipeline(situation: Situation, given: string): Promise<ResolvedTarget> {
  const meant = await interpretGiven(situation, given);
  if (meant === null) throw unknownTarget(given);
  if ('branch' in meant) return resolveRemoteBranch(situation, meant.branch);
  return { target: { ref: given, commit: meant.commit }, branch: null, notes: [] };
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
  const commits = await resolveRefs(repository, candidates);
  for (const [index, candidate] of candidates.entries()) {
    const commit = commits[index] ?? null;
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
