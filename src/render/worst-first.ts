import type { FileReport } from '../model/report.ts';
import { riseOf, scorePairOf } from '../report/summarize-scores.ts';
import { compareKeys, type SortKey } from '../report/worst-first.ts';

/** Files for a reader: the largest decline first, of equal ones the lowest score; deleted ones last. */
export function worstFirst(files: readonly FileReport[]): readonly FileReport[] {
  return [...files].sort((a, b) => compareKeys(sortKey(a), sortKey(b)));
}

function sortKey(file: FileReport): SortKey {
  const pair = scorePairOf(file);
  return [file.change === 'deleted' ? 1 : 0, pair ? riseOf(pair) : 0, file.newScore ?? 0, file.path];
}
