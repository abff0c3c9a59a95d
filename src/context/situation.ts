import type { Repository } from '../git/index.ts';
import type { ContextOptions } from './check-context.ts';
import type { PipelinesEnvironment } from './pipelines-environment.ts';

/** Everything that the context is found out from, checked. */
export interface Situation {
  readonly repository: Repository;
  readonly options: ContextOptions;
  readonly pipelines: PipelinesEnvironment;
  readonly inPipeline: boolean;
  readonly pullRequest: number | null;
}
