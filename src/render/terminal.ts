import type { Report } from '../model/report.ts';
import { escapeStrings } from '../text/escape-text.ts';
import { countOf } from './plural.ts';
import type { Renderer } from './renderer.ts';
import { findingRows, renderChangedFiles, renderQuietFiles } from './terminal/files.ts';
import { renderGates } from './terminal/gates.ts';
import { renderNextSteps } from './terminal/next-steps.ts';
import {
  renderExpectedChanges,
  renderSkipped,
  renderSuppressions,
  renderWarnings,
} from './terminal/remarks.ts';
import { layOutColumns } from './terminal/rows.ts';
import { createStyle, type Style } from './terminal/style.ts';
import { renderVerdict, verdictWord } from './terminal/verdict.ts';
import { renderReview } from './terminal-review.ts';

/** The report for people at a terminal: the verdict first, then why, what to do, and the files one by one. */
export const terminal: Renderer = {
  id: 'terminal',
  render: (report, options) => renderReport(escapeStrings(report), createStyle(options)),
  renderReview: (review, options) =>
    renderReview(escapeStrings(review), createStyle(options), options.explainScore === true),
};

function renderReport(report: Report, style: Style): string {
  const columns = layOutColumns(findingRows(report, style), style);
  const sections = [
    renderVerdict(report, style),
    renderGates(report, columns, style),
    renderNextSteps(report, style),
    renderChangedFiles(report, columns, style),
    renderQuietFiles(report, columns, style),
    renderSkipped(report, style),
    renderWarnings(report, style),
    renderExpectedChanges(report, style),
    renderSuppressions(report, style),
    renderCounts(report, style),
  ];
  const shown = sections.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The last lines: the verdict again, for logs that are read from their end, and the counts. */
function renderCounts(report: Report, style: Style): readonly string[] {
  const { filesChanged, filesAnalyzed, filesSkipped, findings } = report.summary;
  const { introduced, degraded, improved, fixed } = findings;
  const counts = `${introduced} introduced, ${degraded} degraded, ${improved} improved, ${fixed} fixed`;
  const files = `${countOf(filesChanged, 'file')} changed, ${filesAnalyzed} measured, ${filesSkipped} skipped`;
  return [`${verdictWord(report, style)}  ${counts}`, style.paint.dim(`  ${files}`)];
}
