import { compareChange, type FileComparison } from '../delta/index.ts';
import type { FileReport } from '../model/report.ts';
import type { AssessedFile } from './assess-file.ts';
import { reportFunction } from './report-function.ts';

/** Compares both sides of all changed files with each other and says what came of each. Pure. */
export function reportFiles(assessed: readonly AssessedFile[]): readonly FileReport[] {
  const comparisons = compareChange(
    assessed.map(({ file, old, new: head }) => {
      return { oldPath: file.oldPath ?? file.path, newPath: file.path, old, new: head };
    }),
  );
  return assessed.flatMap((file, index) => {
    const comparison = comparisons[index];
    return comparison ? [reportFile(file, comparison)] : [];
  });
}

function reportFile({ file, old, new: head }: AssessedFile, comparison: FileComparison): FileReport {
  const { path, oldPath, change, pathIsExact } = file;
  const { findings, unchanged, moved, onlyFormatted } = comparison;
  const newScore = head?.score ?? null;
  return {
    path,
    oldPath,
    change,
    ...(pathIsExact ? {} : { pathIsExact: false as const }),
    hotspot: null,
    oldScore: onlyFormatted && findings.length === 0 ? newScore : (old?.score ?? null),
    newScore,
    scoreBreakdown: head?.breakdown ?? null,
    findings,
    unchanged,
    moved,
    functions: head?.metrics.functions.map(reportFunction) ?? [],
  };
}
