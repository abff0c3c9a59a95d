import { describeGoal } from '../../gate/index.ts';
import type {
  ChangeType,
  DeltaFinding,
  FileReport,
  Finding,
  MovedFunction,
  Report,
} from '../../model/report.ts';
import { isLeftAsItIs } from '../../report/report-goals.ts';
import { displayWidth, wrapText } from '../display-width.ts';
import { isOfInterest } from '../is-of-interest.ts';
import { countOf } from '../plural.ts';
import { worstFirst } from '../worst-first.ts';
import { renderCodeFrame } from './code-frame.ts';
import { describeCoverage } from './coverage.ts';
import { type FindingFrame, type FindingFrames, pickFrames } from './finding-frames.ts';
import { type Columns, layOutColumns, type Row, renderRow, rowIndent } from './rows.ts';
import { describeScore } from './score.ts';
import { type CutList, cutList, plain, type Style, sayHidden } from './style.ts';

/** Files in which something changed as they are shown. */
export interface ShownFiles {
  /** Those that are not cut off, the worst first. */
  readonly files: readonly FileReport[];
  readonly hidden: number;
  readonly columns: Columns;
  readonly frames: FindingFrames;
}

/** Decides which files and findings are shown, where their columns stand, and which code stands below them. */
export function layOutFiles(report: Report, style: Style): ShownFiles {
  const { shown, hidden } = cutList(worstFirst(report.files.filter(isOfInterest)), style);
  const rows = [
    ...shown.flatMap((file) => listChanges(file, style).shown.map((change) => change.row)),
    ...(style.all ? report.files.flatMap((file) => unchangedRows(file, style)) : []),
  ];
  return {
    files: shown,
    hidden,
    columns: layOutColumns(rows, style),
    frames: pickFrames(
      shown,
      (file) => listChanges(file, style).shown.flatMap(({ finding }) => finding ?? []),
      style,
    ),
  };
}

/** Every file in which something changed, with its score before and after and its findings, the worst first. */
export function renderChangedFiles(layout: ShownFiles, style: Style): readonly string[] {
  const { files, hidden, frames } = layout;
  const { paint, symbols } = style;
  const code = countOf(frames.hidden, 'more place');
  const rest = [
    ...sayHidden(hidden, style),
    ...(frames.hidden === 0 ? [] : [paint.dim(`  ${symbols.ellipsis} and the code of ${code} (--all)`)]),
  ];
  const lines = files.flatMap((file) => ['', ...renderFile(file, layout, style)]);
  return [...lines.slice(1), ...(rest.length === 0 ? [] : ['', ...rest])];
}

/** In short, the files in which nothing got better or worse. */
export function renderQuietFiles(
  { files }: Report,
  { columns }: ShownFiles,
  style: Style,
): readonly string[] {
  const quiet = files.filter((file) => !isOfInterest(file));
  if (quiet.length === 0) return [];
  const { shown, hidden } = cutList(quiet, style);
  const { paint } = style;
  return [
    `${paint.bold('Nothing got better or worse')} in ${countOf(quiet.length, 'file')}`,
    ...shown.flatMap((file) => [
      ...renderHeading(file, style, '  '),
      ...renderUnchanged(file, columns, style),
    ]),
    ...sayHidden(hidden, style),
  ];
}

function renderFile(file: FileReport, { columns, frames }: ShownFiles, style: Style): readonly string[] {
  const { shown, hidden } = listChanges(file, style);
  return [
    ...renderHeading(file, style),
    ...shown.flatMap(({ row, finding }) => [
      ...renderRow(row, columns, style),
      ...renderFrame(finding && frames.below.get(finding), columns, style),
    ]),
    ...sayHidden(hidden, style),
    ...renderUnchanged(file, columns, style),
  ];
}

function renderFrame(
  frame: FindingFrame | null | undefined,
  columns: Columns,
  style: Style,
): readonly string[] {
  return frame ? renderCodeFrame(frame.code, frame.lines, rowIndent(columns), style) : [];
}

