import type { ProcessLike } from './process-like.ts';

/** A line on a terminal that says how far the work has come. */
export interface Progress {
  readonly show: (state: { readonly done: number; readonly total: number }) => void;
  /** Removes the line; does nothing where none is shown. */
  readonly erase: () => void;
}

/** What is done sooner needs no progress, in milliseconds. */
const quietTime = 1000;
/** A terminal is written to at most this often, in milliseconds. */
const shortestPause = 100;
/** To the first column, and away with everything from there (ECMA-48: CR, EL). */
const eraseLine = '\r\u001b[K';

const silent: Progress = { show: () => {}, erase: () => {} };

/** Progress on stderr where that is a terminal which a person looks at; none in a pipe, in CI or when quiet. */
export function createProgress(
  { stderr, env, now = Date.now }: Pick<ProcessLike, 'stderr' | 'env' | 'now'>,
  { quiet = false }: { readonly quiet?: boolean },
): Progress {
  const isCi = env.CI !== undefined && !['', '0', 'false'].includes(env.CI);
  if (stderr.isTTY !== true || quiet || isCi || env.TERM === 'dumb') return silent;
  const start = now();
  let shownAt: number | null = null;
  return {
    show: ({ done, total }) => {
      const time = now();
      const isDue = time - start >= quietTime && (shownAt === null || time - shownAt >= shortestPause);
      if (!isDue) return;
      shownAt = time;
      const share = total === 0 ? 100 : Math.floor((100 * done) / total);
      stderr.write(`${eraseLine}Measured ${done} of ${total} files (${share} %)`);
    },
    erase: () => {
      if (shownAt === null) return;
      shownAt = null;
      stderr.write(eraseLine);
    },
  };
}
