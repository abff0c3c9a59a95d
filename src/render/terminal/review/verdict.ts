import type { ReviewReport, ReviewSummary } from '../../../model/review.ts';
import { countOf } from '../../plural.ts';
import {
  describeBands,
  describeFindings,
  describeFloor,
  isJudged,
  reviewSentence,
} from '../../review-words.ts';
import { shortHash } from '../../verdict-words.ts';
import { summarizeViolations } from '../gates.ts';
import type { Style } from '../style.ts';
import { renderFact, renderSentence, type Verdict, verdictWord } from '../verdict.ts';
import { describeScore } from './score.ts';

/** The first lines: the verdict, by which profile, of what, and the totals. */
export function renderReviewVerdict(review: ReviewReport, style: Style): readonly string[] {
  const { profile, context, summary } = review;
  const source = context.source === null ? 'the working tree' : shortHash(context.source);
  return [
    ...renderSentence(verdictOf(review), reviewSentence(review), style),
    ...summarizeViolations(review.gates, style),
    ...renderFact('profile', `${profile.name} (${profile.origin})`, style),
    ...renderFact('reviewed', source, style),
    ...renderTotals(summary, style),
    ...renderFloor(review, style),
  ];
}

/** The last lines: the verdict again, for logs that are read from their end, and the counts. */
export function renderReviewCounts(review: ReviewReport, style: Style): readonly string[] {
  const { filesReviewed, filesSkipped, findings, score } = review.summary;
  const health = score === null ? [] : [`Code Health ${describeScore(score, style)}`];
  const counts = [...health, countOf(findings.total, 'finding')].join(', ');
  const files = `${countOf(filesReviewed, 'file')} measured, ${filesSkipped} skipped`;
  return [`${verdictWord(verdictOf(review), style)}  ${counts}`, style.paint.dim(`  ${files}`)];
}

function verdictOf(review: ReviewReport): Verdict {
  const { status, warnings } = review;
  return { status, warnings, ...(isJudged(review) ? {} : { passedWord: 'REVIEWED' }) };
}

function renderTotals(summary: ReviewSummary, style: Style): readonly string[] {
  const { score, linesOfCode } = summary;
  if (score === null) return [];
  const average = `${describeScore(score, style)}, on average over ${countOf(linesOfCode, 'line')} of code`;
  return [
    ...renderFact('score', average, style),
    ...renderFact('files', describeBands(summary), style),
    ...renderFact('findings', describeFindings(summary), style),
  ];
}

function renderFloor(review: ReviewReport, style: Style): readonly string[] {
  const values = describeFloor(review);
  return values === null ? [] : renderFact('floor', `${values} (${review.ratchet?.path})`, style);
}
