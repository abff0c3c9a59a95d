import type { CoverageReport } from '../../src/coverage/coverage-report.ts';
import { parseCoverage } from '../../src/coverage/parse-coverage.ts';

/** What a coverage file says, where nothing is wrong with it. */
export function read(text: string): CoverageReport {
  const { report, problem } = parseCoverage(text);
  if (problem) throw new Error(`${problem.message} ${problem.hint}`);
  return report;
}
