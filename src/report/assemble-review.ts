import { isComplete, judgeMinScore, judgeRatchet, statusOf } from '../gate/index.ts';
import type { Profile } from '../model/profile.ts';
import type { RatchetInForce } from '../model/ratchet.ts';
import { type SkippedFile, schemaVersion } from '../model/report.ts';
import type { ReviewContext, ReviewedFile, ReviewReport } from '../model/review.ts';
import { compareText } from '../score/index.ts';
import { warnAboutUnmeasured } from './assemble-report.ts';
import type { ReviewedFileAssessment } from './assess-reviewed-file.ts';
import { summarizeReview } from './summarize-review.ts';
import { pickWorst } from './worst-functions.ts';

/** What the report of a review is made of once every file has been assessed. */
export interface ReviewParts {
  readonly tool: ReviewReport['tool'];
  readonly context: ReviewContext;
  readonly profile: Profile;
  /** The lowest allowed score of a file; `null` for none. */
  readonly minScore: number | null;
  /** The floor under the whole; `null` for none. */
  readonly ratchet: RatchetInForce | null;
  readonly assessments: readonly ReviewedFileAssessment[];
  /** Files that were left out before anything was read. */
  readonly skipped: readonly SkippedFile[];
  readonly warnings: readonly string[];
}

/** Judges by minimum and floor and puts the report together, in an order that depends on the content alone. Pure. */
export function assembleReview(parts: ReviewParts): ReviewReport {
  const { tool, context, profile, minScore, ratchet, assessments, warnings } = parts;
  const reviewed = assessments
    .flatMap((each) => ('file' in each ? [each] : []))
    .sort((a, b) => compareText(a.file.path, b.file.path));
  const files = reviewed.map(({ file }) => file).sort(worstFirst);
  const skipped = [
    ...parts.skipped,
    ...assessments.flatMap((each) => ('skipped' in each ? [each.skipped] : [])),
  ].sort((a, b) => compareText(a.path, b.path));
  const summary = summarizeReview(files, skipped.length);
  const gates = [
    judgeMinScore(files, minScore),
    judgeRatchet(summary, ratchet, isComplete(skipped, profile)),
  ];
  return {
    schemaVersion,
    kind: 'review',
    tool,
    status: statusOf(gates, skipped, profile),
    context,
    profile: { name: profile.name, origin: profile.origin },
    summary,
    gates,
    ratchet,
    worstFunctions: pickWorst(reviewed.flatMap(({ worstFunctions }) => worstFunctions)),
    files,
    skipped,
    suppressions: reviewed.flatMap(({ suppressions }) => suppressions),
    warnings: [
      ...warnings,
      ...reviewed.flatMap((each) => each.warnings),
      ...warnAboutUnmeasured(skipped, profile),
    ],
  };
}

function worstFirst(a: ReviewedFile, b: ReviewedFile): number {
  return a.score - b.score || b.linesOfCode - a.linesOfCode || compareText(a.path, b.path);
}