/** Something that changed in a file: a finding, or a function that came or went with its findings (`null`). */
interface Change {
  readonly row: Row;
  readonly finding: DeltaFinding | null;
}

function listChanges(file: FileReport, style: Style): CutList<Change> {
  return cutList(
    [
      ...file.findings.map((finding) => ({
        row: toRow(file, finding, finding.changeType, style),
        finding,
      })),
      ...file.moved.map((moved) => ({ row: toMovedRow(file, moved, style), finding: null })),
    ],
    style,
  );
}

function toMovedRow(file: FileReport, moved: MovedFunction, { paint, symbols }: Style): Row {
  const { direction, otherPath, otherFunction, line, smells } = moved;
  const path = direction === 'out' ? (file.oldPath ?? file.path) : file.path;
  const name =
    otherFunction === moved.function ? '' : `, ${direction === 'in' ? 'was' : 'now'} ${otherFunction}`;
  const way = direction === 'in' ? `came from ${otherPath}` : `went to ${otherPath}`;
  return {
    mark: `${symbols.dot} moved`,
    paintMark: paint.dim,
    place: `${path}:${line}`,
    target: { path, line: direction === 'out' ? null : line },
    smell: '',
    message: `${moved.function} ${way}${name}, with ${smells.join(', ')}`,
  };
}

function renderHeading(file: FileReport, style: Style, indent = ''): readonly string[] {
  const { paint, width, link } = style;
  const remarks = [
    ...(file.oldPath === null ? [] : [`was ${file.oldPath}`]),
    ...(file.hotspot ? ['hotspot'] : []),
    ...(file.goal === null ? [] : [describeGoal(file.goal)]),
    ...(isLeftAsItIs(file) ? ['touched and left as it is'] : []),
    ...describeCoverage(file),
    ...(file.pathIsExact === false ? ['its path is not valid UTF-8'] : []),
  ].join(', ');
  const path = link(paint.bold(file.path), { path: file.path, line: null });
  const heading = `${indent}${path}  ${describeScore(file, style)}`;
  const plainScore = describeScore(file, { ...style, paint: plain });
  const start = displayWidth(`${indent}${file.path}  ${plainScore}`);
  if (remarks === '') return [heading];
  if (start + 2 + displayWidth(remarks) <= width) return [`${heading}  ${paint.dim(remarks)}`];
  const remarkIndent = `${indent}  `;
  return [
    heading,
    ...wrapText(remarks, width - remarkIndent.length).map((line) => remarkIndent + paint.dim(line)),
  ];
}

function renderUnchanged(file: FileReport, columns: Columns, style: Style): readonly string[] {
  const { unchanged } = file;
  if (style.all) return unchangedRows(file, style).flatMap((row) => renderRow(row, columns, style));
  if (unchanged.length === 0 || !isOfInterest(file)) return [];
  const { paint, symbols } = style;
  return [paint.dim(`  ${symbols.dot} ${countOf(unchanged.length, 'older finding')} as before`)];
}

function unchangedRows(file: FileReport, style: Style): readonly Row[] {
  return file.unchanged.map((finding) => toRow(file, finding, 'unchanged', style));
}

function toRow(file: FileReport, finding: Finding, changeType: ChangeType, { paint, symbols }: Style): Row {
  const marks = {
    introduced: { mark: `${symbols.cross} new`, paintMark: paint.red },
    degraded: { mark: `${symbols.down} worse`, paintMark: paint.red },
    improved: { mark: `${symbols.up} better`, paintMark: paint.green },
    fixed: { mark: `${symbols.tick} fixed`, paintMark: paint.green },
    unchanged: { mark: `${symbols.dot} older`, paintMark: paint.dim },
  } as const;
  // The line of a fixed finding is the old side's, and so is its path.
  const isOld = changeType === 'fixed';
  const path = isOld ? (file.oldPath ?? file.path) : file.path;
  const { line, smell, message } = finding;
  const target = { path, line: isOld ? null : line };
  return { ...marks[changeType], place: `${path}:${line}`, target, smell, message };
}
