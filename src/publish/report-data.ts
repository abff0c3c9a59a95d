import type { FileReport, Report } from '../model/report.ts';
import { cutText } from '../text/cut-text.ts';
import { escapeText } from '../text/escape-text.ts';
import { formatScoreChange } from './format-number.ts';
import { limits } from './limits.ts';

/** One field of a Code Insights report; Bitbucket Cloud and Data Center take the same here. */
export type ReportDataField =
  | { readonly type: 'TEXT'; readonly title: string; readonly value: string }
  | { readonly type: 'NUMBER'; readonly title: string; readonly value: number };

/** Code Health of a side that does not exist, as CodeScene's delta analysis counts it. */
const perfectScore = 10;

interface ScoreChange {
  readonly file: FileReport;
  readonly before: number;
  readonly after: number;
}

/** The numbers of a report, the most important first; at most so many. */
export function toReportData(report: Report, maxFields: number): readonly ReportDataField[] {
  const { findings, filesAnalyzed } = report.summary;
  const unmeasured = report.skipped.filter((file) => file.unmeasured).length;
  return [
    text('Code Health', describeCodeHealth(report.files)),
    text('Failed gates', describeFailedGates(report)),
    number('Introduced', findings.introduced),
    number('Degraded', findings.degraded),
    number('Improved', findings.improved),
    number('Fixed', findings.fixed),
    number('Files measured', filesAnalyzed),
    ...describeHotspots(report.files),
    ...(unmeasured > 0 ? [number('Files that could not be measured', unmeasured)] : []),
    text('Quality profile', report.profile.name),
  ].slice(0, maxFields);
}

/** The change of score that matters most: the largest decline, or the largest rise where nothing declined. */
function describeCodeHealth(files: readonly FileReport[]): string {
  const changes = files.flatMap(scoreChangeOf).sort(byChange);
  const worst = changes[0];
  if (!worst) return 'no score changed';
  const told = rise(worst) < 0 ? worst : (changes.at(-1) ?? worst);
  return `${formatScoreChange(told.before, told.after)} in ${told.file.path}`;
}

function scoreChangeOf(file: FileReport): readonly ScoreChange[] {
  if (file.newScore === null) return [];
  const change = { file, before: file.oldScore ?? perfectScore, after: file.newScore };
  return change.before === change.after ? [] : [change];
}

function rise({ before, after }: ScoreChange): number {
  return after - before;
}

function byChange(first: ScoreChange, second: ScoreChange): number {
  return rise(first) - rise(second) || (first.file.path < second.file.path ? -1 : 1);
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

function text(title: string, value: string): ReportDataField {
  return { type: 'TEXT', title, value: cutText(escapeText(value), limits.dataValueLength) };
}

function number(title: string, value: number): ReportDataField {
  return { type: 'NUMBER', title, value };
}
