import type { CoverageRecord, CoverageReport } from './coverage-report.ts';
import { type FindBySuffix, indexSuffixes, rootsOf, type SuffixMatch } from './suffix-index.ts';
import { below, readPath, type WrittenPath, within } from './written-path.ts';

/** Where a coverage file and the repository stand. */
export interface CoveragePlace {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute paths of the folders that relative paths can start from, the likeliest first. */
  readonly folders: readonly string[];
}

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

/** What came of looking for a record's file among the paths that it names. */
type Named =
  | { readonly kind: 'found'; readonly file: string; readonly path: WrittenPath }
  | { readonly kind: 'several'; readonly files: readonly string[] }
  /** It names a path inside of the repository where there is no file. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'elsewhere'; readonly paths: readonly WrittenPath[] };

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

function namedFiles(sources: readonly string[], place: CoveragePlace, tracked: ReadonlySet<string>) {
  const root = readPath(place.root);
  const folders = place.folders.map(readPath);
  const starts = sources.map(readPath);
  /** The first folder in which the path is a file; `null` where it leads out of the repository from each. */
  const lookUp = (path: WrittenPath): string | null | undefined => {
    const inside = folders.map((folder) => below(root, within(folder, path))).filter((file) => file !== null);
    if (inside.length === 0) return null;
    return inside.find((file) => tracked.has(file));
  };
  return (text: string): Named => {
    // A name can hold what elsewhere separates folders.
    if (text.includes('\\') && tracked.has(text)) return { kind: 'found', file: text, path: readPath(text) };
    const path = readPath(text);
    const fromSources = path.isAbsolute ? [] : starts.map((start) => within(start, path));
    const bySource = [...new Set(fromSources.map(lookUp).filter((file) => typeof file === 'string'))];
    if (bySource.length > 1) return { kind: 'several', files: bySource };
    const file = bySource[0] ?? lookUp(path);
    if (typeof file === 'string') {
      return { kind: 'found', file, path: fromSources.find((each) => lookUp(each) === file) ?? path };
    }
    const paths = [...fromSources, path];
    const isGone = paths.some((each) => each.isAbsolute && below(root, each) !== null);
    return isGone ? { kind: 'gone' } : { kind: 'elsewhere', paths };
  };
}

interface NamedRecord {
  readonly record: CoverageRecord;
  readonly result: Named;
}

function matchBySuffix(named: readonly NamedRecord[], find: FindBySuffix): MatchedReport {
  const roots = new Set<string>();
  const open: { readonly record: CoverageRecord; readonly match: SuffixMatch }[] = [];
  const files = new Map<string, CoverageRecord[]>();
  for (const { record, result } of named) {
    const match = longestMatch(result, find);
    if (!match) continue;
    const [file] = match.files;
    if (file !== undefined && match.files.length === 1 && (match.length > 1 || result.kind === 'found')) {
      roots.add(rootsOf(match.path, file, match.length));
      if (result.kind === 'elsewhere') addTo(files, file, record);
    } else if (result.kind === 'elsewhere') open.push({ record, match });
  }
  const ambiguous: AmbiguousRecord[] = [];
  for (const { record, match } of open) {
    const likely = match.files.filter((file) => roots.has(rootsOf(match.path, file, match.length)));
    const [file] = likely.length === 0 && roots.size === 0 ? match.files : likely;
    const decided = likely.length === 1 || (roots.size === 0 && match.files.length === 1);
    if (decided && file !== undefined) addTo(files, file, record);
    else if (match.files.length > 1) ambiguous.push({ path: record.path, files: match.files });
  }
  return { files, ambiguous };
}

function longestMatch(result: Named, find: FindBySuffix): SuffixMatch | null {
  if (result.kind === 'found') {
    const length = commonEnd(result.path, result.file);
    return { files: [result.file], length, path: result.path };
  }
  if (result.kind !== 'elsewhere') return null;
  const matches = result.paths.map(find).filter((match) => match !== null);
  return matches.reduce<SuffixMatch | null>(
    (longest, match) => (longest && longest.length >= match.length ? longest : match),
    null,
  );
}

function commonEnd({ segments }: WrittenPath, file: string): number {
  const names = file.split('/');
  let length = 0;
  while (
    length < names.length &&
    length < segments.length &&
    names.at(-1 - length) === segments.at(-1 - length)
  ) {
    length += 1;
  }
  return length;
}

function addTo(files: Map<string, CoverageRecord[]>, file: string, record: CoverageRecord): void {
  const records = files.get(file);
  if (records) records.push(record);
  else files.set(file, [record]);
}
