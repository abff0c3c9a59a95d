import type { Report } from '../model/report.ts';

/** How the comment on a pull request is to look. */
export interface CommentOptions {
  /** The most characters that the comment may have. */
  readonly maxLength: number;
  /** The address of a file, or of a line of it; `null` for no link. */
  readonly linkTo: (path: string, line: number | null) => string | null;
  /** Where everything can be read that the comment leaves out; `null` for no link. */
  readonly runUrl: string | null;
  /** The comment that this one replaces spoke of findings: where none are left, that is said. */
  readonly hadFindings?: boolean;
}

/** The report as the one comment on a pull request: Markdown without HTML, at most `maxLength` characters. */
export function renderComment(report: Report, { maxLength }: CommentOptions): string {
  return `**Code Health: ${report.status}**\n`.slice(0, maxLength);
}
