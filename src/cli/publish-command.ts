import type { Command } from 'commander';
import { applyEnvironment } from './option-environment.ts';
import { addOptionsOfCheck } from './pick-options.ts';
import type { ProcessLike, SetExitCode } from './process-like.ts';
import { type PublishOptions, publishOptions } from './publish-options.ts';

const help = `
The file is not trusted: it must be of this commit, this pull request and the profile of the target branch, and its
gates are judged again. Its findings and scores are as trustworthy as the step that wrote it.

Each option can be set in the environment as well: --report-id is CODESCENE_PR_REPORT_ID.

Exit codes: 0 the gate holds and all is published · 1 the gate is violated · 2 the job could not be done.`;

/** `publish`: the result of an earlier step, which needed no credentials. */
export function addPublishCommand(program: Command, host: ProcessLike, setExitCode: SetExitCode): void {
  const command = program
    .command('publish')
    .description('publish the result that check wrote in an earlier step, one without credentials')
    .argument('<result.json>', 'what check --output json=<path> wrote');
  addOptionsOfCheck(command, publishOptions)
    .addHelpText('after', help)
    .hook('preAction', (_program, action) => applyEnvironment(action, host.env))
    .action(async (file: string, options: PublishOptions) => {
      const { runPublish } = await import('./run-publish.ts');
      setExitCode(await runPublish(host, file, options));
    });
}
