import { GitError } from '../errors.ts';
import { type Repository, readHistory, readRemoteHistory, readSizes } from '../git/index.ts';
import {
  interpretHistory,
  listPathsToLookUp,
  minHotspotCommits,
  minSharedCommits,
  type Past,
} from '../history/index.ts';
import { isSupportedPath } from '../languages/index.ts';
import type { History } from '../model/history.ts';
import type { Profile } from '../model/profile.ts';

/** The history to load. */
export interface HistoryQuestion {
  readonly repository: Repository;
  /** Full hash of the commit that it led to. */
  readonly tip: string;
  /** The branch of `origin` that the tip stands on, where a shallow clone may ask for more; else `null`. */
  readonly remoteBranch: string | null;
  /** Paths that have to be known even if they seldom changed. */
  readonly paths: readonly string[];
  readonly profile: Pick<Profile, 'excludedBy'>;
  readonly inPipeline: boolean;
}

/** What is known of the last year, or in one sentence why nothing is. */
export type LoadedHistory = { readonly past: Past } | { readonly past: null; readonly warning: string };

/**
 * Loads the year before a commit: the clone's own history, and where that is cut off the remote's, if it may be
 * asked. What cannot be known is said and fails nothing.
 */
export async function loadHistory(question: HistoryQuestion): Promise<LoadedHistory> {
  try {
    const history = await findCompleteHistory(question);
    if (history === null) return { past: null, warning: describeGap(question) };
    if (history.isTipAlone) return { past: null, warning: tipAlone };
    return { past: await interpret(history, question) };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { past: null, warning: `${unknown}: ${error.reason ?? error.message}` };
  }
}

const unknown = 'Hotspots, expected changes and the review level are not known';

/** As after a commit that was made where the clock was decades ahead. */
const tipAlone = `${unknown}, because no other commit of the target is of the year before the date of its newest one.`;

function describeGap({ inPipeline }: HistoryQuestion): string {
  const remedy = inPipeline
    ? 'set "clone: depth: full" on the step in bitbucket-pipelines.yml'
    : 'git fetch --unshallow gets the rest';
  return `${unknown}, because the history of this shallow clone does not reach back a year: ${remedy}.`;
}

async function findCompleteHistory({
  repository,
  tip,
  remoteBranch,
}: HistoryQuestion): Promise<History | null> {
  const own = await readHistory(repository, tip);
  if (own.isComplete) return own;
  const remote =
    remoteBranch === null ? null : await readRemoteHistory(repository, { branch: remoteBranch, commit: tip });
  return remote?.isComplete ? remote : null;
}

async function interpret(
  { commits, inexactPaths }: History,
  { repository, tip, paths, profile }: HistoryQuestion,
): Promise<Past> {
  const lookedUp = listPathsToLookUp({
    commits,
    minCommits: Math.min(minHotspotCommits, minSharedCommits),
    changed: paths,
    isSupported: isSupportedPath,
  });
  const sizes = await readSizes(
    repository,
    tip,
    lookedUp.map((text) => ({ text, isExact: !inexactPaths.has(text) })),
  );
  return interpretHistory({ commits, sizes, isSource: (path) => profile.excludedBy(path) === null });
}
