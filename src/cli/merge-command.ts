import type { Command } from 'commander';
import { type MergeOptions, mergeOptions } from './merge-options.ts';
import { applyEnvironment } from './option-environment.ts';
import { addOptionsOfCheck } from './pick-options.ts';
import type { ProcessLike, SetExitCode } from './process-like.ts';

const help = `
It needs the clone, of the same depth as in the shards, and gives the report that an undivided check would have given.
All parts have to be there, by the same version, for this commit, merge base and profile. What they say was measured is
taken as it is: it is as trustworthy as the steps that measured it.

Each option can be set in the environment as well: --report-id is CODESCENE_PR_REPORT_ID.

Exit codes: 0 the gate holds · 1 the gate is violated · 2 the job could not be done.`;

/** `merge`: the partial results of shards, judged together. */
export function addMergeCommand(program: Command, host: ProcessLike, setExitCode: SetExitCode): void {
  const command = program
    .command('merge')
    .description(
      'join what check --shard measured in parallel steps, apply the quality gate, report and publish',
    )
    .argument('<result.json...>', 'what check --shard <i/n> --output json=<path> wrote, each part once');
  addOptionsOfCheck(command, mergeOptions)
    .addHelpText('after', help)
    .hook('preAction', (_program, action) => applyEnvironment(action, host.env))
    .action(async (files: string[], options: MergeOptions) => {
      const { runMerge } = await import('./run-merge.ts');
      setExitCode(await runMerge(host, files, options));
    });
}
