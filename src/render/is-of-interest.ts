import type { FileReport } from '../model/report.ts';

/** Whether something got better or worse in a file, or moved; a new file in which nothing is found is of none. */
export function isOfInterest({ findings, moved, oldScore, newScore, change }: FileReport): boolean {
  if (findings.length > 0 || moved.length > 0) return true;
  if (change === 'deleted' || newScore === null) return false;
  return oldScore === null ? change !== 'added' : oldScore !== newScore;
}
