export type { CheckContext, ContextOptions, Target } from './check-context.ts';
export { parseRemoteUrl, type RemoteRepository } from './parse-remote-url.ts';
export { isPipeline, type PipelinesEnvironment, readPipelinesEnvironment } from './pipelines-environment.ts';
export { type ContextRequest, resolveContext } from './resolve-context.ts';
