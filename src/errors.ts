/** The exit codes of every command: see `docs/reference.md`, "Exit codes". */
export const exitCodes = { passed: 0, gateViolated: 1, notDone: 2 } as const;
/** What a process ends with. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What an error says besides its message. */
export interface ErrorDetails {
  /** Why it happened, in one sentence. */
  readonly reason?: string;
  /** What to do about it; can be pasted where possible. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** An error that the user can act on: printed without a stack, ends the run with exit code 2. */
export abstract class CodeScenePrError extends Error {
  abstract readonly code: `CSPR_${string}`;
  readonly reason: string | undefined;
  readonly hint: string | undefined;

  constructor(message: string, { reason, hint, cause }: ErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.reason = reason;
    this.hint = hint;
  }
}

/** A wrong flag, argument or combination of them. */
export class UsageError extends CodeScenePrError {
  readonly code = 'CSPR_USAGE';
}

/** One thing wrong in a profile file. */
export interface ProfileProblem {
  readonly file: string;
  /** 1-based; of the key for an unknown or doubled key, of the value for a wrong value. */
  readonly line: number;
  readonly column: number;
  /** Dotted path of the key, as written. */
  readonly key: string;
  readonly message: string;
  /** The nearest valid word, where one is near. */
  readonly suggestion: string | null;
}

/** A quality profile that cannot be used; lists every problem found. */
export class ConfigurationError extends CodeScenePrError {
  readonly code = 'CSPR_CONFIG';
  readonly problems: readonly ProfileProblem[];

  constructor(message: string, problems: readonly ProfileProblem[], details: ErrorDetails = {}) {
    super(message, details);
    this.problems = problems;
  }
}

/** The place (variables, folder) is not one where the job can be done. */
export class EnvironmentError extends CodeScenePrError {
  readonly code = 'CSPR_ENV';
}

/** git failed, or its answer makes the job impossible. */
export class GitError extends CodeScenePrError {
  readonly code = 'CSPR_GIT';
}

/** Bitbucket refused or could not be reached. Never carries a credential. */
export class PublishError extends CodeScenePrError {
  readonly code = 'CSPR_PUBLISH';
  /** HTTP status, or `null` where there was no answer. */
  readonly status: number | null;

  constructor(message: string, status: number | null, details: ErrorDetails = {}) {
    super(message, details);
    this.status = status;
  }
}

/** A coverage file that is missing, cannot be read, or is none. */
export class CoverageError extends CodeScenePrError {
  readonly code = 'CSPR_COVERAGE';
}

/** The run was told to stop before its end. */
export class StoppedError extends CodeScenePrError {
  readonly code = 'CSPR_STOPPED';
}

/** A file that should be written cannot be. */
export class OutputError extends CodeScenePrError {
  readonly code = 'CSPR_OUTPUT';
}
