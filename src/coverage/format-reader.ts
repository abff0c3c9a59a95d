import type { CoverageReport } from './coverage-report.ts';
import type { XmlVisitor } from './read-xml.ts';

/** Reads one format: a visitor of the elements below the root, and what came of them. */
export interface FormatReader extends XmlVisitor {
  readonly report: () => CoverageReport;
}
