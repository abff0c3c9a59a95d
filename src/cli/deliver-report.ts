import { type ExitCode, exitCodes } from '../errors.ts';
import type { ReportStatus } from '../model/report.ts';
import type { SourceCode } from '../model/source-code.ts';
import type { FormatName, Renderer, RenderOptions } from '../render/index.ts';
import { toKnownError } from './known-error.ts';
import { loadRenderers } from './load-renderers.ts';
import type { ProcessLike } from './process-like.ts';
import type { ReportOptions } from './report-options.ts';
import { terminalLinks } from './terminal-links.ts';
import { terminalSettings } from './terminal-settings.ts';
import { writeError } from './write-error.ts';
import { writeOutputs } from './write-outputs.ts';

/** A report to deliver. */
export interface Delivery {
  /** Makes a text of it with the renderer of one format. */
  readonly renderBy: (renderer: Renderer, look: RenderOptions) => string;
  /** Whether it is that of a change. */
  readonly isOfChange: boolean;
  /** The folder of the working tree, which its files are relative to. */
  readonly root: string;
  /** Reads the code that it speaks of; called where a format shows it. */
  readonly readCode: () => Promise<SourceCode>;
}

/**
 * Writes the report to stdout and to the files asked for.
 * @returns `false` where a file could not be written, which is said on stderr
 */
export async function deliverReport(
  host: ProcessLike,
  options: ReportOptions,
  { renderBy, isOfChange, root, readCode }: Delivery,
): Promise<boolean> {
  const { format, output = [], all = false } = options;
  const loaded = await loadRenderers([format, ...output.map((request) => request.format)]);
  const showsCode = [...loaded.values()].some(
    (renderer) => renderer.showsCode === true || (renderer.showsCode === 'of-changes' && isOfChange),
  );
  const code = showsCode ? { code: await readCode() } : {};
  const render = (name: FormatName, look: RenderOptions) => {
    const renderer = loaded.get(name);
    return renderer ? renderBy(renderer, { ...code, ...look }) : '';
  };
  const look = terminalSettings(host, host.stdout, options.color);
  host.stdout.write(render(format, { ...look, ...terminalLinks(host, host.stdout, root), all }));
  const toFile = (name: FormatName) => render(name, { color: false, width: 100, all: true });
  return writeOutputs(toFile, output, {
    cwd: host.cwd,
    attempt: (action) => attempt(host, options, action),
  });
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
    const known = toKnownError(error);
    if (known === null) throw error;
    writeError(known, host, { debug, json: false });
    return false;
  }
}

/** The verdict goes first: what else went wrong cannot hide a violation (exit codes in `docs/reference.md`). */
export function exitCodeOf(
  { status }: { readonly status: ReportStatus },
  fail: boolean,
  done: boolean,
): ExitCode {
  if (status === 'failed' && fail) return exitCodes.gateViolated;
  if (status === 'incomplete' || !done) return exitCodes.notDone;
  return exitCodes.passed;
}
