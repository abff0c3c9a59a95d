import type { Environment, Repository } from '../git/index.ts';
import type { ContextOptions } from './check-context.ts';
import { checkOptions, withoutReplaced } from './check-options.ts';
import { isPipeline, type PipelinesEnvironment, readPipelinesEnvironment } from './pipelines-environment.ts';

export interface ContextRequest {
  /** The variables of the caller, as `process.env` has them. */
  readonly env: Environment;
  readonly options: ContextOptions;
  readonly repository: Repository;
}

/** Everything that the context is found out from, checked. */
export interface Situation {
  readonly repository: Repository;
  readonly options: ContextOptions;
  readonly pipelines: PipelinesEnvironment;
  readonly inPipeline: boolean;
  readonly pullRequest: number | null;
}

/**
 * Reads flags and variables, and checks them.
 * @throws UsageError for a flag whose value cannot be what it should be
 * @throws EnvironmentError for a variable that is malformed
 */
export function assessSituation({ env, options, repository }: ContextRequest): Situation {
  checkOptions(options);
  const pipelines = readPipelinesEnvironment(withoutReplaced(env, options));
  const pullRequest = options.pullRequest === undefined ? pipelines.pullRequest : Number(options.pullRequest);
  return { repository, options, pipelines, inPipeline: isPipeline(env), pullRequest };
}
