import type { Command } from 'commander';
import { type DoctorOptions, doctorOptions } from './doctor-options.ts';
import { applyEnvironment } from './option-environment.ts';
import { addOptionsOfCheck } from './pick-options.ts';
import type { ProcessLike, SetExitCode } from './process-like.ts';

const help = `
Changes nothing: origin and Bitbucket are asked by requests that only read.

Each option can be set in the environment as well: --api-url is CODESCENE_PR_API_URL.

Exit codes: 0 everything is there, perhaps with warnings · 2 something is missing that check needs, or the publishing
  that is on here.`;

/** `doctor`: whether this place can do the job. */
export function addDoctorCommand(program: Command, host: ProcessLike, setExitCode: SetExitCode): void {
  const command = program
    .command('doctor')
    .description('say line by line whether check can do its job here, and what to do about what is missing');
  addOptionsOfCheck(command, doctorOptions)
    .addHelpText('after', help)
    .hook('preAction', (_program, action) => applyEnvironment(action, host.env))
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('./run-doctor.ts');
      setExitCode(await runDoctor(host, options));
    });
}
