import type { MeasuringProgress } from '../model/progress.ts';
import { isCi } from './is-ci.ts';
import type { ProcessLike, TextStream } from './process-like.ts';

/** A line on a terminal that says how far the work has come. */
export interface Progress {
  readonly show: (state: MeasuringProgress) => void;
  /** Removes the line; does nothing where none is shown. */
  readonly erase: () => void;
  /** stderr for all else: what is written to it takes the place of the line. */
  readonly stderr: TextStream;
}

/** What is done sooner needs no progress, in milliseconds. */
const quietTime = 1000;
/** A terminal is written to at most this often, in milliseconds. */
const shortestPause = 100;
/** To the first column, and away with everything from there (ECMA-48: CR, EL). */
const eraseLine = '\r\u001b[K';

/** Progress on stderr where that is a terminal which a person looks at; none in a pipe, in CI or when quiet. */
export function createProgress(
  { stderr, env, now = Date.now }: Pick<ProcessLike, 'stderr' | 'env' | 'now'>,
  { quiet = false, counted = 'files' }: { readonly quiet?: boolean; readonly counted?: string },
): Progress {
  if (stderr.isTTY !== true || quiet || isCi(env) || env.TERM === 'dumb') {
    return { show: () => {}, erase: () => {}, stderr };
  }
  const start = now();
  let shownAt: number | null = null;
  const erase = () => {
    if (shownAt === null) return;
    shownAt = null;
    stderr.write(eraseLine);
  };
  return {
    show: ({ done, total }) => {
      const time = now();
      const isDue = time - start >= quietTime && (shownAt === null || time - shownAt >= shortestPause);
      if (!isDue) return;
      shownAt = time;
      const share = total === 0 ? 100 : Math.floor((100 * done) / total);
      stderr.write(`${eraseLine}Measured ${done} of ${total} ${counted} (${share} %)`);
    },
    erase,
    stderr: {
      isTTY: true,
      ...(stderr.columns === undefined ? {} : { columns: stderr.columns }),
      write: (text) => {
        erase();
        return stderr.write(text);
      },
    },
  };
}
