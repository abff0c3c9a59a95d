import type { ExitCode } from '../errors.ts';
import type { CheckOptions } from './check-options.ts';
import { attempt, exitCodeOf } from './deliver-report.ts';
import { toKnownError } from './known-error.ts';
import type { ProcessLike } from './process-like.ts';
import { type CheckPublication, type PublishedResult, planPublication } from './publish-check.ts';

/** A run that publishes what it found, and the build status that encloses it. */
export interface EnclosedRun {
  readonly host: ProcessLike;
  readonly options: CheckOptions;
  readonly publication: CheckPublication;
}

/** Does `work` between the begin and the end of its build status, which ends also where the work breaks off. */
export async function encloseRun(
  host: ProcessLike,
  options: CheckOptions,
  work: (run: EnclosedRun) => Promise<ExitCode>,
): Promise<ExitCode> {
  const publication = planPublication(host, options);
  host.interruption?.catchDefects();
  try {
    return await work({ host, options, publication });
  } catch (error) {
    const told = toKnownError(error) ?? error;
    await publication.abandon(told);
    throw told;
  } finally {
    host.interruption?.ignore();
  }
}

/**
 * Publishes what a run found, ends its build status, and decides the exit code.
 * @param isDelivered `false` where something went wrong before
 */
export async function concludeRun(
  { host, options, publication }: EnclosedRun,
  result: PublishedResult,
  isDelivered = true,
): Promise<ExitCode> {
  const { report } = result;
  const done = [isDelivered, await attempt(host, options, () => publication.publish(result))];
  done.push(await attempt(host, options, () => publication.end(report, done.every(Boolean))));
  done.push(await attempt(host, options, async () => host.interruption?.signal.throwIfAborted() ?? true));
  return exitCodeOf(report, options.fail, done.every(Boolean));
}
