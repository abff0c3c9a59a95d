import type { CodePlace } from '../../model/finding.ts';
import type { Side, SourceCode } from '../../model/source-code.ts';
import { countOf } from '../plural.ts';
import { chooseLines } from './excerpt.ts';
import { highlightLines, type PaintedLine } from './highlight.ts';
import { findLineChanges, findSeams, type LineChanges } from './line-changes.ts';
import { type Content, html, type Markup, trusted } from './markup.ts';

/** Longer code is read up to here. */
const mostLinesRead = 600;
/** Where a finding has fewer lines than this, some around it are shown as well. */
const fewLines = 6;
const linesAround = 3;
/** A finding on more lines is not pointed at within its function. */
const mostPointed = 12;

/** Code that is copied keeps its lines. */
const lineFeed = trusted('\n');

/** Where code stands that findings are about, on either side. */
export interface CodePlaces {
  readonly old: CodePlace | null;
  readonly new: CodePlace | null;
}

/** Code as it is shown: its lines without what all of them are indented by. */
interface Piece {
  readonly place: CodePlace;
  readonly first: number;
  readonly lines: readonly string[];
}

/** Code that findings speak of, and where each of them stands in it. */
export interface FoundCode {
  readonly places: CodePlaces;
  readonly parts: readonly CodePlaces[];
}

interface PaneOptions {
  /** Of the file that is spoken of: only another one is named. */
  readonly path: string;
  /** There is no other side. */
  readonly isReview: boolean;
}

/** The code of both sides beside each other, or of the only one there is; `null` where no code is at hand. */
export function renderPanes(
  { places, parts }: FoundCode,
  code: SourceCode,
  { path, isReview }: PaneOptions,
): Markup | null {
  const both = [places.old, places.new].filter((place) => place !== null);
  const around = both.every((place) => lengthOf(place) < fewLines) ? linesAround : 0;
  const old = cutOut(places.old, 'old', code, around);
  const head = cutOut(places.new, 'new', code, around);
  if (!old && !head) return null;
  const changes: LineChanges =
    old && head ? findLineChanges(old.lines, head.lines) : { removed: new Set(), added: new Set() };
  const panes = [
    old &&
      renderPane(old, {
        label: 'Before',
        changed: changes.removed,
        seams: findSeams(changes.added, changes.removed, old.lines.length),
        sign: 'del',
        path,
        points: pointsOf('old'),
      }),
    head &&
      renderPane(head, {
        label: isReview ? null : 'After',
        changed: changes.added,
        seams: findSeams(changes.removed, changes.added, head.lines.length),
        sign: 'add',
        path,
        points: pointsOf('new'),
      }),
  ];
  return html`<div class="${old && head ? 'panes two' : 'panes'}">${panes}</div>`;

  /** The lines of findings on a part of what is shown. */
  function pointsOf(side: Side): ReadonlySet<number> {
    const whole = places[side];
    const narrow = parts.flatMap(({ [side]: part }) =>
      part && whole && lengthOf(part) < lengthOf(whole) && lengthOf(part) <= mostPointed ? [part] : [],
    );
    const lines = narrow.flatMap((part) => Array.from({ length: lengthOf(part) }, (_, at) => part.line + at));
    return new Set(lines);
  }
}

function lengthOf({ line, endLine }: CodePlace): number {
  return endLine - line + 1;
}

function cutOut(place: CodePlace | null, side: Side, code: SourceCode, around: number): Piece | null {
  const all = place && code(place.path, side);
  if (!place || !all) return null;
  const first = Math.max(1, place.line - around);
  const last = Math.min(all.length, place.endLine + around, first + mostLinesRead - 1);
  const lines = all.slice(first - 1, last);
  return lines.length === 0 ? null : { place, first, lines: dedent(lines) };
}

function dedent(lines: readonly string[]): readonly string[] {
  const depths = lines.flatMap((line) => (line.trim() === '' ? [] : [/^[\t ]*/.exec(line)?.[0].length ?? 0]));
  // A method's first line may stand deeper than a template literal in it: only what all lines share goes.
  const common = depths.reduce((least, depth) => Math.min(least, depth), Number.POSITIVE_INFINITY);
  return Number.isFinite(common) ? lines.map((line) => line.slice(Math.min(common, line.length))) : lines;
}

/** How a pane is marked. */
interface Look {
  readonly label: string | null;
  /** Indexes of lines that the other side does not have, and the class that gives them their sign. */
  readonly changed: ReadonlySet<number>;
  /** Indexes of lines beside which the other side has some that this one does not. */
  readonly seams: ReadonlySet<number>;
  readonly sign: 'add' | 'del';
  readonly path: string;
  /** Numbers of lines to point at. */
  readonly points: ReadonlySet<number>;
}

function renderPane({ place, first, lines }: Piece, look: Look): Markup {
  const { label, changed, sign, path, points } = look;
  const painted = highlightLines(lines, place.path);
  const stretches = chooseLines(lines.length, new Set([...changed, ...look.seams]));
  const body = stretches.map(({ first: from, last: to, isShown }): Content => {
    if (!isShown) {
      const isEnd = to === lines.length - 1;
      const hidden = (isEnd ? Math.max(to, place.endLine - first) : to) - from + 1;
      return html`<span class="gap">… ${countOf(hidden, isEnd ? 'more line' : 'line')}</span>`;
    }
    return painted.slice(from, to + 1).map((line, index) => renderLine(line, from + index));
  });
  const where = html`${place.path !== path && `${place.path}, `}${describeLines(place)}`;
  return html`<figure class="pane"><figcaption>${label && html`<b>${label}</b> `}<span>${where}</span></figcaption><pre><code>${body}</code></pre></figure>`;

  function renderLine({ indent, markup }: PaintedLine, index: number): Markup {
    const number = first + index;
    const isFound = number >= place.line && number <= place.endLine;
    const isChanged = changed.has(index);
    const names = [
      'l',
      ...(isFound ? ['f'] : []),
      ...(points.has(number) ? ['p'] : []),
      ...(isChanged ? [sign] : []),
    ];
    return html`<span class="${names.join(' ')}" data-n="${number}">${indent !== '' && html`<span class="w">${indent}</span>`}<span>${markup}${lineFeed}</span></span>`;
  }
}

function describeLines({ line, endLine }: CodePlace): string {
  return line === endLine ? `line ${line}` : `lines ${line}–${endLine}`;
}
