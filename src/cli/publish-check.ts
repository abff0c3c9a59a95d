import type { CheckResult } from '../check-pull-request.ts';
import { UsageError } from '../errors.ts';
import type { PublishTarget } from '../publish/target.ts';
import type { CheckOptions } from './check-options.ts';
import type { Notes } from './notes.ts';
import type { ProcessLike } from './process-like.ts';

/**
 * Publishes the report where that is on: by default in a pull-request pipeline alone.
 * @returns `false` where publishing was required (`--publish`, or a named connection) and did not succeed
 * @throws UsageError where it is on and cannot be tried
 */
export async function publishCheck(
  { env }: Pick<ProcessLike, 'env'>,
  result: CheckResult,
  options: CheckOptions,
  { note, warn, print }: Notes,
): Promise<boolean> {
  const { report, context, profile } = result;
  const isRequired = options.publish ?? options.connection !== 'auto';
  const isOn = options.publish ?? (isRequired || options.dryRun || context.kind === 'pull-request');
  if (!isOn || context.kind === 'nothing-to-compare') return true;
  const [{ publish }, { chooseConnection }] = await Promise.all([
    import('../publish/index.ts'),
    import('./choose-connection.ts'),
  ]);
  const { reportId, dryRun = false } = options;
  const resolution = chooseConnection(result, { ...options, env });
  for (const warning of dryRun ? [] : resolution.warnings) warn(warning);
  const outcomes = await publish({
    report,
    connection: resolution,
    target: publishTarget(result, env),
    reportId,
    feedback: profile.feedback,
    timeoutMs: options.publishTimeout * 1000,
    dryRun,
    io: { log: print, sleep, now: Date.now },
  });
  for (const { channel, status, message } of outcomes) {
    (status === 'failed' ? warn : note)(`${channel}: ${message}`);
  }
  const reached = dryRun || resolution.connection !== null;
  return !isRequired || (reached && outcomes.every(({ status }) => status !== 'failed'));
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

function publishTarget({ context }: CheckResult, env: ProcessLike['env']): PublishTarget {
  const { workspace, repoSlug, publishCommit: commit, pullRequest, sourceBranch } = context;
  if (workspace === null || repoSlug === null) {
    throw new UsageError('It is not known where to publish.', {
      reason:
        'Neither the variables of Bitbucket Pipelines nor the URL of the remote "origin" name a repository.',
      hint: 'Give --workspace and --repo.',
    });
  }
  if (commit === null) {
    throw new UsageError('There is no commit to publish on.', {
      reason: 'The working tree or the index was checked, which Bitbucket does not know.',
      hint: 'Give --source or --commit.',
    });
  }
  return {
    workspace,
    repoSlug,
    commit,
    pullRequest,
    sourceBranch,
    buildNumber: Number(env.BITBUCKET_BUILD_NUMBER) || null,
  };
}
