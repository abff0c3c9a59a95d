import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../src/model/report.ts';
import type { ReviewReport } from '../../src/model/review.ts';
import { testEnvironment } from '../helpers/create-repository.ts';

const builtCli = fileURLToPath(new URL('../../bin/codescene-pr.js', import.meta.url));

/** A finished run of the real command line. */
export interface Run {
  /** `null` where a signal ended it. */
  readonly exitCode: number | null;
  /** The signal that ended it, where one did. */
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The script to run; this checkout's by default. */
  readonly cli?: string;
  /** A file descriptor that stdout goes to instead of being read. */
  readonly stdout?: number;
  /** A program with its arguments that runs the command line given to it behind them; none by default. */
  readonly through?: readonly string[];
}

/** A run of the real command line that has not ended yet. */
export interface RunningCli {
  /** Sends a signal of the system. */
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Reads no more of stdout, as `| head` does. */
  readonly closeStdout: () => void;
  /** Waits until a text has stood on stdout, or the run has ended without it. */
  readonly stdoutHas: (text: string) => Promise<void>;
  readonly finished: Promise<Run>;
}

/** Runs the built command line as a child process that sees no configuration of this machine. */
export function runCli(args: readonly string[], options: RunOptions): Promise<Run> {
  return startCli(args, options).finished;
}

/** The same, for a test that does something while it runs. */
export function startCli(
  args: readonly string[],
  { cwd, env = {}, cli = builtCli, stdout, through = [] }: RunOptions,
): RunningCli {
  const [program = process.execPath, ...rest] = [...through, process.execPath, cli, ...args];
  const child = spawn(program, rest, {
    cwd,
    env: testEnvironment(env),
    stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  const finished = new Promise<Run>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, ...output }));
  });
  const stdoutHas = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (output.stdout.includes(text)) resolve();
      };
      look();
      child.stdout?.on('data', look);
      child.on('close', () => resolve());
    });
  const closeStdout = () => child.stdout?.destroy();
  return { kill: (signal) => child.kill(signal), closeStdout, stdoutHas, finished };
}

/** Runs `check --format json` and gives the report beside the run. */
export async function checkAsJson(
  args: readonly string[],
  options: RunOptions,
): Promise<Run & { readonly report: Report }> {
  const run = await runCli(['check', '--format', 'json', ...args], options);
  return { ...run, report: JSON.parse(run.stdout) as Report };
}

/** Runs `review --format json` and gives the report beside the run. */
export async function reviewAsJson(
  args: readonly string[],
  options: RunOptions,
): Promise<Run & { readonly report: ReviewReport }> {
  const run = await runCli(['review', '--format', 'json', ...args], options);
  return { ...run, report: JSON.parse(run.stdout) as ReviewReport };
}
