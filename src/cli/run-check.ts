import { type CheckRequest, checkPullRequest } from '../check-pull-request.ts';
import type { ExitCode } from '../errors.ts';
import { renderers } from '../render/index.ts';
import type { CheckOptions } from './check-options.ts';
import { attempt, deliverReport, exitCodeOf } from './deliver-report.ts';
import { createNotes } from './notes.ts';
import type { ProcessLike } from './process-like.ts';
import { publishCheck } from './publish-check.ts';

/** Runs `check`: analyse, write the reports, publish, decide the exit code. */
export async function runCheck(
  host: ProcessLike,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const result = await checkPullRequest(toRequest(host, paths, options));
  const { report } = result;

  const done = [
    await deliverReport(host, options, (format, look) => renderers[format].render(report, look)),
    await attempt(host, options, () => publishCheck(host, result, options, createNotes(host, options))),
  ];
  return exitCodeOf(report, options.fail, done.every(Boolean));
}

function toRequest(host: ProcessLike, paths: readonly string[], options: CheckOptions): CheckRequest {
  const { target, source, staged, workspace, repo, pullRequest, commit } = options;
  const { profile, profileFrom, coverage = [] } = options;
  return {
    cwd: host.cwd,
    env: host.env,
    paths,
    profile,
    profileFrom,
    coverage,
    options: { target, source, staged, workspace, repo, pullRequest, commit },
  };
}
