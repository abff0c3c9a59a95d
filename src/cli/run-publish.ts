import type { ExitCode } from '../errors.ts';
import type { Report } from '../model/report.ts';
import { acceptResult } from '../pipeline/accept-result.ts';
import { type CheckOptions, contextOptionsOf } from './check-options.ts';
import { attempt, exitCodeOf } from './deliver-report.ts';
import { untilInterrupted } from './interruption.ts';
import { createNotes } from './notes.ts';
import type { ProcessLike } from './process-like.ts';
import { type CheckPublication, planPublication } from './publish-check.ts';
import type { PublishOptions } from './publish-options.ts';

/**
 * Runs `publish`: accept the result of an earlier step, publish it, decide the exit code as `check` does. A result that
 * is refused ends the build status as well.
 */
export async function runPublish(host: ProcessLike, file: string, given: PublishOptions): Promise<ExitCode> {
  // To publish is what was asked for: a part that fails is a failure.
  const options: CheckOptions = { ...given, publish: true, format: 'terminal' };
  const publication = planPublication(host, options);
  host.interruption?.catchDefects();
  try {
    return await acceptAndPublish(host, { file, options, publication });
  } catch (error) {
    await publication.abandon(error);
    throw error;
  } finally {
    host.interruption?.ignore();
  }
}

interface PublishRun {
  readonly file: string;
  readonly options: CheckOptions;
  readonly publication: CheckPublication;
}

async function acceptAndPublish(
  host: ProcessLike,
  { file, options, publication }: PublishRun,
): Promise<ExitCode> {
  const { cwd, env, interruption } = host;
  const { profile } = options;
  const request = { cwd, env, file, profile, options: contextOptionsOf(options) };
  const result = await untilInterrupted(acceptResult(request), interruption?.signal);
  const { report, context, remarks } = result;
  const notes = createNotes(host, options);
  remarks.forEach(notes.warn);
  if (context.reason !== null) notes.note(`${context.reason} Nothing is published.`);
  notes.note(`The quality gate: ${describeVerdict(report)}.`);

  publication.locate(context);
  publication.begin(result.profile);
  const done = [await attempt(host, options, () => publication.publish(result))];
  done.push(await attempt(host, options, () => publication.end(report, done.every(Boolean))));
  done.push(await attempt(host, options, async () => interruption?.signal.throwIfAborted() ?? true));
  return exitCodeOf(report, options.fail, done.every(Boolean));
}

function describeVerdict({ status, gates }: Report): string {
  const violated = gates.filter((gate) => gate.status === 'failed').map(({ gate }) => gate);
  return violated.length === 0 ? status : `${status}, by ${violated.join(', ')}`;
}
