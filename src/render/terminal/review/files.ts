import type { Finding } from '../../../model/report.ts';
import type { ReviewedFile, ReviewReport } from '../../../model/review.ts';
import { compareText } from '../../../score/index.ts';
import { displayWidth } from '../../display-width.ts';
import { countOf } from '../../plural.ts';
import { layOutColumns, type Row, renderRow } from '../rows.ts';
import { type CutList, cutList, plain, type Style, sayHidden } from '../style.ts';
import { renderBreakdown } from './breakdown.ts';
import { describeScore } from './score.ts';

/** The files with findings, worst first, each with its findings. */
export function renderWorstFiles(
  { files }: ReviewReport,
  style: Style,
  explainScore: boolean,
): readonly string[] {
  const withFindings = files.filter(hasFindings);
  if (withFindings.length === 0) return [];
  const { shown, hidden } = cutList(withFindings, style);
  const columns = layOutColumns(
    shown.flatMap((file) => listFindings(file, style).shown),
    style,
  );
  const blocks = shown.flatMap((file) => {
    const rows = listFindings(file, style);
    return [
      '',
      ...renderHeading(file, style),
      ...rows.shown.flatMap((row) => renderRow(row, columns, style)),
      ...sayHidden(rows.hidden, style),
      ...(explainScore ? renderBreakdown(file.scoreBreakdown, file.score, style) : []),
    ];
  });
  const title = style.paint.bold(`Worst files (${countOf(withFindings.length, 'file')} with findings)`);
  const rest = hidden === 0 ? [] : ['', ...sayHidden(hidden, style)];
  return [title, ...blocks, ...rest];
}

/** The files in which nothing is found: their count, or one by one where all are wanted. */
export function renderHealthyFiles({ files }: ReviewReport, style: Style): readonly string[] {
  const healthy = files.filter((file) => !hasFindings(file));
  if (healthy.length === 0) return [];
  const { paint } = style;
  return [
    `${paint.bold('Nothing is found')} in ${countOf(healthy.length, 'file')}`,
    ...(style.all ? healthy.flatMap((file) => renderHeading(file, style, '  ')) : []),
  ];
}

/** Whether a list of the report leaves something out. */
export function isCut({ files }: ReviewReport, style: Style): boolean {
  const { shown, hidden } = cutList(files.filter(hasFindings), style);
  return hidden > 0 || shown.some((file) => listFindings(file, style).hidden > 0);
}

const hasFindings = ({ findings }: ReviewedFile) => findings.length > 0;

function renderHeading(file: ReviewedFile, style: Style, indent = ''): readonly string[] {
  const { paint, width, link } = style;
  const remark = [
    countOf(file.linesOfCode, 'line'),
    ...(file.hotspot ? ['hotspot'] : []),
    ...(file.pathIsExact === false ? ['its path is not valid UTF-8'] : []),
  ].join(', ');
  const columns = displayWidth(
    `${indent}${file.path}  ${describeScore(file.score, { paint: plain })}  ${remark}`,
  );
  const heading = `${indent}${link(paint.bold(file.path), { path: file.path, line: null })}  ${describeScore(file.score, style)}`;
  return columns <= width
    ? [`${heading}  ${paint.dim(remark)}`]
    : [heading, `${indent}  ${paint.dim(remark)}`];
}

/** Critical ones first, so that a list that is cut keeps them. */
function listFindings({ path, findings }: ReviewedFile, style: Style): CutList<Row> {
  const ordered = [...findings].sort((a, b) => -compareText(a.severity, b.severity) || a.line - b.line);
  const { shown, hidden } = cutList(ordered, style);
  return { shown: shown.map((finding) => toRow(path, finding, style)), hidden };
}

function toRow(path: string, { severity, line, smell, message }: Finding, { paint, symbols }: Style): Row {
  const marks = {
    critical: { mark: `${symbols.cross} critical`, paintMark: paint.red },
    advisory: { mark: `${symbols.dot} advisory`, paintMark: paint.yellow },
  } as const;
  return { ...marks[severity], place: `${path}:${line}`, target: { path, line }, smell, message };
}
