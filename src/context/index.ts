export { type AnnouncedPlace, readAnnouncedPlace } from './announced-place.ts';
export type { CheckContext, ContextOptions, Target } from './check-context.ts';
export { type ExaminedVariable, examineVariables } from './examine-variables.ts';
export { findHistory, findLocalMergeBase, type LocatedTarget, locateTarget } from './locate-target.ts';
export { parseRemoteUrl, parseServerUrl, type RemoteRepository } from './parse-remote-url.ts';
export {
  isPipeline,
  isPullRequestBuild,
  type PipelinesEnvironment,
  readParallelStep,
  readPipelinesEnvironment,
} from './pipelines-environment.ts';
export { resolveContext } from './resolve-context.ts';
export { type ReviewSource, resolveReview } from './resolve-review.ts';
export type { ContextRequest } from './situation.ts';
