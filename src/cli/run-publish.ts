import type { ExitCode } from '../errors.ts';
import type { Report } from '../model/report.ts';
import { acceptResult } from '../pipeline/accept-result.ts';
import { type CheckOptions, contextOptionsOf } from './check-options.ts';
import { concludeRun, encloseRun } from './enclose-run.ts';
import { untilInterrupted } from './interruption.ts';
import { createNotes } from './notes.ts';
import type { ProcessLike } from './process-like.ts';
import type { PublishOptions } from './publish-options.ts';

/**
 * Runs `publish`: accept the result of an earlier step, publish it, decide the exit code as `check` does. A result that
 * is refused ends the build status as well.
 */
export function runPublish(host: ProcessLike, file: string, given: PublishOptions): Promise<ExitCode> {
  // To publish is what was asked for: a part that fails is a failure.
  const options: CheckOptions = { ...given, publish: true, profileFrom: 'target', format: 'terminal' };
  return encloseRun(host, options, async (run) => {
    const { cwd, env, interruption } = host;
    const request = { cwd, env, file, profile: options.profile, options: contextOptionsOf(options) };
    const result = await untilInterrupted(acceptResult(request), interruption?.signal);
    const { report, context, remarks } = result;
    const notes = createNotes(host, options);
    remarks.forEach(notes.warn);
    if (context.reason !== null) notes.note(`${context.reason} Nothing is published.`);
    notes.note(`The quality gate: ${describeVerdict(report)}.`);

    run.publication.locate(context);
    run.publication.begin(result.profile);
    return concludeRun(run, result);
  });
}

function describeVerdict({ status, gates }: Report): string {
  const violated = gates.filter((gate) => gate.status === 'failed').map(({ gate }) => gate);
  return violated.length === 0 ? status : `${status}, by ${violated.join(', ')}`;
}
