import { CommanderError } from 'commander';
import { type ExitCode, exitCodes } from '../errors.ts';
import { toKnownError } from './known-error.ts';
import type { ProcessLike } from './process-like.ts';
import { createProgram } from './program.ts';
import { writeError } from './write-error.ts';

/**
 * Runs the command line. Never throws and never ends the process: what was written can flush.
 * @returns the exit code: 0 the gate holds, 1 it is violated, 2 the job could not be done.
 */
export async function main(host: ProcessLike): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.passed;
  const program = createProgram(host, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...host.argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    // commander has said by itself what is wrong with a flag, and printed help and version.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.passed : exitCodes.notDone;
    writeError(toKnownError(error) ?? error, host, {
      debug: host.argv.includes('--debug'),
      json: asksForJson(host),
    });
    return exitCodes.notDone;
  }
}

/** Whether stdout is expected to carry JSON; asked where options may not have been read yet. */
function asksForJson({ argv, env }: ProcessLike): boolean {
  const flag = argv.findIndex((word) => word === '--format' || word.startsWith('--format='));
  if (flag === -1) return env.CODESCENE_PR_FORMAT === 'json';
  return argv[flag] === '--format=json' || argv[flag + 1] === 'json';
}
