import type { Report } from '../model/report.ts';
import { type CommentOptions, renderComment } from '../render/markdown.ts';
import { type CommentMarker, toMarkerLine } from './comment-marker.ts';
import { titleOf } from './report-title.ts';

const separator = '\n\n';

export interface CommentBodyOptions extends Pick<CommentOptions, 'linkTo' | 'runUrl' | 'maxLength'> {
  readonly reportId: string;
  /** Page of the commit that the report is about: the address in the marker. */
  readonly commitUrl: string;
  /** What the earlier comment said; `null` where there is none. */
  readonly earlier: CommentMarker | null;
}

/** The whole text of the comment: the report, and the marker by which the next run finds it. */
export function toCommentBody(report: Report, options: CommentBodyOptions): string {
  const { reportId, commitUrl, earlier, linkTo, runUrl, maxLength } = options;
  const hadFindings = earlier?.hadFindings === true;
  const marker = toMarkerLine(reportId, commitUrl, { hadFindings: hadFindings || speaksOfFindings(report) });
  const room = maxLength - marker.length - separator.length;
  const subject = titleOf(reportId);
  const text = renderComment(report, { maxLength: room, linkTo, runUrl, subject, hadFindings });
  return `${text.trimEnd()}${separator}${marker}`;
}

/**
 * Whether a report is worth a comment of its own (`feedback.comment: on-change`): the change did something to a
 * finding, violates a gate, could not be measured, adds a suppression, or there is a warning for its author.
 */
export function hasSomethingToSay(report: Report): boolean {
  const { status, summary, suppressions, expectedChanges, warnings } = report;
  return (
    status !== 'passed' ||
    Object.values(summary.findings).some((count) => count > 0) ||
    suppressions.some(({ added }) => added) ||
    expectedChanges.length > 0 ||
    warnings.length > 0
  );
}

/** Whether Bitbucket holds a text already; it may have changed line breaks, and white space at the ends. */
export function isSameText(first: string, second: string): boolean {
  return normalize(first) === normalize(second);
}

/** Whether there is something in a report whose end a later comment has to tell. */
function speaksOfFindings({ status, summary }: Report): boolean {
  return status !== 'passed' || summary.findings.introduced + summary.findings.degraded > 0;
}

function normalize(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
