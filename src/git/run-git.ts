import { EnvironmentError, GitError } from '../errors.ts';
import { escapeControlCharacters } from './describe-output.ts';
import { programToStart } from './find-program.ts';
import { type GitFolders, gitEnvironment } from './git-environment.ts';
import { hardenedSettings } from './hardened-settings.ts';
import type { Environment, GitResult, GitStream, RunGit, StreamGit } from './repository.ts';
import { type Ending, type StartedGit, type StartOptions, startGit } from './start-git.ts';

/** How long one git command may take by default; a stream has no limit, because it waits for its reader. */
const defaultTimeoutSeconds = 300;

/** Protocols that a fetch may use; `ext` and remote helpers of other names run programs. */
const networkProtocols = 'file:http:https:ssh';

/** More bytes of one answer than this are not held; a stream has no limit. */
const maxAnswer = 100_000_000;

/** Why a process was ended from here; `null` where it was not. */
type Cut = 'timeout' | 'too-long' | null;

function gitMissing(environment: Environment): EnvironmentError {
  const searched = environment.PATH ?? '';
  return new EnvironmentError('git was not found.', {
    reason: `No program git stands in a folder of PATH outside the repository (${searched === '' ? 'none is left' : escapeControlCharacters(searched)}).`,
    hint: 'Install git: the images node:…-slim and node:…-alpine have none (apt-get update && apt-get install -y git, or apk add git), node:20 and node:22 do.',
  });
}

/** The git command among the arguments, for messages: settings may stand before it. */
function commandOf(args: readonly string[]): string {
  return args.find((arg, index) => arg !== '-c' && args[index - 1] !== '-c') ?? '';
}

interface Finished {
  readonly args: readonly string[];
  readonly ending: Ending;
  readonly environment: Environment;
}

function exitCodeOf({ args, ending, environment }: Finished): number {
  if (ending.code === 'ENOENT') throw gitMissing(environment);
  if (ending.exitCode !== null) return ending.exitCode;
  throw new GitError(`git ${commandOf(args)} did not run to its end.`, {
    reason: `The system says ${ending.signal ?? ending.code ?? 'nothing more'}.`,
    hint: 'SIGKILL often means that there was too little memory; EACCES that git may not be executed.',
  });
}

function refuseCut(args: readonly string[], cut: Cut, timeoutSeconds: number): void {
  if (cut === 'timeout') {
    throw new GitError(
      `git ${commandOf(args)} did not end within ${timeoutSeconds} seconds and was stopped.`,
      {
        hint: 'Check the connection to the remote, then run again.',
      },
    );
  }
  if (cut === 'too-long') {
    throw new GitError(`git ${commandOf(args)} answered with more than 100 MB.`, {
      hint: 'Compare revisions that lie closer together.',
    });
  }
}

/** Waits for the end of a process and its whole answer, as far as time and memory allow. */
async function gather({ stdout, ended, kill }: StartedGit, timeoutSeconds: number) {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let cut: Cut = null;
  const end = (reason: Cut) => {
    cut ??= reason;
    kill();
  };
  stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxAnswer) end('too-long');
    else chunks.push(chunk);
  });
  const timer = setTimeout(() => end('timeout'), timeoutSeconds * 1000);
  const ending = await ended;
  clearTimeout(timer);
  return { ending, answer: Buffer.concat(chunks), cut: cut as Cut };
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
  const start = (args: readonly string[], options: Pick<StartOptions, 'input'> & { env?: Environment }) => {
    const { input, env = {} } = options;
    const variables = { ...hardened, ...env };
    const all = [...globalArguments, ...args];
    return startGit(program(), all, { cwd: folders.root, env: variables, input, signal });
  };

  const run: RunGit = async (args, options = {}) => {
    const { timeoutSeconds = defaultTimeoutSeconds, input } = options;
    const protocols = options.network === true ? { GIT_ALLOW_PROTOCOL: networkProtocols } : {};
    const env = { ...options.environment, ...protocols };
    const started = start(args, { env, input: input && [input] });
    const { ending, answer, cut } = await gather(started, timeoutSeconds);
    refuseCut(args, cut, timeoutSeconds);
    const exitCode = exitCodeOf({ args, ending, environment: hardened });
    return { exitCode, stdout: answer, stderr: ending.stderr.toString() };
  };

  const stream: StreamGit = (args, lines) => {
    const { stdout, ended, kill } = start(args, { input: lines });
    return {
      output: stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>,
      finished: async (): Promise<Omit<GitResult, 'stdout'>> => {
        const ending = await ended;
        const exitCode = exitCodeOf({ args, ending, environment: hardened });
        return { exitCode, stderr: ending.stderr.toString() };
      },
      stop: async () => {
        // Output that nobody reads any more would keep the process from being seen as ended.
        stdout.destroy();
        kill();
        await ended;
      },
    } satisfies GitStream;
  };

  return { run, stream };
}
