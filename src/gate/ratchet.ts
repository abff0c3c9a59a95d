import type { Floor, RatchetInForce } from '../model/ratchet.ts';
import type { ReviewGateResult, ReviewSummary } from '../model/review.ts';
import { formatPoints, isBelow } from './score-change.ts';

type Judged = Pick<ReviewSummary, 'score' | 'bands'>;

interface Violation {
  readonly measured: number;
  readonly limit: number;
  readonly message: string;
}

/**
 * Whether a review is as good as the stored floor, or better.
 *
 * Of an incomplete review the counts alone are judged: a file that is missing can only add to them, while it can pull
 * the average either way. Where they hold, such a review has not passed: the gate is `not-applicable`.
 *
 * @param ratchet `null` where none is asked for: the gate is off.
 */
export function judgeRatchet(
  summary: Judged,
  ratchet: RatchetInForce | null,
  isComplete: boolean,
): ReviewGateResult {
  if (ratchet === null) return { gate: 'ratchet', status: 'off', conditions: [] };
  const { path, floor } = ratchet;
  if (floor === null || summary.score === null)
    return { gate: 'ratchet', status: 'not-applicable', conditions: [] };
  const violations = [
    ...(isComplete ? judgeScore(summary.score, floor) : []),
    ...judgeCounts(summary, floor),
  ];
  const conditions = violations.map((violation) => ({ path, line: null, smell: null, ...violation }));
  const held = isComplete ? 'passed' : 'not-applicable';
  return { gate: 'ratchet', status: conditions.length > 0 ? 'failed' : held, conditions };
}

function judgeScore(score: number, { minScore }: Floor): readonly Violation[] {
  if (!isBelow(score, minScore)) return [];
  const message = `The average Code Health is ${formatPoints(score)}; the floor is ${formatPoints(minScore)}.`;
  return [{ measured: score, limit: minScore, message }];
}

function judgeCounts(summary: Judged, floor: Floor): readonly Violation[] {
  const { red, redAndYellow } = countUnhealthy(summary);
  return [
    ...judgeCount(red, floor.maxRedFiles, 'red'),
    ...judgeCount(redAndYellow, floor.maxRedAndYellowFiles, 'red or yellow'),
  ];
}

function judgeCount(count: number, limit: number, colour: string): readonly Violation[] {
  if (count <= limit) return [];
  const files = count === 1 ? '1 file is' : `${count} files are`;
  return [{ measured: count, limit, message: `${files} ${colour}; the floor allows ${limit}.` }];
}

/**
 * The floor that a complete review gives: each value moves for the better alone.
 * @param floor `null` for a new one, which is what was measured.
 */
export function raiseFloor(
  { score, bands }: Judged & { readonly score: number },
  floor: Floor | null,
): Floor {
  const { red, redAndYellow } = countUnhealthy({ score, bands });
  if (floor === null) return { minScore: score, maxRedFiles: red, maxRedAndYellowFiles: redAndYellow };
  return {
    minScore: isBelow(floor.minScore, score) ? score : floor.minScore,
    maxRedFiles: Math.min(floor.maxRedFiles, red),
    maxRedAndYellowFiles: Math.min(floor.maxRedAndYellowFiles, redAndYellow),
  };
}

function countUnhealthy({ bands }: Judged) {
  return { red: bands.red, redAndYellow: bands.red + bands.yellow };
}
