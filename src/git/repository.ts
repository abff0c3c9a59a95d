/** Variables of a process, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a finished git process said. */
export interface GitResult {
  readonly exitCode: number;
  readonly stdout: Buffer;
  /** As git wrote it: run it through `describeOutput` before a person sees it. */
  readonly stderr: string;
}

export interface GitOptions {
  /** Added to the hardened environment. */
  readonly environment?: Environment;
  /** Written to the process's standard input, which is closed otherwise. */
  readonly input?: Uint8Array;
  /** Whether this call may talk to a remote; all others cannot. Off by default. */
  readonly network?: boolean;
  /** How long the call may take; 300 by default. */
  readonly timeoutSeconds?: number;
}

/** Runs one git command in the repository. A non-zero exit code is returned, not thrown. */
export type RunGit = (args: readonly string[], options?: GitOptions) => Promise<GitResult>;

/** An object that a name stands for. */
export interface NamedObject {
  /** Full hash. */
  readonly id: string;
  readonly type: string;
  /** Bytes, as git stores it. */
  readonly size: number;
}

/** What git says of names. */
export interface ObjectAnswers {
  /** By the order of the names; `null` for one that stands for no object of the clone. */
  readonly objects: readonly (NamedObject | null)[];
  /** Whether git found that a name could mean several things: one of these names, or of those asked beside them. */
  readonly mayBeAmbiguous: boolean;
  /** What git said where it could not answer to the end; an object may be missing for that reason. */
  readonly failure: Omit<GitResult, 'stdout'> | null;
}

/**
 * Asks what names stand for, as gitrevisions(7) has them: a hash, `HEAD`, `main^{commit}`, `<commit>:<path>`. A name must
 * hold no line feed.
 * @throws GitError where git breaks off without saying that it failed
 */
export type AskObjects = (names: readonly Uint8Array[]) => Promise<ObjectAnswers>;

/** A git process whose output is read while it runs. */
export interface GitStream {
  readonly output: AsyncIterator<Buffer>;
  /** Waits for the end of the process. */
  readonly finished: () => Promise<Omit<GitResult, 'stdout'>>;
  /** Ends the process if it still runs, and waits for it. */
  readonly stop: () => Promise<void>;
}

/** Starts one git command whose input lines are drawn as it takes them. */
export type StreamGit = (args: readonly string[], lines: Generator<string>) => GitStream;

/** The clone that is looked at. Made by `openRepository`. */
export interface Repository {
  /** Absolute path of the working tree's top folder, without symbolic links. */
  readonly root: string;
  /** Absolute path of this working tree's git folder. */
  readonly gitDirectory: string;
  /** Absolute path of the git folder that all working trees of the clone share. */
  readonly commonDirectory: string;
  /** Whether history was cut off when the repository was opened; fetching can change that. */
  readonly shallow: boolean;
  readonly objectFormat: 'sha1' | 'sha256';
  /** The first URL of the remote `origin` without user name and password; `null` where there is none. */
  readonly originUrl: string | null;
  /** The variables it was opened with. */
  readonly environment: Environment;
  /** Ends every git process that still runs, where it was opened with one. */
  readonly signal: AbortSignal | undefined;
  readonly run: RunGit;
  readonly stream: StreamGit;
  readonly askObjects: AskObjects;
}
