import type { FileCoverage, FileReport } from '../model/report.ts';

/** The new and changed lines of all files that coverage is known of; `null` where it is known of none. */
export function sumCoverage(
  files: readonly Pick<FileReport, 'coverage'>[],
): Pick<FileCoverage, 'executableLines' | 'coveredLines'> | null {
  const known = files.flatMap(({ coverage }) => coverage ?? []);
  if (known.length === 0) return null;
  return {
    executableLines: known.reduce((count, { executableLines }) => count + executableLines, 0),
    coveredLines: known.reduce((count, { coveredLines }) => count + coveredLines, 0),
  };
}
