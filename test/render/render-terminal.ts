import type { FileReport, Report } from '../../src/model/report.ts';
import type { RenderOptions } from '../../src/render/index.ts';
import { createEmptyReport } from '../helpers/create-report.ts';
import { renderers } from '../helpers/renderers.ts';

const plain: RenderOptions = { color: false, width: 80 };

/** A report as the terminal shows it, plain and 80 columns wide unless said otherwise. */
export function render(report: Report, options: Partial<RenderOptions> = {}): string {
  return renderers.terminal.render(report, { ...plain, ...options });
}

/** A file without anything in it. */
export const quietFile: FileReport = {
  path: 'src/order.ts',
  oldPath: null,
  change: 'modified',
  hotspot: false,
  goal: null,
  oldScore: 9.21,
  oldScoreWithMoves: null,
  newScore: 9.21,
  scoreBreakdown: null,
  findings: [],
  unchanged: [],
  moved: [],
  coverage: null,
  functions: [],
};

/** A passed report of one file. */
export function reportOf(file: Partial<FileReport>, overrides: Partial<Report> = {}): Report {
  return createEmptyReport({
    summary: {
      filesChanged: 1,
      filesAnalyzed: 1,
      filesSkipped: 0,
      findings: { introduced: 0, degraded: 0, improved: 0, fixed: 0 },
    },
    files: [{ ...quietFile, ...file }],
    ...overrides,
  });
}
