import { type CheckRequest, checkPullRequest } from '../check-pull-request.ts';
import type { ExitCode } from '../errors.ts';
import { renderers } from '../render/index.ts';
import { type CheckOptions, contextOptionsOf } from './check-options.ts';
import { attempt, deliverReport, exitCodeOf } from './deliver-report.ts';
import { untilInterrupted } from './interruption.ts';
import type { ProcessLike } from './process-like.ts';
import { type CheckPublication, planPublication } from './publish-check.ts';

/** Runs `check`: analyse, write the reports, publish, decide the exit code. A build status encloses all of it. */
export async function runCheck(
  host: ProcessLike,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const publication = planPublication(host, options);
  host.interruption?.catchDefects();
  try {
    return await checkAndPublish(host, { paths, options, publication });
  } catch (error) {
    await publication.abandon(error);
    throw error;
  } finally {
    host.interruption?.ignore();
  }
}

interface CheckRun {
  readonly paths: readonly string[];
  readonly options: CheckOptions;
  readonly publication: CheckPublication;
}

async function checkAndPublish(host: ProcessLike, run: CheckRun): Promise<ExitCode> {
  const { options, publication } = run;
  const signal = host.interruption?.signal;
  const result = await untilInterrupted(checkPullRequest(toRequest(host, run)), signal);
  const { report } = result;

  const done = [
    await deliverReport(host, options, (format, look) => renderers[format].render(report, look)),
    await attempt(host, options, () => publication.publish(result)),
  ];
  done.push(await attempt(host, options, () => publication.end(report, done.every(Boolean))));
  done.push(await attempt(host, options, async () => signal?.throwIfAborted() ?? true));
  return exitCodeOf(report, options.fail, done.every(Boolean));
}

function toRequest(host: ProcessLike, { paths, options, publication }: CheckRun): CheckRequest {
  const { profile, profileFrom, coverage = [] } = options;
  return {
    cwd: host.cwd,
    env: host.env,
    paths,
    profile,
    profileFrom,
    coverage,
    options: contextOptionsOf(options),
    signal: host.interruption?.signal,
    onContext: publication.locate,
    onProfile: publication.begin,
  };
}
