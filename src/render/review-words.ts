import type { ReviewGateResult, ReviewReport, ReviewSummary } from '../model/review.ts';
import { countOf } from './plural.ts';

/** Without a minimum and without a floor, or where that is yet to be created, nothing is judged: nothing can pass. */
export function isJudged({ gates, ratchet }: Pick<ReviewReport, 'gates' | 'ratchet'>): boolean {
  const isCreated = ratchet !== null && ratchet.floor === null;
  return gates.some((gate) => gate.status !== 'off' && !(gate.gate === 'ratchet' && isCreated));
}

/** What the verdict of a review rests on, in one sentence without its full stop; nothing in it is from a repository. */
export function reviewSentence({ status, summary, gates, skipped }: ReviewReport): string {
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

/** How many files have which colour: "3: 2 optimal, 0 green, 1 yellow, 0 red". */
export function describeBands({ filesReviewed, bands }: ReviewSummary): string {
  const { optimal, green, yellow, red } = bands;
  return `${filesReviewed}: ${optimal} optimal, ${green} green, ${yellow} yellow, ${red} red`;
}

/** How many findings there are of which severity: "3: 1 critical, 2 advisory". */
export function describeFindings({ findings }: ReviewSummary): string {
  return `${findings.total}: ${findings.critical} critical, ${findings.advisory} advisory`;
}

/** The values of the floor that is in force; `null` where there is none. */
export function describeFloor({ ratchet }: Pick<ReviewReport, 'ratchet'>): string | null {
  if (!ratchet?.floor) return null;
  const { minScore, maxRedFiles, maxRedAndYellowFiles } = ratchet.floor;
  return `${minScore.toFixed(2)}, ${maxRedFiles} red, ${maxRedAndYellowFiles} red or yellow`;
}
