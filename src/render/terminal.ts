import type { Report } from '../model/report.ts';
import { escapeStrings } from '../text/escape-text.ts';
import { countOf } from './plural.ts';
import type { Renderer } from './renderer.ts';
import { renderCoverage } from './terminal/coverage.ts';
import { exactPaths } from './terminal/exact-paths.ts';
import { layOutFiles, renderChangedFiles, renderQuietFiles } from './terminal/files.ts';
import { renderGates } from './terminal/gates.ts';
import { renderNextSteps } from './terminal/next-steps.ts';
import {
  renderExpectedChanges,
  renderSkipped,
  renderSuppressions,
  renderWarnings,
} from './terminal/remarks.ts';
import { createStyle, type Style } from './terminal/style.ts';
import { renderVerdict, verdictWord } from './terminal/verdict.ts';
import { renderReview } from './terminal-review.ts';

/** The report for people at a terminal: the verdict first, then what to do, then why, and the files one by one. */
export const terminal: Renderer = {
  id: 'terminal',
  showsCode: 'of-changes',
  render: (report, options) =>
    renderReport(escapeStrings(report), createStyle(options, exactPaths(listPaths(report)))),
  renderReview: (review, options) =>
    renderReview(
      escapeStrings(review),
      createStyle(options, exactPaths(review.files.map(({ path }) => path))),
      options.explainScore === true,
    ),
};

function renderReport(report: Report, style: Style): string {
  const layout = layOutFiles(report, style);
  const sections = [
    [...renderVerdict(report, style), ...renderCoverage(report, style)],
    renderNextSteps(report, style),
    renderGates(report, layout.columns, style),
    renderChangedFiles(layout, style),
    renderQuietFiles(report, layout, style),
    renderSkipped(report, style),
    renderWarnings(report, style),
    renderExpectedChanges(report, style),
    renderSuppressions(report, style),
    renderCounts(report, style),
  ];
  const shown = sections.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The paths of all files on both sides, wherever their code may have stood. */
function listPaths({ files }: Report): readonly string[] {
  return files.flatMap(({ path, oldPath, findings }) => [
    path,
    ...(oldPath === null ? [] : [oldPath]),
    ...findings.flatMap(({ otherSide }) => (otherSide === null ? [] : [otherSide.path])),
  ]);
}

/** The last lines: the verdict again, for logs that are read from their end, and the counts. */
function renderCounts(report: Report, style: Style): readonly string[] {
  const { filesChanged, filesAnalyzed, filesSkipped, findings } = report.summary;
  const { introduced, degraded, improved, fixed } = findings;
  const counts = `${introduced} introduced, ${degraded} degraded, ${improved} improved, ${fixed} fixed`;
  const files = `${countOf(filesChanged, 'file')} changed, ${filesAnalyzed} measured, ${filesSkipped} skipped`;
  return [`${verdictWord(report, style)}  ${counts}`, style.paint.dim(`  ${files}`)];
}
