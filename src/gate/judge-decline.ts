import type { FileReport, GateCondition } from '../model/report.ts';
import { describeArrivals } from './describe-arrivals.ts';
import { declineOf, formatPoints, isMoreThan, scoresOf, scoresWithMoves } from './score-change.ts';

/** Judges how far a file's score fell beyond what only moved here; `null` for a file that is not on both sides. */
export function judgeDecline(
  file: FileReport,
  maxDecline: number,
  what: string,
): readonly GateCondition[] | null {
  return judge(file, scoresWithMoves(file), { maxDecline, what });
}

/** Judges whether a file's score fell at all, be it by what moved here: of a file that has a goal of its own. */
export function judgeAnyDecline(file: FileReport, what: string): readonly GateCondition[] | null {
  return judge(file, scoresOf(file), { maxDecline: 0, what });
}

function judge(
  file: FileReport,
  scores: ReturnType<typeof scoresOf>,
  { maxDecline, what }: { readonly maxDecline: number; readonly what: string },
): readonly GateCondition[] | null {
  if (!scores) return null;
  const decline = declineOf(scores);
  if (!isMoreThan(decline, maxDecline)) return [];
  const { before, after } = scores;
  const counted = before === file.oldScore ? '' : ' (with what moved here)';
  const fall = `from ${formatPoints(before)}${counted} to ${formatPoints(after)}, by ${formatPoints(decline)}`;
  const message = `${what} declines ${fall}; ${describeLimit(maxDecline)}.${describeArrivals(file)}`;
  return [{ path: file.path, line: null, smell: null, measured: decline, limit: maxDecline, message }];
}

function describeLimit(maxDecline: number): string {
  return maxDecline === 0
    ? 'no decline is allowed'
    : `the largest allowed decline is ${formatPoints(maxDecline)}`;
}
