import { describeArrivals } from './describe-arrivals.ts';
import type { Gate } from './gate.ts';
import { formatPoints, isBelow } from './score-change.ts';

/**
 * New files have a good score, or at least that of what only moved into them. A file whose old side could not be
 * measured counts as new.
 */
export const newCodeHealth: Gate<'new-code-health'> = {
  name: 'new-code-health',
  judge: (file, { minScore }) => {
    const { path, oldScore, newScore, oldScoreWithMoves } = file;
    if (oldScore !== null || newScore === null) return null;
    const limit = Math.min(minScore, oldScoreWithMoves ?? minScore);
    if (!isBelow(newScore, limit)) return [];
    const allowed = `the lowest allowed is ${formatPoints(minScore)}`;
    const moved = limit < minScore ? `, or the ${formatPoints(limit)} of what moved here` : '';
    const message = `The Code Health of new code is ${formatPoints(newScore)}; ${allowed}${moved}.${describeArrivals(file)}`;
    return [{ path, line: null, smell: null, measured: newScore, limit, message }];
  },
};
