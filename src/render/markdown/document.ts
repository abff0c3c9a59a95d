import { countOf } from '../plural.ts';
import { link } from './text.ts';

/** A part of a document: lines that always stand, and rows of which as many stand as there is room for. */
export interface Section {
  /** What the section is called where it is left out; own words only. */
  readonly title: string;
  /** Paragraphs above the rows, each on one line. */
  readonly head: readonly string[];
  /** The header of a table; without one the rows are those of a list. */
  readonly tableHead?: readonly [columns: string, alignment: string];
  readonly rows?: readonly string[];
  /** At most so many rows, unless all are wanted. */
  readonly mostRows?: number;
  /** What a row is about: "finding", and its plural where that is not just an "s" more. */
  readonly rowNoun?: readonly [singular: string, plural?: string];
  /** Below the rows. */
  readonly foot?: readonly string[];
  /** It is never left out, however little room there is. */
  readonly isRequired?: boolean;
}

/** How much of a document is to be shown. */
export interface Extent {
  readonly maxLength: number;
  /** Every row, where there is room. */
  readonly all: boolean;
  /** Where the rest can be read, as an end of a sentence in Markdown. */
  readonly restAt: string;
}

const defaultMostRows = 10;
/** With too little room for all the rows, every section is cut to so many: first the longest ones give way. */
const rowLimits = [200, 100, 50, 20, 10, 8, 6, 4, 3, 2, 1, 0];

/**
 * Puts sections below each other, as long as there is room: with fewer rows where there is too little, then without
 * the last sections that are not required. Cuts whole rows only, and says what is left out.
 */
export function layOut(sections: readonly (Section | null)[], extent: Extent): string {
  const present = sections.filter((section) => section !== null);
  for (const limit of [Number.POSITIVE_INFINITY, ...rowLimits]) {
    const text = join(present, limit, extent);
    if (text.length <= extent.maxLength) return text;
  }
  return dropSections(present, extent);
}

/** Leaves out the last section that is not required, until the others fit. */
function dropSections(sections: readonly Section[], extent: Extent): string {
  const optional = sections.filter(({ isRequired }) => isRequired !== true);
  for (let kept = optional.length - 1; kept >= 0; kept -= 1) {
    const dropped = optional.slice(kept);
    const remaining = sections.filter((section) => !dropped.includes(section));
    const note = `Left out for want of room: ${dropped.map(({ title }) => title).join(', ')}.`;
    const text = join([...remaining, { title: '', head: [note] }], 0, extent);
    if (text.length <= extent.maxLength) return text;
  }
  const required = sections.filter(({ isRequired }) => isRequired === true);
  const text = join(required, 0, { ...extent, restAt: '' });
  return text.length <= extent.maxLength ? text : join(required.slice(0, 1), 0, { ...extent, restAt: '' });
}

function join(sections: readonly Section[], limit: number, extent: Extent): string {
  return `${sections.flatMap((section) => toParagraphs(section, limit, extent)).join('\n\n')}\n`;
}

function toParagraphs(section: Section, limit: number, { all, restAt }: Extent): readonly string[] {
  const {
    head,
    tableHead = [],
    rows = [],
    mostRows = defaultMostRows,
    rowNoun = ['row'],
    foot = [],
  } = section;
  const shown = rows.slice(0, Math.min(all ? rows.length : mostRows, limit));
  const hidden = rows.length - shown.length;
  const more = shown.length === 0 ? '' : 'more ';
  const [singular, plural = `${singular}s`] = rowNoun.map((noun) => `${more}${noun}`);
  const rest = `${shown.length === 0 ? '' : '… and '}${countOf(hidden, singular ?? '', plural)}${restAt}`;
  // Behind a table the rest needs a paragraph of its own; in a list it is the last entry.
  const isTable = tableHead.length > 0 && shown.length > 0;
  const listRest = hidden > 0 && !isTable ? [`- ${rest}`] : [];
  const block = [...(isTable ? tableHead : []), ...shown, ...listRest].join('\n');
  return [...head, block, ...(hidden > 0 && isTable ? [rest] : []), ...foot].filter((text) => text !== '');
}

/** The words behind "… and 3 more findings": where they can be read. */
export function restInReport(runUrl: string | null): string {
  return `: see ${link('the report', runUrl)}`;
}

/** A row of a table; the cells are Markdown already. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A table's header with its columns: those named with a colon behind them are aligned to the right. */
export function tableHead(columns: readonly string[]): readonly [string, string] {
  const names = columns.map((column) => column.replace(/:$/, ''));
  return [tableRow(names), tableRow(columns.map((column) => (column.endsWith(':') ? '---:' : '---')))];
}
