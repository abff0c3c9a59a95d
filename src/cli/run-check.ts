import { type CheckRequest, checkPullRequest } from '../check-pull-request.ts';
import { CodeScenePrError, type ExitCode, exitCodes } from '../errors.ts';
import type { Report } from '../model/report.ts';
import { renderers } from '../render/index.ts';
import type { CheckOptions } from './check-options.ts';
import { createNotes } from './notes.ts';
import type { ProcessLike } from './process-like.ts';
import { publishCheck } from './publish-check.ts';
import { terminalSettings } from './terminal-settings.ts';
import { writeError } from './write-error.ts';
import { writeOutputs } from './write-outputs.ts';

/** Runs `check`: analyse, write the reports, publish, decide the exit code. */
export async function runCheck(
  host: ProcessLike,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const result = await checkPullRequest(toRequest(host, paths, options));
  const { report } = result;

  const settings = terminalSettings(host, host.stdout, options.color);
  host.stdout.write(renderers[options.format].render(report, { ...settings, all: options.all === true }));

  const done = [
    await attempt(host, options, () => writeOutputs(report, options.output ?? [], host.cwd)),
    await attempt(host, options, () => publishCheck(host, result, options, createNotes(host, options))),
  ];
  return exitCodeOf(report, options.fail, done.every(Boolean));
}

function toRequest(host: ProcessLike, paths: readonly string[], options: CheckOptions): CheckRequest {
  const { target, source, staged, workspace, repo, pullRequest, commit, profile } = options;
  return {
    cwd: host.cwd,
    env: host.env,
    paths,
    profile,
    options: { target, source, staged, workspace, repo, pullRequest, commit },
  };
}

/** What goes wrong after the analysis is said, and keeps nothing else from being done. */
async function attempt(
  host: ProcessLike,
  { debug = false }: CheckOptions,
  action: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof CodeScenePrError)) throw error;
    writeError(error, host, { debug, json: false });
    return false;
  }
}

/** The gate's verdict goes first: what else went wrong cannot hide a violation (exit codes in the README). */
function exitCodeOf({ status }: Report, fail: boolean, done: boolean): ExitCode {
  if (status === 'failed' && fail) return exitCodes.gateViolated;
  if (status === 'incomplete' || !done) return exitCodes.notDone;
  return exitCodes.passed;
}
