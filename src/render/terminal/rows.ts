import { displayWidth, padText, wrapText } from '../display-width.ts';
import type { LinkTarget, Style } from './style.ts';

/** One finding or condition: a sign in front, where it is, which smell, what about it. */
export interface Row {
  /** Symbol and word, without colour. */
  readonly mark: string;
  readonly paintMark: (text: string) => string;
  /** `path:line`, to be clicked. */
  readonly place: string;
  readonly target: LinkTarget;
  readonly smell: string;
  readonly message: string;
}

/** Where the columns of all rows of a report stand. */
export interface Columns {
  readonly mark: number;
  readonly place: number;
  readonly smell: number;
  /** The message stands beside place and smell, and not on lines of its own. */
  readonly messageBeside: boolean;
}

const margin = 2;
const gap = '  ';
/** A narrower column breaks a message into too many lines. */
const narrowestMessage = 60;

/** Lays out the columns so that the rows of every section stand below each other. */
export function layOutColumns(rows: readonly Row[], { width }: Style): Columns {
  const widest = (textOf: (row: Row) => string) =>
    rows.reduce((columns, row) => Math.max(columns, displayWidth(textOf(row))), 0);
  const columns = {
    mark: widest((row) => row.mark),
    place: widest((row) => row.place),
    smell: widest((row) => row.smell),
  };
  return { ...columns, messageBeside: width - messageStart(columns) >= narrowestMessage };
}

export function renderRow(row: Row, columns: Columns, style: Style): readonly string[] {
  const mark = ' '.repeat(margin) + row.paintMark(padText(row.mark, columns.mark)) + gap;
  return columns.messageBeside
    ? renderBeside(mark, row, columns, style)
    : renderBelow(mark, row, columns, style);
}

function renderBeside(mark: string, row: Row, columns: Columns, style: Style): readonly string[] {
  const start = messageStart(columns);
  const [first = '', ...rest] = wrapText(row.message, style.width - start);
  const place = renderPlace(row, style) + ' '.repeat(columns.place - displayWidth(row.place));
  const line = [mark + place, style.paint.dim(padText(row.smell, columns.smell)), first].join(gap);
  return [line, ...rest.map((text) => ' '.repeat(start) + text)];
}

function renderBelow(mark: string, row: Row, columns: Columns, style: Style): readonly string[] {
  const indent = rowIndent(columns);
  const place = mark + renderPlace(row, style);
  const together = indent + displayWidth(row.place) + gap.length + displayWidth(row.smell);
  const fits = row.smell !== '' && together <= style.width;
  const message = fits || row.smell === '' ? row.message : `${row.smell}: ${row.message}`;
  // Without a mark in front nothing but the indentation tells a message from the next place.
  const messageIndent = columns.mark === 0 ? indent + gap.length : indent;
  const lines = wrapText(message, style.width - messageIndent).map(
    (text) => ' '.repeat(messageIndent) + text,
  );
  return [fits ? place + gap + style.paint.dim(row.smell) : place, ...lines];
}

function renderPlace({ place, target }: Row, { paint, link }: Style): string {
  return link(paint.cyan(place), target);
}

/** Where the places of rows begin. */
export function rowIndent({ mark }: Pick<Columns, 'mark'>): number {
  return margin + mark + gap.length;
}

function messageStart({ mark, place, smell }: Pick<Columns, 'mark' | 'place' | 'smell'>): number {
  return margin + mark + place + smell + 3 * gap.length;
}
