import type { FileReport } from '../model/report.ts';
import { sumCoverage } from '../report/sum-coverage.ts';
import { formatPercent } from '../text/percent.ts';
import { countOf } from './plural.ts';

/** The coverage of all new and changed lines: "83.3 % of 12 new and changed lines (10 covered)"; `null` where unknown. */
export function describeTotalCoverage(files: readonly FileReport[]): string | null {
  const total = sumCoverage(files);
  if (total === null) return null;
  const { executableLines, coveredLines } = total;
  if (executableLines === 0) return 'no new or changed line can be executed';
  const lines = countOf(executableLines, 'new and changed line');
  return `${formatPercent(coveredLines, executableLines)} of ${lines} (${coveredLines} covered)`;
}

/** The coverage of a file in short: "83.3 % of 12 lines"; `null` where unknown, or where no line can be executed. */
export function describeFileCoverage({ coverage }: Pick<FileReport, 'coverage'>): string | null {
  if (!coverage || coverage.executableLines === 0) return null;
  const { coveredLines, executableLines } = coverage;
  return `${formatPercent(coveredLines, executableLines)} of ${countOf(executableLines, 'line')}`;
}
