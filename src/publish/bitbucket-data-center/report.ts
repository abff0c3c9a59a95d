import type { Report } from '../../model/report.ts';
import { type ReportDataField, toReportData } from '../report-data.ts';
import { toReportDetails } from '../report-details.ts';
import { titleOf } from '../report-title.ts';
import { limits } from './limits.ts';

/** A Code Insights report as the Bitbucket Data Center REST API, insights, takes it. */
export interface ReportPayload {
  readonly title: string;
  readonly details: string;
  readonly reporter: string;
  readonly link?: string;
  readonly result: 'PASS' | 'FAIL';
  readonly data: readonly ReportDataField[];
}

/**
 * The Code Insights report with its result. An incomplete analysis is FAIL: nothing says that the gate holds.
 * @param link where a reader gets from the report; `null` where no page can be named
 * @param notes sentences on what the annotations leave out
 */
export function toReportPayload(
  report: Report,
  { reportId, link, notes }: { reportId: string; link: string | null; notes: readonly string[] },
): ReportPayload {
  return {
    title: titleOf(reportId),
    details: toReportDetails(report, notes),
    reporter: 'codescene-pr',
    ...(link === null ? {} : { link }),
    result: report.status === 'passed' ? 'PASS' : 'FAIL',
    data: toReportData(report, limits.dataFields),
  };
}
