import { Command } from 'commander';
import { version } from '../version.ts';
import { addCheckCommand } from './check-command.ts';
import { addDoctorCommand } from './doctor-command.ts';
import { addExplainCommand } from './explain-command.ts';
import { addInitCommand } from './init-command.ts';
import { addMergeCommand } from './merge-command.ts';
import type { ProcessLike, SetExitCode } from './process-like.ts';
import { addProfileCommand } from './profile-command.ts';
import { addPublishCommand } from './publish-command.ts';
import { addReviewCommand } from './review-command.ts';
import { addSchemaCommand } from './schema-command.ts';

/** Declares every command. Nothing heavy is loaded before a command runs. */
export function createProgram(host: ProcessLike, setExitCode: SetExitCode): Command {
  const program = new Command('codescene-pr')
    .description('Code health gate for Bitbucket pull requests: one pipeline step, no server, no webhook.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .showHelpAfterError('(run with --help for all options)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => host.stdout.columns ?? 100,
      getErrHelpWidth: () => host.stderr.columns ?? 100,
    });
  addCheckCommand(program, host, setExitCode);
  addReviewCommand(program, host, setExitCode);
  addInitCommand(program, host);
  addExplainCommand(program, host);
  addProfileCommand(program, host);
  addMergeCommand(program, host, setExitCode);
  addPublishCommand(program, host, setExitCode);
  addDoctorCommand(program, host, setExitCode);
  addSchemaCommand(program, host);
  return program;
}
