import { describeGoal } from '../../gate/index.ts';
import type { ChangeType, FileReport, Finding, MovedFunction, Report } from '../../model/report.ts';
import { isLeftAsItIs } from '../../report/report-goals.ts';
import { isOfInterest } from '../is-of-interest.ts';
import { countOf } from '../plural.ts';
import { describeCoverage } from './coverage.ts';
import { type Columns, type Row, renderRow } from './rows.ts';
import { describeScore } from './score.ts';
import { cutList, type Style, sayHidden } from './style.ts';

/** Every file in which something changed, with its score before and after and its findings. */
export function renderChangedFiles({ files }: Report, columns: Columns, style: Style): readonly string[] {
  const lines = files.filter(isOfInterest).flatMap((file) => ['', ...renderFile(file, columns, style)]);
  return lines.slice(1);
}

/** In short, the files in which nothing got better or worse. */
export function renderQuietFiles({ files }: Report, columns: Columns, style: Style): readonly string[] {
  const quiet = files.filter((file) => !isOfInterest(file));
  if (quiet.length === 0) return [];
  const { shown, hidden } = cutList(quiet, style);
  const { paint } = style;
  return [
    `${paint.bold('Nothing got better or worse')} in ${countOf(quiet.length, 'file')}`,
    ...shown.flatMap((file) => [`  ${renderHeading(file, style)}`, ...renderUnchanged(file, columns, style)]),
    ...sayHidden(hidden, style),
  ];
}

/** The rows of all findings that are shown. */
export function findingRows({ files }: Report, style: Style): readonly Row[] {
  return files.flatMap((file) => [
    ...changeRows(file, style),
    ...(style.all ? file.unchanged.map((finding) => toRow(file, finding, 'unchanged', style)) : []),
  ]);
}

function renderFile(file: FileReport, columns: Columns, style: Style): readonly string[] {
  return [
    renderHeading(file, style),
    ...changeRows(file, style).flatMap((row) => renderRow(row, columns, style)),
    ...renderUnchanged(file, columns, style),
  ];
}

/** What changed in a file, and which functions came or went with their findings. */
function changeRows(file: FileReport, style: Style): readonly Row[] {
  return [
    ...file.findings.map((finding) => toRow(file, finding, finding.changeType, style)),
    ...file.moved.map((moved) => toMovedRow(file, moved, style)),
  ];
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
    smell: '',
    message: `${moved.function} ${way}${name}, with ${smells.join(', ')}`,
  };
}

function renderHeading(file: FileReport, style: Style): string {
  const { paint } = style;
  const remarks = [
    ...(file.oldPath === null ? [] : [`was ${file.oldPath}`]),
    ...(file.hotspot ? ['hotspot'] : []),
    ...(file.goal === null ? [] : [describeGoal(file.goal)]),
    ...(isLeftAsItIs(file) ? ['touched and left as it is'] : []),
    ...describeCoverage(file),
    ...(file.pathIsExact === false ? ['its path is not valid UTF-8'] : []),
  ];
  const remark = remarks.length === 0 ? '' : paint.dim(`  ${remarks.join(', ')}`);
  return `${paint.bold(file.path)}  ${describeScore(file, style)}${remark}`;
}

function renderUnchanged(file: FileReport, columns: Columns, style: Style): readonly string[] {
  const { unchanged } = file;
  if (style.all) {
    return unchanged.flatMap((finding) =>
      renderRow(toRow(file, finding, 'unchanged', style), columns, style),
    );
  }
  if (unchanged.length === 0 || !isOfInterest(file)) return [];
  const { paint, symbols } = style;
  return [paint.dim(`  ${symbols.dot} ${countOf(unchanged.length, 'older finding')} as before`)];
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
  const path = changeType === 'fixed' ? (file.oldPath ?? file.path) : file.path;
  const { line, smell, message } = finding;
  return { ...marks[changeType], place: `${path}:${line}`, smell, message };
}
