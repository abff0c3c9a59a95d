import type { FileReport, Report } from '../model/report.ts';
import { describeDifference } from '../render/score-change.ts';
import { sumCoverage } from '../report/sum-coverage.ts';
import { averageScores, largestScoreChange, riseOf, type ScorePair } from '../report/summarize-scores.ts';
import { cutText } from '../text/cut-text.ts';
import { escapeText } from '../text/escape-text.ts';
import { percentOf } from '../text/percent.ts';
import { limits } from './limits.ts';

/** One field of a Code Insights report; Bitbucket Cloud and Data Center take the same here. */
export type ReportDataField =
  | { readonly type: 'TEXT'; readonly title: string; readonly value: string }
  | { readonly type: 'NUMBER'; readonly title: string; readonly value: number }
  | { readonly type: 'PERCENTAGE'; readonly title: string; readonly value: number };

/**
 * What a reviewer wants to know, at most so many fields: the most important first. What is not known (hotspots,
 * coverage, review level) has no field.
 */
export function toReportData(report: Report, maxFields: number): readonly ReportDataField[] {
  const { findings } = report.summary;
  return [
    text('Code Health', describeAverage(report.files)),
    ...describeLargestChange(report.files),
    text('Failed gates', describeFailedGates(report)),
    number('Introduced', findings.introduced),
    number('Degraded', findings.degraded),
    number('Improved or fixed', findings.improved + findings.fixed),
    ...describeHotspots(report.files),
    ...describeReviewLevel(report),
    ...describeCoverage(report.files),
    text('Files', describeFiles(report)),
  ].slice(0, maxFields);
}

/** All changed files together, weighted by their lines of code. */
function describeAverage(files: readonly FileReport[]): string {
  const scores = averageScores(files);
  return scores === null ? 'no score to compare' : describeScores(scores);
}

/** The file whose score changed the most: downwards, where any did. */
function describeLargestChange(files: readonly FileReport[]): readonly ReportDataField[] {
  const largest = largestScoreChange(files);
  if (largest === null) return [];
  const isNew = files.some(({ path, change }) => path === largest.path && change === 'added');
  const title = riseOf(largest) < 0 ? 'Largest decline' : 'Largest rise';
  const scores = isNew ? `new → ${largest.after.toFixed(2)}` : describeScores(largest);
  return [text(title, `${scores} in ${largest.path}`)];
}

function describeScores({ before, after }: ScorePair): string {
  if (before === after) return `${after.toFixed(2)} (as before)`;
  const { scores, note } = describeDifference(before, after);
  return `${scores} ${note}`;
}

function describeFailedGates({ gates }: Report): string {
  const failed = gates.filter(({ status }) => status === 'failed').map(({ gate }) => gate);
  return failed.length > 0 ? failed.join(', ') : 'none';
}

/** Nothing where the history to know hotspots is missing. */
function describeHotspots(files: readonly FileReport[]): readonly ReportDataField[] {
  const known = files.filter(({ hotspot }) => hotspot !== null);
  return known.length > 0 ? [number('Hotspots touched', known.filter(({ hotspot }) => hotspot).length)] : [];
}

function describeReviewLevel({ reviewLevel }: Report): readonly ReportDataField[] {
  return reviewLevel === null ? [] : [text('Recommended review', reviewLevel.level)];
}

function describeCoverage(files: readonly FileReport[]): readonly ReportDataField[] {
  const total = sumCoverage(files);
  if (total === null || total.executableLines === 0) return [];
  const value = percentOf(total.coveredLines, total.executableLines);
  return [{ type: 'PERCENTAGE', title: 'Coverage of new and changed lines', value }];
}

function describeFiles({ summary, skipped }: Report): string {
  const unmeasured = skipped.filter((file) => file.unmeasured).length;
  const failed = unmeasured === 0 ? '' : `, ${unmeasured} could not be measured`;
  return `${summary.filesAnalyzed} of ${summary.filesChanged} measured${failed}`;
}

function text(title: string, value: string): ReportDataField {
  return { type: 'TEXT', title, value: cutText(escapeText(value), limits.dataValueLength) };
}

function number(title: string, value: number): ReportDataField {
  return { type: 'NUMBER', title, value };
}
