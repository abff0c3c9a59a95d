/** What is wrong with a coverage file, for a reader. Never quotes the file: it can be a link to anything. */
export interface CoverageProblem {
  /** Completes "The coverage file … ". */
  readonly message: string;
  /** 1-based; `null` where the file as a whole is meant. */
  readonly line: number | null;
  /** What was expected, and what to do. */
  readonly hint: string;
}

/** Thrown while a coverage file is read, and caught where the reading began. */
export class BrokenCoverage extends Error implements CoverageProblem {
  readonly line: number | null;
  readonly hint: string;

  constructor({ message, line, hint }: CoverageProblem) {
    super(message);
    this.line = line;
    this.hint = hint;
  }
}

/** The advice for a file that was damaged, or written by something else. */
export const writeAgain =
  'Run the tests with coverage again, and give the file that they write: lcov, Cobertura, JaCoCo or Clover.';
