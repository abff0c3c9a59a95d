import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { Readable, type Writable } from 'node:stream';
import { onExit } from 'signal-exit';

/** What is known of a process that has ended. */
export interface Ending {
  /** `null` where a signal ended it, or it never ran. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The system's word for what kept it from running; `null` where it ran. */
  readonly code: string | null;
  readonly stderr: Buffer;
}

/** A git process that was started. */
export interface StartedGit {
  readonly stdout: Readable;
  /** Never fails: what went wrong is in the ending. */
  readonly ended: Promise<Ending>;
  /** Ends it: by SIGTERM, and by SIGKILL where that does not help within 5 seconds. */
  readonly kill: () => void;
}

export interface StartOptions {
  readonly cwd: string;
  /** All variables that it sees. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Written to its standard input, which is empty where left out; drawn as it takes them. */
  readonly input?: Iterable<string | Uint8Array> | undefined;
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
}

type GitProcess = ChildProcessByStdio<Writable | null, Readable, Readable>;

const patienceMs = 5_000;

/**
 * Starts git without a shell. It does not outlive this process.
 * @param program its name, or its whole path
 */
export function startGit(
  program: string,
  args: readonly string[],
  { cwd, env, input, signal }: StartOptions,
): StartedGit {
  const child = launch(program, args, { cwd, env, input });
  if ('code' in child) return { stdout: Readable.from([]), ended: Promise.resolve(child), kill: () => {} };
  let force: NodeJS.Timeout | null = null;
  const kill = () => {
    child.kill();
    force ??= setTimeout(() => child.kill('SIGKILL'), patienceMs).unref();
  };
  const forget = onExit(() => {
    child.kill();
  });
  if (signal?.aborted) kill();
  signal?.addEventListener('abort', kill);
  const ended = waitFor(child).finally(() => {
    if (force !== null) clearTimeout(force);
    signal?.removeEventListener('abort', kill);
    forget();
  });
  return { stdout: child.stdout, ended, kill };
}

/** Some errors of the system are thrown, others come as events. */
function launch(
  program: string,
  args: readonly string[],
  { cwd, env, input }: Pick<StartOptions, 'cwd' | 'env' | 'input'>,
): GitProcess | Ending {
  try {
    const options = { cwd, env } as const;
    if (!input) return spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const child = spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    // It may end before it has read everything, and says by its exit code whether that is wrong.
    child.stdin.on('error', () => {});
    Readable.from(input).pipe(child.stdin);
    return child;
  } catch (error) {
    return neverRan(error as NodeJS.ErrnoException);
  }
}

function neverRan({ code = 'nothing more' }: NodeJS.ErrnoException): Ending {
  return { exitCode: null, signal: null, code, stderr: Buffer.alloc(0) };
}

function waitFor(child: GitProcess): Promise<Ending> {
  const stderr: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(neverRan(error)));
    // A helper that git started for a remote can outlive it, and would hold its output open.
    child.once('exit', (_exitCode, signal) => {
      if (signal === null) return;
      child.stdout.destroy();
      child.stderr.destroy();
    });
    child.once('close', (exitCode, signal) =>
      resolve({ exitCode, signal, code: null, stderr: Buffer.concat(stderr) }),
    );
  });
}
