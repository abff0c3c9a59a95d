import {
  adoptLayout,
  compareChange,
  type FileComparison,
  linkFunctions,
  receiveMoves,
  settleArrivals,
} from '../delta/index.ts';
import type { FileMetrics } from '../model/metrics.ts';
import type { Profile } from '../model/profile.ts';
import type { FileReport, Suppression } from '../model/report.ts';
import { type AssessedFile, type AssessedSide, assessMetrics } from './assess-file.ts';
import { reportFunction } from './report-function.ts';
import { suppressInChange } from './suppress-findings.ts';

/** What came of the files of a change. */
export interface ReportedFiles {
  readonly files: readonly FileReport[];
  readonly suppressions: readonly Suppression[];
  /** What is wrong with comments that suppress, a sentence each. */
  readonly warnings: readonly string[];
}

/** Compares both sides of all changed files with each other and says what came of each. Pure. */
export function reportFiles(
  assessed: readonly AssessedFile[],
  profile: Pick<Profile, 'suppressions'>,
): ReportedFiles {
  const sides = assessed.map(({ old, new: head }) => {
    return { old: old?.metrics ?? null, new: head?.metrics ?? null };
  });
  const links = linkFunctions(sides);
  const layouts = adoptLayout(sides, links);
  const laidOut = assessed.map((file, index) => layOutOldSide(file, layouts[index] ?? null));
  const {
    assessed: comparable,
    leaveOut,
    ...suppressed
  } = suppressInChange(laidOut, links, profile.suppressions.new);
  const comparisons = compareChange(
    comparable.map(({ file, old, new: head }) => {
      return { oldPath: file.oldPath ?? file.path, newPath: file.path, old, new: head };
    }),
    links,
  );
  const received = receiveMoves(
    sides.map(({ new: head }, index) => ({ old: layouts[index] ?? null, new: head })),
    links,
  );
  const files = comparable.flatMap((file, index) => {
    const [comparison, moved] = [comparisons[index], received[index]];
    const withMoves = moved ? leaveOut(index, assessMetrics(moved.metrics, file.rules), moved.origins) : null;
    return comparison ? [reportFile(file, comparison, withMoves)] : [];
  });
  return { files, ...suppressed };
}

/** Judges the old side once more, as it would be in the layout of the new one. */
function layOutOldSide(assessed: AssessedFile, layout: FileMetrics | null): AssessedFile {
  if (!layout || layout === assessed.old?.metrics) return assessed;
  return { ...assessed, old: assessMetrics(layout, assessed.rules) };
}

function reportFile(
  { file, old, new: head }: AssessedFile,
  comparison: FileComparison,
  withMoves: AssessedSide | null,
): FileReport {
  const { path, oldPath, change, pathIsExact } = file;
  const { findings, unchanged, moved } = withMoves
    ? settleArrivals(comparison, { received: withMoves.findings, head: head?.findings ?? [] })
    : comparison;
  return {
    path,
    oldPath,
    change,
    ...(pathIsExact ? {} : { pathIsExact: false as const }),
    hotspot: null,
    goal: null,
    oldScore: old?.score ?? null,
    oldScoreWithMoves: withMoves?.score ?? null,
    newScore: head?.score ?? null,
    scoreBreakdown: head?.breakdown ?? null,
    findings,
    unchanged,
    moved,
    coverage: null,
    functions: head?.metrics.functions.map(reportFunction) ?? [],
  };
}
