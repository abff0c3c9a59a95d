import type { Command } from 'commander';
import { applyEnvironment } from './option-environment.ts';
import type { ProcessLike } from './process-like.ts';
import { reportOptions } from './report-options.ts';
import { sourceOption } from './review-options.ts';
import type { ExplainOptions } from './run-explain.ts';

/** `explain [smell]`, `explain path:line`: the documentation of a smell, the list of all, or what stands somewhere. */
export function addExplainCommand(program: Command, host: ProcessLike): void {
  program
    .command('explain')
    .description(
      'explain a code smell: what it is, why it matters, how to mend it; or what stands in a file or at a line; without a name, list all smells',
    )
    .argument('[smell or place]', "id or CodeScene's name of a smell; or <file>, or <file>:<line>")
    .addOption(sourceOption())
    .addOption(reportOptions.profile())
    .addOption(reportOptions.debug())
    .addOption(reportOptions.noColor())
    .hook('preAction', (_program, command) => applyEnvironment(command, host.env))
    .action(async (topic: string | undefined, options: ExplainOptions) => {
      const { runExplain } = await import('./run-explain.ts');
      host.stdout.write(await runExplain(host, topic, options));
    });
}
