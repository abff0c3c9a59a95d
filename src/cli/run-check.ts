import { type CheckRequest, type CheckResult, checkPullRequest } from '../check-pull-request.ts';
import type { ExitCode } from '../errors.ts';
import { type CheckOptions, contextOptionsOf } from './check-options.ts';
import { chooseCache } from './choose-cache.ts';
import { deliverReport } from './deliver-report.ts';
import { concludeRun, type EnclosedRun, encloseRun } from './enclose-run.ts';
import { untilInterrupted } from './interruption.ts';
import type { ProcessLike } from './process-like.ts';
import { createProgress } from './progress.ts';

/** Runs `check`: analyse, write the reports, publish, decide the exit code. A build status encloses all of it. */
export function runCheck(
  host: ProcessLike,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  return runAnalysis(host, options, (request) =>
    checkPullRequest({ ...request, paths, cache: chooseCache(host, options) }),
  );
}

/** Runs what ends in the result of a check: what follows from it is the same, wherever it comes from. */
export function runAnalysis(
  host: ProcessLike,
  options: CheckOptions,
  analyse: (request: CheckRequest) => Promise<CheckResult>,
): Promise<ExitCode> {
  const progress = createProgress(host, options);
  // What is said meanwhile must not stand behind the progress on its line.
  const beside = { ...host, stderr: progress.stderr };
  return encloseRun(beside, options, async (run) => {
    const request = { ...toRequest(run), onProgress: progress.show };
    const result = await untilInterrupted(analyse(request), request.signal).finally(progress.erase);
    const isDelivered = await deliverReport(beside, options, {
      isOfChange: true,
      root: result.root,
      readCode: result.readCode,
      renderBy: ({ render }, look) => render(result.report, look),
    });
    return concludeRun(run, result, isDelivered);
  });
}

function toRequest({ host, options, publication }: EnclosedRun): CheckRequest {
  const { profile, profileFrom, coverage = [] } = options;
  return {
    cwd: host.cwd,
    env: host.env,
    profile,
    profileFrom,
    coverage,
    jobs: options.jobs,
    options: contextOptionsOf(options),
    signal: host.interruption?.signal,
    onContext: publication.locate,
    onProfile: publication.begin,
  };
}
