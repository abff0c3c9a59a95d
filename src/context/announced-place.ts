import type { Environment } from '../git/index.ts';
import type { CheckContext, ContextOptions } from './check-context.ts';
import { checkOptions, withoutReplaced } from './check-options.ts';
import { isPipeline, readPipelinesEnvironment } from './pipelines-environment.ts';

/** Where results belong; the commit as it is named, which can be the beginning of its hash. */
export type AnnouncedPlace = Pick<
  CheckContext,
  | 'kind'
  | 'workspace'
  | 'repoSlug'
  | 'serverRepository'
  | 'publishCommit'
  | 'pullRequest'
  | 'sourceBranch'
  | 'inPipeline'
>;

/**
 * Where results belong as far as flags and variables alone say it: for a run that fails before git could be asked.
 * @throws UsageError for a flag whose value cannot be what it should be
 * @throws EnvironmentError for a variable that is malformed
 */
export function readAnnouncedPlace(env: Environment, options: ContextOptions): AnnouncedPlace {
  checkOptions(options);
  const pipelines = readPipelinesEnvironment(withoutReplaced(env, options));
  const pullRequest = options.pullRequest === undefined ? pipelines.pullRequest : Number(options.pullRequest);
  const inPipeline = isPipeline(env);
  const build = pullRequest === null ? 'branch' : 'pull-request';
  const isBuild = options.source === undefined && options.staged !== true;
  return {
    kind: inPipeline ? build : 'local',
    workspace: options.workspace ?? pipelines.workspace,
    repoSlug: options.repo ?? pipelines.repoSlug,
    serverRepository: null,
    publishCommit: options.commit ?? (isBuild ? pipelines.commit : null),
    pullRequest,
    sourceBranch: pipelines.branch,
    inPipeline,
  };
}
