import type { CoverageRecord, CoverageReport } from './coverage-report.ts';
import { matchBySuffix } from './match-by-suffix.ts';
import { type AmbiguousRecord, addTo, type MatchedReport } from './matched-report.ts';
import { type CoveragePlace, namedFiles } from './named-files.ts';
import { indexSuffixes } from './suffix-index.ts';
import { below, readPath, within } from './written-path.ts';

/**
 * Finds the file of the repository that each record of a coverage file is about. A path that names a file, from the
 * repository's root, a folder of the place or one of the report's sources, is that file. Else the longest end that
 * one file alone has in common decides, by whole segments. Where several files have it, and where it is the file's
 * name alone, the other records decide: what stands before their ends shows where the build's folders are.
 *
 * A file that a record names takes no further lines from records that only end like it.
 *
 * @param tracked every file of the repository
 */
export function matchRecords(
  report: CoverageReport,
  place: CoveragePlace,
  tracked: ReadonlySet<string>,
): MatchedReport {
  const resolve = namedFiles(report.sources, place, tracked);
  const named = report.records.map((record) => ({ record, result: resolve(record.path) }));
  const found = new Map<string, CoverageRecord[]>();
  const ambiguous: AmbiguousRecord[] = [];
  for (const { record, result } of named) {
    if (result.kind === 'found') addTo(found, result.file, record);
    if (result.kind === 'several') ambiguous.push({ path: record.path, files: result.files });
  }
  if (named.some(({ result }) => result.kind === 'elsewhere')) {
    const bySuffix = matchBySuffix(named, indexSuffixes(tracked));
    for (const [file, records] of bySuffix.files) if (!found.has(file)) found.set(file, [...records]);
    ambiguous.push(...bySuffix.ambiguous);
  }
  return { files: found, ambiguous };
}

/**
 * The part of `matchRecords` that needs no list of files: records whose likeliest path is a wanted one. `null` where
 * that leaves a wanted file without a record.
 */
export function matchWantedRecords(
  report: CoverageReport,
  { root, folders }: CoveragePlace,
  wanted: ReadonlySet<string>,
): MatchedReport | null {
  if (report.sources.length > 1) return null;
  const rootPath = readPath(root);
  const start = readPath(report.sources[0] ?? '');
  const first = within(readPath(folders[0] ?? root), start);
  const files = new Map<string, CoverageRecord[]>();
  for (const record of report.records) {
    const file = below(rootPath, within(first, readPath(record.path)));
    if (file !== null && wanted.has(file)) addTo(files, file, record);
  }
  return files.size === wanted.size ? { files, ambiguous: [] } : null;
}
