import type { ExitCode } from '../errors.ts';
import type { Interruption } from './interruption.ts';

/** Receives the exit code of the command that ran. */
export type SetExitCode = (code: ExitCode) => void;

/** A stream that text is written to; what `process.stdout` offers and a test can fake. */
export interface TextStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Everything a command may know or change of the process it runs in. */
export interface ProcessLike {
  /** Without the interpreter and the script. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Carries the report alone. */
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** Milliseconds of a clock; `Date.now` where left out. */
  readonly now?: () => number;
  /** How it is told to stop; left out where it cannot be. */
  readonly interruption?: Interruption;
}
