/**
 * The public API: the same check that the command line runs, as a function.
 *
 * @example
 * const { report } = await checkPullRequest({ cwd: process.cwd(), env: process.env });
 * console.log(report.status);
 *
 * @packageDocumentation
 */
export type { CacheSettings, Seal } from './cache/index.ts';
export { type CheckRequest, type CheckResult, checkPullRequest } from './check-pull-request.ts';
export type { CheckContext, ContextOptions, RemoteRepository, Target } from './context/index.ts';
export {
  CodeScenePrError,
  ConfigurationError,
  CoverageError,
  EnvironmentError,
  type ErrorDetails,
  GitError,
  type ProfileProblem,
  PublishError,
  UsageError,
} from './errors.ts';
export type { Head } from './git/index.ts';
export type * from './model/finding.ts';
export type * from './model/metrics.ts';
export type * from './model/platform.ts';
export type * from './model/profile.ts';
export type * from './model/progress.ts';
export type * from './model/ratchet.ts';
export type * from './model/report.ts';
export type * from './model/review.ts';
export type * from './model/source.ts';
export type * from './model/source-code.ts';
export type { RatchetOptions } from './pipeline/load-ratchet.ts';
export type { RatchetPlan } from './pipeline/plan-ratchet.ts';
export type { ProfileFrom } from './pipeline/profile-side.ts';
export {
  type ReviewRequest,
  type ReviewResult,
  reviewRepository,
} from './review-repository.ts';
