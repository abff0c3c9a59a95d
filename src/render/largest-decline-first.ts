import type { FileReport } from '../model/report.ts';
import { riseOf, scorePairOf } from '../report/summarize-scores.ts';
import { compareKeys, type SortKey } from '../report/worst-first.ts';
import { isOfInterest } from './is-of-interest.ts';

/** The files in which something changed, the largest decline first. */
export function largestDeclineFirst(files: readonly FileReport[]): readonly FileReport[] {
  return files.filter(isOfInterest).sort((a, b) => compareKeys(sortKey(a), sortKey(b)));
}

function sortKey(file: FileReport): SortKey {
  const pair = scorePairOf(file);
  return [file.change === 'deleted' ? 1 : 0, pair ? riseOf(pair) : 0, file.newScore ?? 0, file.path];
}
