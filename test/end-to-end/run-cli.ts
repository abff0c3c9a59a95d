import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../src/model/report.ts';
import type { ReviewReport } from '../../src/model/review.ts';
import { testEnvironment } from '../helpers/create-repository.ts';

const builtCli = fileURLToPath(new URL('../../bin/codescene-pr.js', import.meta.url));

/** A finished run of the real command line. */
export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The script to run; this checkout's by default. */
  readonly cli?: string;
}

/** Runs the built command line as a child process that sees no configuration of this machine. */
export async function runCli(
  args: readonly string[],
  { cwd, env = {}, cli = builtCli }: RunOptions,
): Promise<Run> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: testEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { exitCode, ...output };
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
