import type { Command } from 'commander';
import { addCheckOptions, type CheckOptions } from './check-options.ts';
import { applyEnvironment } from './option-environment.ts';
import type { ProcessLike, SetExitCode } from './process-like.ts';

const help = `
Each option can be set in the environment as well: --publish-timeout is CODESCENE_PR_PUBLISH_TIMEOUT.
A flag beats the environment, the environment beats the profile, the profile beats the default.

Exit codes: 0 the gate holds · 1 the gate is violated · 2 the job could not be done.`;

/** `check`: the delta analysis of a pull request, or of the local branch. */
export function addCheckCommand(program: Command, host: ProcessLike, setExitCode: SetExitCode): void {
  addCheckOptions(program.command('check'))
    .description('compare the code health of the changed files before and after, and apply the quality gate')
    .argument('[paths...]', 'only these files and folders of the change')
    .addHelpText('after', help)
    .hook('preAction', (_program, command) => applyEnvironment(command, host.env))
    .action(async (paths: string[], options: CheckOptions, command: Command) => {
      if (options.shard !== undefined) {
        const { runShard } = await import('./run-shard.ts');
        const isFlag = (name: string) => command.getOptionValueSource(name) === 'cli';
        setExitCode(await runShard(host, { paths, options, shard: options.shard, isFlag }));
        return;
      }
      const { runCheck } = await import('./run-check.ts');
      setExitCode(await runCheck(host, paths, options));
    });
}
