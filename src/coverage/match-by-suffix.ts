import type { CoverageRecord } from './coverage-report.ts';
import { type AmbiguousRecord, addTo, type MatchedReport } from './matched-report.ts';
import type { Named } from './named-files.ts';
import { type FindBySuffix, rootsOf, type SuffixMatch } from './suffix-index.ts';
import type { WrittenPath } from './written-path.ts';

/** A record, and what came of looking for the file that it names. */
export interface NamedRecord {
  readonly record: CoverageRecord;
  readonly result: Named;
}

/** A record with the files that have the longest end of its path in common. */
interface SuffixRecord extends NamedRecord {
  readonly match: SuffixMatch;
}

/**
 * Finds files for the records that name none, by the ends of their paths. Which of several files is meant is decided
 * by where the folders of the build are, as the other records show: those that name a file, and those with a match
 * of their own that is more than a file's name.
 */
export function matchBySuffix(named: readonly NamedRecord[], find: FindBySuffix): MatchedReport {
  const matches = named.flatMap((each) => {
    const match = longestMatch(each.result, find);
    return match ? [{ ...each, match }] : [];
  });
  const roots = new Set(matches.filter(isCertain).flatMap(rootsOfMatch));
  const files = new Map<string, CoverageRecord[]>();
  const ambiguous: AmbiguousRecord[] = [];
  const unnamed = matches.filter(({ result }) => result.kind === 'elsewhere');
  // What is certain comes first among the records of a file.
  for (const each of [...unnamed.filter(isCertain), ...unnamed.filter((one) => !isCertain(one))]) {
    const [file, ...others] = isCertain(each) ? each.match.files : likeliest(each.match, roots);
    const { record, match } = each;
    if (file !== undefined && others.length === 0) addTo(files, file, record);
    else if (match.files.length > 1) ambiguous.push({ path: record.path, files: match.files });
  }
  return { files, ambiguous };
}

/** One file alone, by more than its name or because the record names it. */
function isCertain({ match, result }: SuffixRecord): boolean {
  return match.files.length === 1 && (match.length > 1 || result.kind === 'found');
}

function rootsOfMatch({ match }: SuffixRecord): readonly string[] {
  return match.files.map((file) => rootsOf(match.path, file, match.length));
}

/** The files that stand where others of the build do; all of them where no other record says where that is. */
function likeliest(match: SuffixMatch, roots: ReadonlySet<string>): readonly string[] {
  if (roots.size === 0) return match.files;
  return match.files.filter((file) => roots.has(rootsOf(match.path, file, match.length)));
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

/** How many segments two paths have in common, from their ends. */
function commonEnd({ segments }: WrittenPath, file: string): number {
  const names = file.split('/').reverse();
  const ends = segments.toReversed();
  const differs = names.findIndex((name, index) => name !== ends[index]);
  return differs === -1 ? names.length : differs;
}
