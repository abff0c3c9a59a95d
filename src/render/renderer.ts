import type { Report } from '../model/report.ts';
import type { ReviewReport } from '../model/review.ts';
import type { SourceCode } from '../model/source-code.ts';

/** How a report is to look. Renderers ignore what does not concern them. */
export interface RenderOptions {
  /** ANSI colours; never the only sign of anything. */
  readonly color: boolean;
  /** Columns of the terminal, 60 to 200. */
  readonly width: number;
  /** Symbols and arrows beyond ASCII; on unless `false`. Text from the repository stays as it is. */
  readonly unicode?: boolean;
  /** Everything instead of the first entries of long lists, with what did not change. */
  readonly all?: boolean;
  /** How each score comes about, for who wants to do the sum again. */
  readonly explainScore?: boolean;
  /** The address of a file and a line in it, for a terminal that can follow it; `null` where there is none. */
  readonly link?: (path: string, line: number | null) => string | null;
  /** The code that findings speak of; none is shown where left out. */
  readonly code?: SourceCode;
}

/**
 * Makes a text of the report of a check, and of that of a review. A new format is one file that gives both.
 * Pure: the same report and options give the same text.
 */
export interface Renderer {
  /** The name of the format. */
  readonly id: string;
  /** Whether it shows source code, which is read only then; `of-changes`: of a check, and of a review none. */
  readonly showsCode?: true | 'of-changes';
  readonly render: (report: Report, options: RenderOptions) => string;
  readonly renderReview: (review: ReviewReport, options: RenderOptions) => string;
}
