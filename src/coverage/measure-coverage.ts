import type { FileCoverage, LineRange } from '../model/report.ts';
import type { CoverageReport } from './coverage-report.ts';
import { coverChangedLines, mergeHits } from './file-coverage.ts';
import { matchRecords, matchWantedRecords } from './match-records.ts';
import type { MatchedReport } from './matched-report.ts';
import type { CoveragePlace } from './named-files.ts';

/** A coverage file that was read, and where it stands. */
export interface LocatedReport {
  /** As the user named it. */
  readonly name: string;
  readonly report: CoverageReport;
  readonly place: CoveragePlace;
}

export interface CoverageRequest {
  readonly reports: readonly LocatedReport[];
  /** The new and changed lines of every file that is asked about, by path. */
  readonly changedLines: ReadonlyMap<string, readonly LineRange[]>;
}

export interface MeasuredCoverage {
  /** By path; only files that a coverage file speaks of. */
  readonly byPath: ReadonlyMap<string, FileCoverage>;
  /** What could not be matched, one sentence each. */
  readonly warnings: readonly string[];
}

/** More than this is counted and not named. */
const mostNamed = 3;

/**
 * How far the new and changed lines are covered, as far as that can be said without knowing the other files of the
 * repository; `null` where it cannot. Pure.
 */
export function measureWithoutFiles({ reports, changedLines }: CoverageRequest): MeasuredCoverage | null {
  const wanted = new Set(changedLines.keys());
  const matched = reports.map(({ report, place }) => matchWantedRecords(report, place, wanted));
  if (matched.some((each) => each === null)) return null;
  return {
    byPath: cover(
      matched.filter((each) => each !== null),
      changedLines,
    ),
    warnings: [],
  };
}

/**
 * How far the new and changed lines are covered.
 * @param tracked every file of the repository on the head side
 */
export function measureCoverage(
  { reports, changedLines }: CoverageRequest,
  tracked: ReadonlySet<string>,
): MeasuredCoverage {
  const matched = reports.map(({ name, report, place }) => {
    const match = matchRecords(report, place, tracked);
    return { match, warnings: warnAboutMatch({ name, report, match, tracked, wanted: changedLines }) };
  });
  return {
    byPath: cover(
      matched.map(({ match }) => match),
      changedLines,
    ),
    warnings: matched.flatMap(({ warnings }) => warnings),
  };
}

function cover(
  matched: readonly MatchedReport[],
  changedLines: CoverageRequest['changedLines'],
): ReadonlyMap<string, FileCoverage> {
  const byPath = new Map<string, FileCoverage>();
  for (const [path, changed] of changedLines) {
    const records = matched.flatMap(({ files }) => files.get(path) ?? []);
    if (records.length > 0) byPath.set(path, coverChangedLines(mergeHits(records), changed));
  }
  return byPath;
}

interface Matching {
  readonly name: string;
  readonly report: CoverageReport;
  readonly match: MatchedReport;
  readonly tracked: ReadonlySet<string>;
  readonly wanted: ReadonlyMap<string, unknown>;
}

function warnAboutMatch({ name, report, match, tracked, wanted }: Matching): readonly string[] {
  if (report.records.length === 0)
    return [`The coverage file ${name} (${report.format}) names no source file.`];
  const ambiguous = match.ambiguous.filter(({ files }) => files.some((file) => wanted.has(file)));
  const nothingMatches = match.files.size === 0 && match.ambiguous.length === 0;
  const [example] = [...wanted.keys(), ...tracked];
  return [
    ...(nothingMatches && example !== undefined
      ? [
          `No file that the coverage file ${name} (${report.format}) names is one of this repository: there it is ${report.records[0]?.path}, here it is ${example}. Was it written for another repository or folder?`,
        ]
      : []),
    ...ambiguous
      .slice(0, mostNamed)
      .map(
        ({ path, files }) =>
          `The coverage file ${name} names ${path}, which can be any of ${listSome(files)}: it counts for none. Write it with paths from the root of the repository.`,
      ),
    ...(ambiguous.length > mostNamed
      ? [`${ambiguous.length - mostNamed} more paths of the coverage file ${name} can be several files each.`]
      : []),
  ];
}

/** The first few of a list, and how many more there are. */
export function listSome(items: readonly string[]): string {
  const rest = items.length - mostNamed;
  const named = items.slice(0, mostNamed).join(', ');
  return rest > 0 ? `${named} and ${rest} more` : named;
}
