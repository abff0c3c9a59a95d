import { escapeText } from '../text/escape-text.ts';
import type { ProcessLike } from './process-like.ts';

/** What is said beside the report, on stderr, a line each. */
export interface Notes {
  /** Something the user wants to know; silent under `--quiet`. */
  readonly note: (line: string) => void;
  /** Something that went wrong without ending the run. */
  readonly warn: (line: string) => void;
  /** What was asked for on stderr, as it is. */
  readonly print: (line: string) => void;
}

/** Notes on a process's stderr; text from outside is made visible. */
export function createNotes({ stderr }: Pick<ProcessLike, 'stderr'>, { quiet }: { quiet?: boolean }): Notes {
  const write = (line: string) => stderr.write(`${escapeText(line)}\n`);
  return {
    note: (line) => {
      if (!quiet) write(line);
    },
    warn: (line) => write(`Warning: ${line}`),
    print: write,
  };
}
