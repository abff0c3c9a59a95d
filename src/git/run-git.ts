import { execa } from 'execa';
import { EnvironmentError, GitError } from '../errors.ts';
import { escapeControlCharacters } from './describe-output.ts';
import { programToStart } from './find-program.ts';
import { type GitFolders, gitEnvironment } from './git-environment.ts';
import { hardenedSettings } from './hardened-settings.ts';
import type { Environment, GitResult, GitStream, RunGit, StreamGit } from './repository.ts';

/** How long one git command may take by default; a stream has no limit, because it waits for its reader. */
const defaultTimeoutSeconds = 300;

/** Protocols that a fetch may use; `ext` and remote helpers of other names run programs. */
const networkProtocols = 'file:http:https:ssh';

/** What is known of a process that has ended; execa leaves the exit code out where there was none. */
interface Ending {
  readonly exitCode?: number | undefined;
  readonly code?: string | undefined;
  readonly timedOut: boolean;
  readonly isMaxBuffer: boolean;
  readonly signal?: string | undefined;
}

function gitMissing(environment: Environment): EnvironmentError {
  const searched = environment.PATH ?? '';
  return new EnvironmentError('git was not found.', {
    reason: `No program git stands in a folder of PATH outside the repository (${searched === '' ? 'none is left' : escapeControlCharacters(searched)}).`,
    hint: 'Install git: the images node:…-slim and node:…-alpine have none (apt-get update && apt-get install -y git, or apk add git), node:20 and node:22 do.',
  });
}

/**
 * Starts a process. Where the system gives no more open files to talk to it by, Node starts none and gives execa nothing
 * to wait for (`lib/internal/child_process.js`), which that does not expect.
 *
 * @throws EnvironmentError in that case
 */
function start<T>(execute: () => T): T {
  try {
    return execute();
  } catch (error) {
    if (!(error instanceof TypeError && error.message.includes('stdio'))) throw error;
    throw new EnvironmentError('git could not be started.', {
      reason: 'The system says EMFILE or ENFILE: there are too many open files.',
      hint: 'Allow more open files: ulimit -n 1024.',
      cause: error,
    });
  }
}

/** The git command among the arguments, for messages: settings may stand before it. */
function commandOf(args: readonly string[]): string {
  return args.find((arg, index) => arg !== '-c' && args[index - 1] !== '-c') ?? '';
}

function exitCodeOf(
  args: readonly string[],
  ending: Ending,
  environment: Environment,
  timeoutSeconds = defaultTimeoutSeconds,
): number {
  const command = commandOf(args);
  if (ending.code === 'ENOENT') throw gitMissing(environment);
  if (ending.timedOut) {
    throw new GitError(`git ${command} did not end within ${timeoutSeconds} seconds and was stopped.`, {
      hint: 'Check the connection to the remote, then run again.',
    });
  }
  if (ending.isMaxBuffer) {
    throw new GitError(`git ${command} answered with more than 100 MB.`, {
      hint: 'Compare revisions that lie closer together.',
    });
  }
  if (ending.exitCode !== undefined) return ending.exitCode;
  throw new GitError(`git ${command} did not run to its end.`, {
    reason: `The system says ${ending.signal ?? ending.code ?? 'nothing more'}.`,
    hint: 'SIGKILL often means that there was too little memory; EACCES that git may not be executed.',
  });
}

/** Runs and streams git with one environment and one set of settings. */
export interface Runner {
  readonly run: RunGit;
  readonly stream: StreamGit;
}

/**
 * The one place where a process is started: no shell, no inherited variables that redirect git, no
 * program that the clone's configuration names.
 *
 * @param settings further command line settings, after the hardened ones
 * @param signal ends the processes that still run: nobody waits for their answers any more
 */
export function createRunner(
  environment: Environment,
  folders: GitFolders,
  settings: readonly string[] = [],
  signal?: AbortSignal,
): Runner {
  const hardened = gitEnvironment(environment, folders);
  const globalArguments = [...hardenedSettings(folders.root), ...settings];
  // An empty PATH would make the system look in the current folder, which is the pull request's.
  const program = (): string => {
    const found = hardened.PATH === '' ? null : programToStart(hardened.PATH ?? '');
    if (found === null) throw gitMissing(hardened);
    return found;
  };
  const common = {
    cwd: folders.root,
    extendEnv: false,
    reject: false,
    stripFinalNewline: false,
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  } as const;

  const run: RunGit = async (args, options = {}) => {
    const { timeoutSeconds = defaultTimeoutSeconds } = options;
    const protocols = options.network === true ? { GIT_ALLOW_PROTOCOL: networkProtocols } : {};
    const child = start(() =>
      execa(program(), [...globalArguments, ...args], {
        ...common,
        timeout: timeoutSeconds * 1000,
        encoding: 'buffer',
        env: { ...hardened, ...options.environment, ...protocols },
        ...(options.input === undefined ? { stdin: 'ignore' } : { input: options.input }),
      }),
    );
    // A helper that git started for a remote can outlive it, and would hold its output open.
    child.once('exit', (_code, signal) => {
      if (signal === null) return;
      child.stdout.destroy();
      child.stderr.destroy();
    });
    const result = await child;
    const exitCode = exitCodeOf(args, result, hardened, timeoutSeconds);
    return { exitCode, stdout: Buffer.from(result.stdout), stderr: Buffer.from(result.stderr).toString() };
  };

  const stream: StreamGit = (args, lines) => {
    const child = start(() =>
      execa(program(), [...globalArguments, ...args], {
        ...common,
        env: hardened,
        stdin: lines,
        buffer: { stdout: false, stderr: true },
      }),
    );
    return {
      output: child.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>,
      finished: async (): Promise<Omit<GitResult, 'stdout'>> => {
        const result = await child;
        return { exitCode: exitCodeOf(args, result, hardened), stderr: result.stderr };
      },
      stop: async () => {
        // Output that nobody reads any more would keep the process from being seen as ended.
        child.stdout.destroy();
        child.kill();
        await child;
      },
    } satisfies GitStream;
  };

  return { run, stream };
}
