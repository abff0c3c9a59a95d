import { CodeScenePrError, type ExitCode, exitCodes } from '../errors.ts';
import type { ReportStatus } from '../model/report.ts';
import type { FormatName, RenderOptions } from '../render/index.ts';
import type { ProcessLike } from './process-like.ts';
import type { ReportOptions } from './report-options.ts';
import { terminalSettings } from './terminal-settings.ts';
import { writeError } from './write-error.ts';
import { writeOutputs } from './write-outputs.ts';

/** Makes a text of the report in one format. */
export type RenderAs = (format: FormatName, look: RenderOptions) => string;

/**
 * Writes the report to stdout and to the files asked for.
 * @returns `false` where a file could not be written, which is said on stderr
 */
export function deliverReport(
  host: ProcessLike,
  options: ReportOptions,
  renderAs: RenderAs,
): Promise<boolean> {
  const settings = terminalSettings(host, host.stdout, options.color);
  host.stdout.write(renderAs(options.format, { ...settings, all: options.all === true }));
  const toFile = (format: FormatName) => renderAs(format, { color: false, width: 100, all: true });
  return attempt(host, options, () => writeOutputs(toFile, options.output ?? [], host.cwd));
}

/** What goes wrong after the analysis is said, and keeps nothing else from being done. */
export async function attempt(
  host: ProcessLike,
  { debug = false }: Pick<ReportOptions, 'debug'>,
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

/** The verdict goes first: what else went wrong cannot hide a violation (exit codes in the README). */
export function exitCodeOf(
  { status }: { readonly status: ReportStatus },
  fail: boolean,
  done: boolean,
): ExitCode {
  if (status === 'failed' && fail) return exitCodes.gateViolated;
  if (status === 'incomplete' || !done) return exitCodes.notDone;
  return exitCodes.passed;
}
