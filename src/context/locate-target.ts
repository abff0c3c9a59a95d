import {
  askRemoteTip,
  canLeaveOutBlobs,
  expandCommitHash,
  findMergeBase,
  type Repository,
  readHistory,
  resolveCommit,
} from '../git/index.ts';
import { chooseBuildTarget } from './choose-build-target.ts';
import { findFallback } from './find-fallback.ts';
import { interpretGiven } from './interpret-given.ts';
import { resolveHead } from './resolve-head.ts';
import { resolveTarget } from './resolve-target.ts';
import { assessSituation, type ContextRequest, type Situation } from './situation.ts';

/** What the head would be compared with, as far as that can be told without fetching anything. */
export interface LocatedTarget {
  readonly ref: string;
  /** Full hash in this clone; `null` where it has to be fetched. */
  readonly commit: string | null;
  /** The branch of `origin` that would be fetched; `null` for a revision of the clone. */
  readonly branch: string | null;
  /** What `origin` says of that branch; `null` where it is not asked. */
  readonly remote: { readonly tip: string | null } | { readonly error: unknown } | null;
}

/** How long `origin` may take to answer. */
const remoteSeconds = 8;

/**
 * Finds what `resolveContext` would compare with, without changing the clone: asks `origin` where that would fetch.
 * @returns `null` where there is nothing to compare: a build of a tag, or of the main branch itself
 * @throws CodeScenePrError where it cannot be known
 */
export async function locateTarget(request: ContextRequest): Promise<LocatedTarget | null> {
  const situation = assessSituation(request);
  if (!situation.inPipeline) return locateLocally(situation);
  const given = situation.options.target;
  if (given !== undefined) return locateGiven(situation, given);
  const chosen = await chooseBuildTarget(situation);
  return 'reason' in chosen ? null : locateAtOrigin(situation, chosen.branch);
}

/** Outside of a pipeline nothing is fetched anyway. */
async function locateLocally(situation: Situation): Promise<LocatedTarget | null> {
  const tip = await resolveCommit(situation.repository, 'HEAD');
  const resolved = await resolveTarget(situation, tip ?? '');
  if ('reason' in resolved) return null;
  const { ref, commit } = resolved.target;
  return { ref, commit: commit === '' ? null : commit, branch: null, remote: null };
}

async function locateGiven(situation: Situation, given: string): Promise<LocatedTarget> {
  const meant = await interpretGiven(situation, given);
  if (meant && 'branch' in meant) return locateAtOrigin(situation, meant.branch);
  return { ref: given, commit: meant?.commit ?? null, branch: null, remote: null };
}

async function locateAtOrigin(situation: Situation, branch: string): Promise<LocatedTarget> {
  const { repository } = situation;
  const remote = await askRemoteTip(repository, branch, remoteSeconds).then(
    (tip) => ({ tip }),
    (error: unknown) => ({ error }),
  );
  const tip = 'tip' in remote ? remote.tip : null;
  const known = tip === null ? null : await expandCommitHash(repository, tip);
  const commit = tip === null ? ((await findFallback(situation, branch))?.commit ?? null) : known;
  return { ref: branch, commit, branch, remote };
}

/**
 * The merge base that the clone already has.
 * @throws CodeScenePrError where it is not there, or cannot be trusted, or the head is not there
 */
export async function findLocalMergeBase(request: ContextRequest, target: string): Promise<string> {
  const situation = assessSituation(request);
  // Without a branch nothing is fetched.
  const pipelines = { ...situation.pipelines, branch: null };
  const { tip } = await resolveHead({ ...situation, pipelines });
  return findMergeBase(situation.repository, { head: tip, target });
}

/** Whether the year before a commit is in the clone, or can be had from `origin` without the contents of files. */
export async function findHistory(
  repository: Repository,
  { commit, branch }: Pick<LocatedTarget, 'commit' | 'branch'>,
  mayAskOrigin: boolean,
): Promise<'complete' | 'from-origin' | 'missing'> {
  if (!repository.shallow) return 'complete';
  if (commit !== null && (await readHistory(repository, commit)).isComplete) return 'complete';
  const isThere = mayAskOrigin && branch !== null && (await canLeaveOutBlobs(repository).catch(() => false));
  return isThere ? 'from-origin' : 'missing';
}
