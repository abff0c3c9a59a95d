import type { ReviewReport } from '../model/review.ts';
import { conditionRows, renderViolatedGate } from './terminal/gates.ts';
import { renderSkipped, renderSuppressions, renderWarnings } from './terminal/remarks.ts';
import { renderHealthyFiles, renderWorstFiles } from './terminal/review/files.ts';
import { renderWorstFunctions } from './terminal/review/functions.ts';
import { renderReviewSteps } from './terminal/review/next-steps.ts';
import { renderReviewCounts, renderReviewVerdict } from './terminal/review/verdict.ts';
import { layOutColumns } from './terminal/rows.ts';
import type { Style } from './terminal/style.ts';

/**
 * The review for people at a terminal: the totals first, then what to do, then the worst files and functions.
 * @param explainScore below each listed file, the sum that its score is made of.
 */
export function renderReview(review: ReviewReport, style: Style, explainScore: boolean): string {
  const sections = [
    renderReviewVerdict(review, style),
    renderReviewSteps(review, style),
    renderViolations(review, style),
    renderWorstFiles(review, style, explainScore),
    renderHealthyFiles(review, style),
    renderWorstFunctions(review, style),
    renderSkipped(review, style),
    renderWarnings(review, style),
    renderSuppressions(review, style),
    renderReviewCounts(review, style),
  ];
  const shown = sections.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function renderViolations({ gates }: ReviewReport, style: Style): readonly string[] {
  const violated = gates.filter(({ status }) => status === 'failed');
  const columns = layOutColumns(conditionRows(violated, style), style);
  return violated.flatMap((gate) => renderViolatedGate(gate, columns, style));
}
