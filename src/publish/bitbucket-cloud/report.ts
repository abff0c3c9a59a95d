import type { Report } from '../../model/report.ts';
import type { PublishTarget } from '../target.ts';
import type { AnnotationPlan } from './annotations.ts';
import { limits } from './limits.ts';
import { commitPage, pipelinePage, repositoryPage } from './pages.ts';
import { type ReportDataField, toReportData } from './report-data.ts';
import { toReportDetails } from './report-details.ts';

/** A Code Insights report as the Bitbucket Cloud REST API, reports, takes it. */
export interface ReportPayload {
  readonly title: string;
  readonly details: string;
  readonly reporter: string;
  /** Always a page of bitbucket.org; Bitbucket refuses links to the machine itself. */
  readonly link: string;
  readonly report_type: 'BUG';
  readonly result: 'PASSED' | 'FAILED' | 'PENDING';
  readonly data: readonly ReportDataField[];
}

/** So many findings without an annotation are named; the others are counted. */
const mostNamed = 3;

export const defaultReportId = 'codescene-pr';

/**
 * The Code Insights report with its result. An incomplete analysis is FAILED: nothing says that the gate holds.
 *
 * Of the types that Bitbucket has (SECURITY, COVERAGE, TEST, BUG), BUG is the one for findings in code.
 *
 * @param notes sentences on what the annotations leave out.
 */
export function toReportPayload(
  report: Report,
  { reportId, link, notes }: { reportId: string; link: string; notes: readonly string[] },
): ReportPayload {
  return {
    ...frame(reportId, link),
    details: toReportDetails(report, notes),
    result: report.status === 'passed' ? 'PASSED' : 'FAILED',
    data: toReportData(report),
  };
}

/** The same report while its annotations are still being sent. */
export function toPendingReportPayload(reportId: string, link: string): ReportPayload {
  return { ...frame(reportId, link), details: 'The result is being published.', result: 'PENDING', data: [] };
}

function frame(
  reportId: string,
  link: string,
): Pick<ReportPayload, 'title' | 'reporter' | 'link' | 'report_type'> {
  return { title: titleOf(reportId), reporter: 'codescene-pr', link, report_type: 'BUG' };
}

/** What a reader calls the check; several checks of one repository are told apart by their report's id. */
export function titleOf(reportId: string): string {
  const title = reportId === defaultReportId ? 'Code Health' : `Code Health (${reportId})`;
  return title.slice(0, limits.titleLength);
}

/** Where a reader gets from the report: the pull request, else the pipeline's result, else the commit. */
export function findReportLink(target: PublishTarget): string {
  if (target.pullRequest !== null) return `${repositoryPage(target)}/pull-requests/${target.pullRequest}`;
  return pipelinePage(target) ?? commitPage(target);
}

/** What the annotations leave out, a sentence each. */
export function describeAnnotationGaps(plan: AnnotationPlan): readonly string[] {
  const { annotations, overflow, onDeletedFiles, onInexactPaths } = plan;
  const total = annotations.length + overflow;
  return [
    ...(overflow > 0
      ? [`Annotations: the worst ${annotations.length} of ${total}; ${overflow} more are in the result file.`]
      : []),
    ...(onDeletedFiles > 0 ? [`Not annotated: ${onDeletedFiles} on deleted files.`] : []),
    ...describeInexactPaths(onInexactPaths),
  ];
}

/** As there is no place for them but the report, the first of them are named. */
function describeInexactPaths(findings: readonly string[]): readonly string[] {
  if (findings.length === 0) return [];
  const named = findings.slice(0, mostNamed).map((finding) => `Not annotated: ${finding}`);
  const left = findings.length - named.length;
  const rest = left === 0 ? [] : [`Not annotated: ${left} more on such paths.`];
  return [`Not annotated: ${findings.length} on paths that are not UTF-8.`, ...named, ...rest];
}
