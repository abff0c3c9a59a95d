import { type ExitCode, UsageError } from '../errors.ts';
import type { RatchetOptions } from '../pipeline/load-ratchet.ts';
import { reviewRepository } from '../review-repository.ts';
import { chooseCache } from './choose-cache.ts';
import { attempt, deliverReport, exitCodeOf } from './deliver-report.ts';
import { createNotes } from './notes.ts';
import type { ProcessLike } from './process-like.ts';
import { createProgress } from './progress.ts';
import type { ReviewOptions } from './review-options.ts';
import { updateRatchet } from './update-ratchet.ts';

/** Runs `review`: measure with progress on a terminal, write the reports and the floor, decide the exit code. */
export async function runReview(
  host: ProcessLike,
  paths: readonly string[],
  options: ReviewOptions,
): Promise<ExitCode> {
  const { source, profile, profileFrom, minScore, explainScore = false } = options;
  const progress = createProgress(host, options);
  const { report, ratchet, root, readCode } = await reviewRepository({
    cwd: host.cwd,
    env: host.env,
    paths,
    source,
    profile,
    profileFrom,
    minScore,
    jobs: options.jobs,
    ratchet: readRatchetOptions(options),
    cache: chooseCache(host, options),
    onProgress: progress.show,
  }).finally(progress.erase);
  const done = [
    await deliverReport(host, options, {
      isOfChange: false,
      root,
      readCode,
      renderBy: ({ renderReview }, look) => renderReview(report, { ...look, explainScore }),
    }),
    await attempt(host, options, () => updateRatchet(ratchet, createNotes(host, options))),
  ];
  return exitCodeOf(report, options.fail, done.every(Boolean));
}

function readRatchetOptions({ ratchet: file, update }: ReviewOptions): RatchetOptions | undefined {
  if (file !== undefined) return { file, update };
  if (update !== true) return undefined;
  throw new UsageError('--update is given without --ratchet.', {
    reason: 'It moves up the floor that is stored in the file of --ratchet.',
    hint: 'Name the file: --ratchet .codescene/ratchet.json.',
  });
}
