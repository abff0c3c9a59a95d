import type { MeasuredFile } from '../model/measured-file.ts';
import type { Profile } from '../model/profile.ts';
import type { SkippedFile, Suppression } from '../model/report.ts';
import type { ReviewedFile, WorstFunction } from '../model/review.ts';
import { sumLinesOfCode } from '../smells/index.ts';
import { assessMetrics, skippedFile } from './assess-file.ts';
import { reportFunction } from './report-function.ts';
import { suppressInReview } from './suppress-findings.ts';
import { findWorstFunctions, pickWorst } from './worst-functions.ts';

/** One reviewed file judged: measured, or skipped with the reason. */
export type ReviewedFileAssessment =
  | {
      readonly file: ReviewedFile;
      readonly worstFunctions: readonly WorstFunction[];
      readonly suppressions: readonly Suppression[];
      readonly warnings: readonly string[];
    }
  | { readonly skipped: SkippedFile };

/** Judges one file as it is, by the rules that hold for its path. Pure. */
export function assessReviewedFile(
  { file, new: side }: MeasuredFile,
  profile: Pick<Profile, 'rulesFor'>,
): ReviewedFileAssessment {
  const { path, pathIsExact } = file;
  if (side?.kind !== 'measured') return { skipped: skippedFile(path, side ?? notThere) };
  const rules = profile.rulesFor(path);
  const suppressed = suppressInReview(path, assessMetrics(side.metrics, rules), rules);
  const { side: assessed, suppressions, warnings } = suppressed;
  const { metrics, findings, score, breakdown } = assessed;
  return {
    file: {
      path,
      ...(pathIsExact ? {} : { pathIsExact: false as const }),
      hotspot: null,
      score,
      scoreBreakdown: breakdown,
      linesOfCode: sumLinesOfCode(metrics.functions),
      findings,
      functions: metrics.functions.map(reportFunction),
    },
    worstFunctions: pickWorst(findWorstFunctions(path, assessed)),
    suppressions,
    warnings,
  };
}

const notThere = { kind: 'unmeasurable', reason: 'it is not there', line: null } as const;
