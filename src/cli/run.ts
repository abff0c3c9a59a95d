import { exitCodes, OutputError } from '../errors.ts';
import { createInterruption } from './interruption.ts';
import { toKnownError } from './known-error.ts';
import { main } from './main.ts';
import { writeError } from './write-error.ts';

let isOver = false;
const interruption = createInterruption(process, (error) => {
  // Where a run could not do its job, that has been said, and this comes of it.
  if (process.exitCode !== exitCodes.notDone)
    writeError(toKnownError(error) ?? error, process, { debug: false, json: false });
  process.exitCode = exitCodes.notDone;
  if (!isOver) process.exit();
});
let isOutputLost = false;

// A reader that has seen enough (`| head`) closes the pipe: that is no failure of the run.
for (const [name, stream] of [
  ['stdout', process.stdout],
  ['stderr', process.stderr],
] as const) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || isOutputLost) return;
    isOutputLost = true;
    interruption.fail(
      new OutputError(`Could not write to ${name}.`, {
        reason: `The system says ${error.code ?? error.message}.`,
        hint: 'Free some space, or write the report elsewhere.',
        cause: error,
      }),
    );
    process.exitCode = withLostOutput(Number(process.exitCode ?? exitCodes.passed));
  });
}

const exitCode = await main({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: currentFolder(),
  stdout: process.stdout,
  stderr: process.stderr,
  interruption,
});
isOver = true;
process.exitCode = isOutputLost ? withLostOutput(exitCode) : exitCode;

/** What else went wrong hides no violation. */
function withLostOutput(code: number): number {
  return code === exitCodes.passed ? exitCodes.notDone : code;
}

/** Where the folder is gone, its name is what can be said of it; whoever needs it finds out that it is not there. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env.PWD ?? '.';
  }
}
