import type { CoverageRecord } from './coverage-report.ts';

/** The files of the repository, and the records of a coverage file that are about them. */
export interface MatchedReport {
  /** Lines by path in the repository. */
  readonly files: ReadonlyMap<string, readonly CoverageRecord[]>;
  /** Records that fit several files equally well, so that they count for none. */
  readonly ambiguous: readonly AmbiguousRecord[];
}

export interface AmbiguousRecord {
  readonly path: string;
  readonly files: readonly string[];
}

/** Adds a record to those of a file. */
export function addTo(files: Map<string, CoverageRecord[]>, file: string, record: CoverageRecord): void {
  const records = files.get(file);
  if (records) records.push(record);
  else files.set(file, [record]);
}
