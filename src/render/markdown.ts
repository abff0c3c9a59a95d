import type { Report } from '../model/report.ts';
import { type Extent, layOut, restInReport } from './markdown/document.ts';
import { fileSection } from './markdown/files.ts';
import { findingSections, movedSection } from './markdown/findings.ts';
import { gateSections } from './markdown/gates.ts';
import { type LinkTo, placesOf } from './markdown/place.ts';
import {
  expectedChangeSection,
  goalSection,
  skippedSection,
  suppressionSections,
  warningSection,
} from './markdown/remarks.ts';
import { renderReview } from './markdown/review.ts';
import { originSection, verdictSection } from './markdown/verdict.ts';
import type { Renderer, RenderOptions } from './renderer.ts';

/** How the comment on a pull request is to look. */
export interface CommentOptions {
  /**
   * The most characters (UTF-16 code units) that the comment may have. From 2,000 on it is kept to, whatever stands
   * in the report; with less, only the verdict is left.
   */
  readonly maxLength: number;
  /** The address of a file, or of a line of it; `null` for no link. */
  readonly linkTo: LinkTo;
  /** Where everything can be read that the comment leaves out; `null` for no link. */
  readonly runUrl: string | null;
  /** What the heading calls the check, where a repository has several. */
  readonly subject?: string;
  /** The comment that this one replaces spoke of findings: where none are left, that is said. */
  readonly hadFindings?: boolean;
}

/**
 * The report as the one comment on a pull request: Markdown without HTML, which Bitbucket does not render. Lists are
 * cut to their first rows, and what is left out is said; the verdict and the gates always stand. No text of the report
 * makes markup, links, mentions, rows or columns of its own.
 */
export function renderComment(report: Report, options: CommentOptions): string {
  const { maxLength, runUrl } = options;
  return renderReport(report, options, { maxLength, all: false, restAt: restInReport(runUrl) });
}

/** The report as Markdown, for a file or a comment of one's own; it links to nothing. */
export const markdown: Renderer = {
  id: 'markdown',
  render: (report, options) => renderReport(report, { linkTo: () => null }, toExtent(options)),
  renderReview: (review, options) => renderReview(review, toExtent(options)),
};

function toExtent({ all = false }: RenderOptions): Extent {
  return { maxLength: Number.POSITIVE_INFINITY, all, restAt: ': add `--all` to see them' };
}

function renderReport(
  report: Report,
  options: Pick<CommentOptions, 'linkTo' | 'hadFindings' | 'subject'>,
  extent: Extent,
): string {
  const show = placesOf(report.files, options.linkTo);
  const sections = [
    verdictSection(report, options),
    ...gateSections(report.gates, report.files, show),
    fileSection(report, show),
    ...findingSections(report, show),
    ...suppressionSections(report, show),
    warningSection(report),
    expectedChangeSection(report, show),
    goalSection(report, show),
    movedSection(report, show),
    skippedSection(report, show),
    originSection(report),
  ];
  return layOut(sections, extent);
}
