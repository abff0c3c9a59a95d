import type { Head, Repository } from '../git/index.ts';
import type { Target } from './check-context.ts';
import { resolveGiven } from './resolve-head.ts';
import { resolvePullRequestTarget } from './resolve-target.ts';
import { assessSituation, type ContextRequest } from './situation.ts';

/** What is reviewed, and what judges it. */
export interface ReviewSource {
  readonly head: Extract<Head, { kind: 'commit' | 'working-tree' }>;
  /**
   * The commit whose profile holds, with its name for a reader; `null` for the working tree's. In the pipeline of
   * a pull request it is the target's tip: what a pull request brings along must not weaken what judges it.
   */
  readonly profileAt: Target | null;
  /**
   * The commit whose stored floor holds, in the pipeline of a pull request the target's tip for the same reason;
   * `null` for the one that stands in the working tree, wherever the review looks.
   */
  readonly floorAt: Target | null;
  /** One sentence each for the user. */
  readonly notes: readonly string[];
}

export interface ReviewSourceRequest {
  /** The variables of the caller, as `process.env` has them. */
  readonly env: ContextRequest['env'];
  readonly repository: Repository;
  /** A revision; `undefined` for the working tree, in a pipeline as well. */
  readonly source: string | undefined;
}

/**
 * Finds out which files are reviewed and where the profile is read. The network is touched in the pipeline of a
 * pull request alone, to fetch the target's tip.
 *
 * @throws UsageError for a source that cannot be a revision
 * @throws EnvironmentError for a variable that is malformed or missing
 * @throws GitError where the source or the target is not to be had
 */
export async function resolveReview({ env, repository, source }: ReviewSourceRequest): Promise<ReviewSource> {
  const situation = assessSituation({ env, repository, options: { source } });
  const reviewed = source === undefined ? null : await resolveSource(repository, source);
  const head: ReviewSource['head'] = reviewed
    ? { kind: 'commit', commit: reviewed.commit }
    : { kind: 'working-tree' };
  if (!situation.inPipeline || situation.pullRequest === null)
    return { head, profileAt: reviewed, floorAt: null, notes: [] };
  const { target, notes } = await resolvePullRequestTarget(situation);
  return { head, profileAt: target, floorAt: target, notes };
}

async function resolveSource(repository: Repository, source: string): Promise<Target> {
  const { tip } = await resolveGiven(repository, source);
  return { ref: source, commit: tip };
}
