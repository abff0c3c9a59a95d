import type { FileReport, Report } from '../../model/report.ts';
import { describeFileCoverage, describeTotalCoverage } from '../coverage-words.ts';
import type { Style } from './style.ts';
import { renderFact } from './verdict.ts';

/** A line below the verdict on the coverage of all new and changed lines; none where nothing is known of it. */
export function renderCoverage({ files }: Pick<Report, 'files'>, style: Style): readonly string[] {
  const words = describeTotalCoverage(files);
  return words === null ? [] : renderFact('coverage', words, style);
}

/** The coverage of a file in short, for its heading: "coverage 83.3 % of 12 lines". */
export function describeCoverage(file: Pick<FileReport, 'coverage'>): readonly string[] {
  const words = describeFileCoverage(file);
  return words === null ? [] : [`coverage ${words}`];
}
