import type { ExitCode } from '../errors.ts';
import { renderers } from '../render/index.ts';
import { reviewRepository } from '../review-repository.ts';
import { deliverReport, exitCodeOf } from './deliver-report.ts';
import type { ProcessLike } from './process-like.ts';
import { createProgress } from './progress.ts';
import type { ReviewOptions } from './review-options.ts';

/** Runs `review`: measure with progress on a terminal, write the reports, decide the exit code. */
export async function runReview(
  host: ProcessLike,
  paths: readonly string[],
  options: ReviewOptions,
): Promise<ExitCode> {
  const { source, profile, profileFrom, minScore, explainScore = false } = options;
  const progress = createProgress(host, options);
  const { report } = await reviewRepository({
    cwd: host.cwd,
    env: host.env,
    paths,
    source,
    profile,
    profileFrom,
    minScore,
    onProgress: progress.show,
  }).finally(progress.erase);
  const done = await deliverReport(host, options, (format, look) =>
    renderers[format].renderReview(report, { ...look, explainScore }),
  );
  return exitCodeOf(report, options.fail, done);
}
