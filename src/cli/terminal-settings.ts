import type { ProcessLike, TextStream } from './process-like.ts';

/** How text may look on a stream. */
export interface TerminalSettings {
  readonly color: boolean;
  /** Columns, 60 to 200. */
  readonly width: number;
}

/** `NO_COLOR` and `FORCE_COLOR` as their authors define them (no-color.org, force-color.org). */
function wantsColor(env: ProcessLike['env'], stream: TextStream): boolean {
  if (env.NO_COLOR) return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/**
 * Decides from flag, environment and stream how a terminal report may look.
 * @param allowColor `false` where `--no-color` was given.
 */
export function terminalSettings(
  { env }: Pick<ProcessLike, 'env'>,
  stream: TextStream,
  allowColor: boolean,
): TerminalSettings {
  const columns = stream.columns ?? (Number(env.COLUMNS) || 100);
  return {
    color: allowColor && wantsColor(env, stream),
    width: Math.min(200, Math.max(60, Math.floor(columns))),
  };
}
