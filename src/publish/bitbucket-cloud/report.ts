import type { Report } from '../../model/report.ts';
import { type ReportDataField, toReportData } from '../report-data.ts';
import { toReportDetails } from '../report-details.ts';
import { titleOf } from '../report-title.ts';
import type { PublishTarget } from '../target.ts';
import { limits } from './limits.ts';
import { commitPage, pipelinePage, repositoryPage } from './pages.ts';

/** A Code Insights report as the Bitbucket Cloud REST API, reports, takes it. */
export interface ReportPayload {
  readonly title: string;
  readonly details: string;
  readonly reporter: string;
  /** Always a page of bitbucket.org; Bitbucket refuses links to the machine itself. */
  readonly link: string;
  readonly report_type: 'BUG';
  readonly result: 'PASSED' | 'FAILED';
  readonly data: readonly ReportDataField[];
}

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
    title: titleOf(reportId),
    reporter: 'codescene-pr',
    link,
    report_type: 'BUG',
    details: toReportDetails(report, notes),
    result: report.status === 'passed' ? 'PASSED' : 'FAILED',
    data: toReportData(report, limits.dataFields),
  };
}

/** Where a reader gets from the report: the pull request, else the pipeline's result, else the commit. */
export function findReportLink(target: PublishTarget): string {
  if (target.pullRequest !== null) return `${repositoryPage(target)}/pull-requests/${target.pullRequest}`;
  return pipelinePage(target) ?? commitPage(target);
}
