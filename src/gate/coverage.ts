import type { FileCoverage, FileReport, GateCondition } from '../model/report.ts';
import { formatPercent, percentOf } from '../text/percent.ts';
import type { ChangeGate } from './gate.ts';

type Lines = Pick<FileCoverage, 'executableLines' | 'coveredLines'>;

/** Larger than what a product of decimals is off by, smaller than any share of a line that is meant. */
const roundingError = 1e-6;

/**
 * The new and changed lines of all files together are covered by tests. Says nothing where there are few of them, and
 * nothing about files without coverage data.
 */
export const coverage: ChangeGate<'coverage'> = {
  name: 'coverage',
  judgeTogether: (files, { minNewAndChangedLines, minExecutableLines }) => {
    const covered = files.flatMap(({ path, coverage }) => (coverage ? [{ path, coverage }] : []));
    const total = sum(covered.map(({ coverage }) => coverage));
    if (total.executableLines === 0 || total.executableLines < minExecutableLines) return null;
    if (!isBelow(total, minNewAndChangedLines)) return [];
    return covered
      .filter(({ coverage }) => isBelow(coverage, minNewAndChangedLines))
      .map((file) => conditionOf(file, total, minNewAndChangedLines));
  },
};

/** Of whole lines, so that 79.99 % is below 80 % and 80 % is not. */
function isBelow({ coveredLines, executableLines }: Lines, minPercent: number): boolean {
  return 100 * coveredLines < minPercent * executableLines - roundingError;
}

function sum(files: readonly Lines[]): Lines {
  return {
    executableLines: files.reduce((count, { executableLines }) => count + executableLines, 0),
    coveredLines: files.reduce((count, { coveredLines }) => count + coveredLines, 0),
  };
}

type CoveredFile = Pick<FileReport, 'path'> & { readonly coverage: FileCoverage };

function conditionOf({ path, coverage }: CoveredFile, total: Lines, limit: number): GateCondition {
  const { coveredLines, executableLines, uncovered } = coverage;
  const measured = percentOf(coveredLines, executableLines);
  const message = `Of the new and changed lines ${describe(coverage)} are covered by tests, in all files together ${describe(total)}; the lowest allowed share is ${limit} %.`;
  return { path, line: uncovered[0]?.line ?? null, smell: null, measured, limit, message };
}

function describe({ coveredLines, executableLines }: Lines): string {
  return `${coveredLines} of ${executableLines} (${formatPercent(coveredLines, executableLines)})`;
}
