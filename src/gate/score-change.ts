import type { FileReport } from '../model/report.ts';

/** Scores have two decimals: they are compared as whole hundredths, where 0.1 + 0.2 is 0.3. */
const hundredthsPerPoint = 100;
/** Smaller than any difference that is meant, larger than what a product of decimals is off by. */
const roundingError = 1e-6;

/** Both scores of a file that stands on both sides; `null` for a new or deleted one. */
export function scoresOf(file: FileReport): { readonly before: number; readonly after: number } | null {
  const { oldScore, newScore } = file;
  return oldScore === null || newScore === null ? null : { before: oldScore, after: newScore };
}

/**
 * Both scores of a file that stands on both sides, the old one with what the change moved here where that makes it
 * lower: what only moved was as bad before.
 */
export function scoresWithMoves(file: FileReport): ReturnType<typeof scoresOf> {
  const scores = scoresOf(file);
  return scores && { ...scores, before: Math.min(scores.before, file.oldScoreWithMoves ?? scores.before) };
}

/** How far a score fell, in points, to the hundredth; negative where it rose. */
export function declineOf({ before, after }: { readonly before: number; readonly after: number }): number {
  return (toHundredths(before) - toHundredths(after)) / hundredthsPerPoint;
}

/** Whether a score is lower than the lowest allowed one. */
export function isBelow(score: number, minScore: number): boolean {
  return toHundredths(score) < minScore * hundredthsPerPoint - roundingError;
}

/** Whether a decline is larger than the largest allowed one. */
export function isMoreThan(decline: number, maxDecline: number): boolean {
  return toHundredths(decline) > maxDecline * hundredthsPerPoint + roundingError;
}

function toHundredths(points: number): number {
  return Math.round(points * hundredthsPerPoint);
}

/** A score or a decline for a reader, with its two decimals. */
export function formatPoints(points: number): string {
  return points.toFixed(2);
}
