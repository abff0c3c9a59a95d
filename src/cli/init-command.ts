import type { Command } from 'commander';
import type { ProcessLike } from './process-like.ts';
import type { InitOptions } from './run-init.ts';

const help = `
A second run changes nothing. A file that is there with another content is kept: exit code 2, and its name.`;

/** `init`: a profile to begin with, and the step for Bitbucket Pipelines. */
export function addInitCommand(program: Command, host: ProcessLike): void {
  program
    .command('init')
    .description(
      'write .codescene/quality-profile.yml with its schema, and print the step for bitbucket-pipelines.yml',
    )
    .option('--write', 'put the step into bitbucket-pipelines.yml, and keep everything that is there')
    .option('--force', 'overwrite the profile and its schema where they exist')
    .addHelpText('after', help)
    .action(async (options: InitOptions) => {
      const { runInit } = await import('./run-init.ts');
      await runInit(host, options);
    });
}
