import { limits } from './limits.ts';

const defaultReportId = 'codescene-pr';

/** What a reader calls the check; several checks of one repository are told apart by their report's id. */
export function titleOf(reportId: string): string {
  const title = reportId === defaultReportId ? 'Code Health' : `Code Health (${reportId})`;
  return title.slice(0, limits.titleLength);
}
