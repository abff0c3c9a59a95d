import type { FileCoverage, LineRange } from '../model/report.ts';
import type { LineHits } from './coverage-report.ts';

/** Lines of several records of one file: a line is covered where any of them covers it. */
export function mergeHits(records: readonly { readonly hits: LineHits }[]): LineHits {
  const [only] = records;
  if (records.length === 1 && only) return only.hits;
  const merged = new Map<number, boolean>();
  for (const { hits } of records) {
    for (const [line, isCovered] of hits) merged.set(line, isCovered || merged.get(line) === true);
  }
  return merged;
}

/**
 * How far the new and changed lines of a file are covered.
 * @param changed in the order of the file, apart from each other
 */
export function coverChangedLines(hits: LineHits, changed: readonly LineRange[]): FileCoverage {
  const lines = [...hits.keys()].sort((a, b) => a - b);
  const uncovered: LineRange[] = [];
  let executableLines = 0;
  let coveredLines = 0;
  let next = 0;
  /** The range in which the last line that can be executed has no coverage; else `undefined`. */
  let open: LineRange | undefined;
  for (const line of lines) {
    while (next < changed.length && (changed[next]?.endLine ?? 0) < line) next += 1;
    const range = changed[next];
    const isChanged = range !== undefined && range.line <= line;
    const isCovered = hits.get(line) === true;
    if (isChanged) executableLines += 1;
    if (isChanged && isCovered) coveredLines += 1;
    if (isChanged && !isCovered) {
      const start = open === range ? uncovered.pop()?.line : undefined;
      uncovered.push({ line: start ?? line, endLine: line });
    }
    open = isChanged && !isCovered ? range : undefined;
  }
  return { executableLines, coveredLines, uncovered };
}
