import type { FileReport, Report } from '../../model/report.ts';
import { formatPercent } from '../../text/percent.ts';
import { countOf } from '../plural.ts';
import type { Style } from './style.ts';
import { renderFact } from './verdict.ts';

/** A line below the verdict on the coverage of all new and changed lines; none where nothing is known of it. */
export function renderCoverage({ files }: Pick<Report, 'files'>, style: Style): readonly string[] {
  const known = files.flatMap(({ coverage }) => coverage ?? []);
  if (known.length === 0) return [];
  const executable = known.reduce((count, { executableLines }) => count + executableLines, 0);
  const covered = known.reduce((count, { coveredLines }) => count + coveredLines, 0);
  const lines = countOf(executable, 'new and changed line');
  const share =
    executable === 0 ? '' : `${formatPercent(covered, executable)} of ${lines} (${covered} covered)`;
  return renderFact('coverage', share || 'no new or changed line can be executed', style);
}

/** The coverage of a file in short, for its heading: "coverage 83.3 % of 12 lines". */
export function describeCoverage({ coverage }: Pick<FileReport, 'coverage'>): readonly string[] {
  if (!coverage || coverage.executableLines === 0) return [];
  const { coveredLines, executableLines } = coverage;
  return [`coverage ${formatPercent(coveredLines, executableLines)} of ${countOf(executableLines, 'line')}`];
}
