import type { FileReport, GateCondition } from '../model/report.ts';
import { describeArrivals } from './describe-arrivals.ts';
import { declineOf, formatPoints, isMoreThan, scoresOf } from './score-change.ts';

/** Judges how far a file's score fell; `null` for a file that does not stand on both sides. */
export function judgeDecline(
  file: FileReport,
  maxDecline: number,
  what: string,
): readonly GateCondition[] | null {
  const scores = scoresOf(file);
  if (!scores) return null;
  const decline = declineOf(scores);
  if (!isMoreThan(decline, maxDecline)) return [];
  const fall = `from ${formatPoints(scores.before)} to ${formatPoints(scores.after)}, by ${formatPoints(decline)}`;
  const message = `${what} declines ${fall}; ${describeLimit(maxDecline)}.${describeArrivals(file)}`;
  return [{ path: file.path, line: null, smell: null, measured: decline, limit: maxDecline, message }];
}

function describeLimit(maxDecline: number): string {
  return maxDecline === 0
    ? 'no decline is allowed'
    : `the largest allowed decline is ${formatPoints(maxDecline)}`;
}
