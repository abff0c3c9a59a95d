import type { ReviewGateResult, ReviewReport, ReviewSummary } from '../../../model/review.ts';
import { countOf } from '../../plural.ts';
import type { Style } from '../style.ts';
import { renderFact, renderSentence, shortHash, type Verdict, verdictWord } from '../verdict.ts';
import { describeScore } from './score.ts';

/** The first lines: the verdict, by which profile, of what, and the totals. */
export function renderReviewVerdict(review: ReviewReport, style: Style): readonly string[] {
  const { profile, context, summary } = review;
  const source = context.source === null ? 'the working tree' : shortHash(context.source);
  return [
    ...renderSentence(verdictOf(review), sentenceOf(review), style),
    ...renderFact('profile', `${profile.name} (${profile.origin})`, style),
    ...renderFact('reviewed', source, style),
    ...renderTotals(summary, style),
    ...renderFloor(review.ratchet, style),
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

/** Without a minimum and without a floor, or where that is yet to be created, nothing is judged: nothing can pass. */
function verdictOf({ status, warnings, gates, ratchet }: ReviewReport): Verdict {
  const isCreated = ratchet !== null && ratchet.floor === null;
  const isJudged = gates.some((gate) => gate.status !== 'off' && !(gate.gate === 'ratchet' && isCreated));
  return { status, warnings, ...(isJudged ? {} : { passedWord: 'REVIEWED' }) };
}

function sentenceOf({ status, summary, gates, skipped }: ReviewReport): string {
  const unmeasured = skipped.filter((file) => file.unmeasured).length;
  const broken = unmeasured === 0 ? [] : [`${countOf(unmeasured, 'file')} could not be measured`];
  if (status === 'incomplete') return broken.join();
  const files = countOf(summary.filesReviewed, 'file');
  const violations = gates.filter(({ status: verdict }) => verdict === 'failed').map(describeViolation);
  if (violations.length > 0) return [...violations, ...broken].join('; ');
  if (summary.filesReviewed === 0) {
    return ['no source file of a supported type was measured', ...broken].join('; ');
  }
  const held = gates.filter(({ status: verdict }) => verdict === 'passed').map(({ gate }) => heldWords[gate]);
  return [[`${files} scored`, ...held].join(', '), ...broken].join('; ');

  function describeViolation({ gate, conditions }: ReviewGateResult): string {
    const [first] = conditions;
    return gate === 'ratchet' || !first
      ? 'worse than the floor'
      : `${conditions.length} of ${files} below ${first.limit.toFixed(2)}`;
  }
}

const heldWords: Readonly<Record<ReviewGateResult['gate'], string>> = {
  'min-score': 'none below the minimum',
  ratchet: 'the floor holds',
};

function renderTotals(summary: ReviewSummary, style: Style): readonly string[] {
  const { score, filesReviewed, linesOfCode, bands, findings } = summary;
  if (score === null) return [];
  const average = `${describeScore(score, style)}, on average over ${countOf(linesOfCode, 'line')} of code`;
  const { optimal, green, yellow, red } = bands;
  const colours = `${optimal} optimal, ${green} green, ${yellow} yellow, ${red} red`;
  const { total, critical, advisory } = findings;
  return [
    ...renderFact('score', average, style),
    ...renderFact('files', `${filesReviewed}: ${colours}`, style),
    ...renderFact('findings', `${total}: ${critical} critical, ${advisory} advisory`, style),
  ];
}

function renderFloor(ratchet: ReviewReport['ratchet'], style: Style): readonly string[] {
  if (!ratchet?.floor) return [];
  const { minScore, maxRedFiles, maxRedAndYellowFiles } = ratchet.floor;
  const values = `${minScore.toFixed(2)}, ${maxRedFiles} red, ${maxRedAndYellowFiles} red or yellow`;
  return renderFact('floor', `${values} (${ratchet.path})`, style);
}
