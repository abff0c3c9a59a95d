import type { Command } from 'commander';
import { applyEnvironment } from './option-environment.ts';
import type { ProcessLike, SetExitCode } from './process-like.ts';
import { addReviewOptions, type ReviewOptions } from './review-options.ts';

const help = `
Each option can be set in the environment as well: --min-score is CODESCENE_PR_MIN_SCORE.

Exit codes: 0 done, no file below --min-score, nothing worse than the floor of --ratchet · 1 else
  · 2 the job could not be done.`;

/** `review`: whole files scored as they are. */
export function addReviewCommand(program: Command, host: ProcessLike, setExitCode: SetExitCode): void {
  addReviewOptions(program.command('review'))
    .description('score whole files, folders or the repository as they are, the worst first')
    .argument('[paths...]', 'only these files and folders')
    .addHelpText('after', help)
    .hook('preAction', (_program, command) => applyEnvironment(command, host.env))
    .action(async (paths: string[], options: ReviewOptions) => {
      const { runReview } = await import('./run-review.ts');
      setExitCode(await runReview(host, paths, options));
    });
}
