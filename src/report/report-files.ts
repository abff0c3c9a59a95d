import {
  adoptLayout,
  compareChange,
  type FileComparison,
  linkFunctions,
  receiveMoves,
  settleArrivals,
} from '../delta/index.ts';
import type { FileMetrics } from '../model/metrics.ts';
import type { FileReport } from '../model/report.ts';
import { type AssessedFile, type AssessedSide, assessMetrics } from './assess-file.ts';
import { reportFunction } from './report-function.ts';

/** Compares both sides of all changed files with each other and says what came of each. Pure. */
export function reportFiles(assessed: readonly AssessedFile[]): readonly FileReport[] {
  const sides = assessed.map(({ old, new: head }) => {
    return { old: old?.metrics ?? null, new: head?.metrics ?? null };
  });
  const links = linkFunctions(sides);
  const layouts = adoptLayout(sides, links);
  const comparable = assessed.map((file, index) => layOutOldSide(file, layouts[index] ?? null));
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
  return comparable.flatMap((file, index) => {
    const [comparison, moved] = [comparisons[index], received[index]];
    const withMoves = moved ? assessMetrics(moved, file.rules) : null;
    return comparison ? [reportFile(file, comparison, withMoves)] : [];
  });
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
