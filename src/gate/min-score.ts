import type { ReviewedFile, ReviewGateResult } from '../model/review.ts';
import { compareConditions } from './compare-conditions.ts';
import { formatPoints, isBelow } from './score-change.ts';

/**
 * Whether every reviewed file reaches a score.
 * @param minScore the lowest allowed one; `null` for none: the gate is off.
 */
export function judgeMinScore(
  files: readonly Pick<ReviewedFile, 'path' | 'score'>[],
  minScore: number | null,
): ReviewGateResult {
  if (minScore === null) return { gate: 'min-score', status: 'off', conditions: [] };
  if (files.length === 0) return { gate: 'min-score', status: 'not-applicable', conditions: [] };
  const conditions = files
    .filter(({ score }) => isBelow(score, minScore))
    .map(({ path, score }) => ({
      path,
      line: null,
      smell: null,
      measured: score,
      limit: minScore,
      message: `Code Health is ${formatPoints(score)}; the lowest allowed is ${formatPoints(minScore)}.`,
    }))
    .sort((a, b) => a.measured - b.measured || compareConditions(a, b));
  return { gate: 'min-score', status: conditions.length > 0 ? 'failed' : 'passed', conditions };
}
