import type { CheckContext } from '../context/index.ts';
import {
  type LocatedReport,
  measureCoverage,
  measureWithoutFiles,
  warnAboutGate,
} from '../coverage/index.ts';
import { listChangedLines, type Repository } from '../git/index.ts';
import type { SelectedFile } from '../model/measured-file.ts';
import type { Profile } from '../model/profile.ts';
import type { FileCoverage, FileReport } from '../model/report.ts';
import { listPaths } from './list-paths.ts';

interface CoverageParts {
  readonly repository: Repository;
  readonly context: CheckContext;
  readonly profile: Profile;
  /** As `readCoverageFiles` gave them. */
  readonly reports: readonly LocatedReport[];
  /** The changed source files. */
  readonly selected: readonly SelectedFile[];
}

/** What coverage says of a change. */
export interface ChangeCoverage {
  /** Fills in the coverage of a file. */
  readonly addTo: (file: FileReport) => FileReport;
  readonly warnings: readonly string[];
}

/**
 * How far the tests cover the new and changed lines of the source files. git is asked for lines only where coverage
 * files are given, and for the list of all files only where paths do not speak for themselves.
 * @throws GitError where git fails
 */
export async function coverChange(parts: CoverageParts): Promise<ChangeCoverage> {
  const { profile, reports, selected } = parts;
  const present = selected.filter((file) => file.new !== null);
  const { byPath, warnings } = await measure(
    parts,
    present.filter(({ pathIsExact }) => pathIsExact),
  );
  const judged = { isGiven: reports.length > 0, paths: present.map(({ path }) => path), byPath };
  return {
    addTo: (file) => ({ ...file, coverage: byPath.get(file.path) ?? null }),
    warnings: [...warnings, ...warnAboutGate(judged, profile)],
  };
}

interface Measured {
  readonly byPath: ReadonlyMap<string, FileCoverage>;
  readonly warnings: readonly string[];
}

async function measure(
  { repository, context, reports }: CoverageParts,
  present: readonly SelectedFile[],
): Promise<Measured> {
  const { mergeBase, head } = context;
  if (reports.length === 0 || mergeBase === null || present.length === 0) {
    return { byPath: new Map(), warnings: [] };
  }
  const lines = await listChangedLines(repository, { base: mergeBase, head }, present);
  const changedLines = new Map(present.map(({ path }) => [path, lines.get(path) ?? []]));
  const request = { reports, changedLines };
  return measureWithoutFiles(request) ?? measureCoverage(request, new Set(await listPaths(repository, head)));
}
