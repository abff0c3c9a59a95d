import { describeArrivals } from './describe-arrivals.ts';
import type { Gate } from './gate.ts';
import { formatPoints, isBelow } from './score-change.ts';

/** New files have a good score. A file whose old side could not be measured counts as new. */
export const newCodeHealth: Gate<'new-code-health'> = {
  name: 'new-code-health',
  judge: (file, { minScore }) => {
    const { path, oldScore, newScore } = file;
    if (oldScore !== null || newScore === null) return null;
    if (!isBelow(newScore, minScore)) return [];
    const message = `The Code Health of new code is ${formatPoints(newScore)}; the lowest allowed is ${formatPoints(minScore)}.${describeArrivals(file)}`;
    return [{ path, line: null, smell: null, measured: newScore, limit: minScore, message }];
  },
};
