import { cutText } from '../../text/cut-text.ts';
import { escapeText } from '../../text/escape-text.ts';

/**
 * Makes text from outside into Markdown that shows it and does nothing else. Bitbucket Cloud renders with
 * Python-Markdown, Data Center with CommonMark: they agree on code spans, and not on which characters a backslash
 * escapes, nor on entities. So what is not plain prose becomes a code span, where neither finds markup, links or
 * mentions.
 */

/** Where a text stands: in a cell of a table it can hold neither a pipe nor a backtick, which would end the cell. */
export type Place = 'line' | 'cell';

/** Longer texts, and longer addresses, are cut or not linked: one row must not push out the others. */
const longestName = 100;
const longestProse = 400;
const longestUrl = 500;

/** A name, a path or a value as it is, in a code span. */
export function code(text: string, place: Place = 'line'): string {
  return toCodeSpan(cutText(escapeText(text), longestName), place);
}

/** A path in a code span; a long one keeps its end, where the file's name is. */
export function codePath(path: string, line: number | null = null, place: Place = 'line'): string {
  const escaped = escapeText(path);
  const shown = escaped.length <= longestName ? escaped : `…${cutStart(escaped, longestName - 1)}`;
  return toCodeSpan(line === null ? shown : `${shown}:${line}`, place);
}

function cutStart(text: string, length: number): string {
  return text.slice(-length).replace(/^[\udc00-\udfff]/, '');
}

function toCodeSpan(text: string, place: Place): string {
  const blank = text.trim() === '' ? `"${text}"` : text;
  const shown = place === 'cell' ? blank.replaceAll('`', '\\x60').replaceAll('|', '\\x7c') : blank;
  const fence = '`'.repeat(freeFenceLength(shown));
  // A space on both sides belongs to the span's delimiters, for every parser.
  const padding = /^[` ]|[` \\]$/.test(shown) ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** The shortest run of backticks that the text does not hold itself. */
function freeFenceLength(text: string): number {
  const taken = new Set([...text.matchAll(/`+/g)].map(([run]) => run.length));
  let length = 1;
  while (taken.has(length)) length += 1;
  return length;
}

/**
 * A sentence from the report. Its words stand as they are, and what could mean anything to a Markdown parser or to
 * Bitbucket (names with dots, addresses, mentions, hashes, keys of issues, signs) as code spans.
 * @param name a function's name in it that is to look like one
 */
export function prose(text: string, name: string | null = null, place: Place = 'line'): string {
  const sentence = cutText(escapeText(text), longestProse);
  if (sentence.trim() === '') return toCodeSpan(sentence, place);
  const at = name === null ? -1 : findWord(sentence, escapeText(name));
  if (name === null || at === -1) return joinPieces(sentence.split(' ').map(toPiece), place);
  const end = at + escapeText(name).length;
  const [before, after] = [sentence.slice(0, at), sentence.slice(end)];
  return joinPieces(
    [
      ...before.split(' ').map(toPiece),
      { ...inCode(sentence.slice(at, end)), follows: before !== '' && !before.endsWith(' ') },
      ...after.split(' ').map((word, index) => ({ ...toPiece(word), follows: index === 0 && word !== '' })),
    ],
    place,
  );
}

/** Where a name stands as words of its own; -1 for nowhere. */
function findWord(sentence: string, name: string): number {
  if (name === '') return -1;
  for (let at = sentence.indexOf(name); at !== -1; at = sentence.indexOf(name, at + 1)) {
    const before = sentence[at - 1] ?? ' ';
    const after = sentence[at + name.length] ?? ' ';
    if (/[\s("]/.test(before) && /[\s)",.:;]/.test(after)) return at;
  }
  return -1;
}

/** A word of a sentence: punctuation, what is to be a code span, punctuation. */
interface Piece {
  readonly lead: string;
  readonly core: string;
  readonly trail: string;
  readonly isCode: boolean;
  /** It stands right behind the one before, without a space. */
  readonly follows: boolean;
}

const plainWord = /^[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*$/u;
const plainNumber = /^[−-]?\d{1,6}(?:\.\d{1,6})?$/;
const plainSign = /^[–—→−·×]?$/;

function toPiece(word: string): Piece {
  const [, lead = '', core = '', trail = ''] = /^([("]*)(.*?)([)".,;:!?%…]*)$/su.exec(word) ?? [];
  const isPlain =
    plainSign.test(core) || plainNumber.test(core) || (plainWord.test(core) && !isSpecial(core));
  return { lead, core, trail, isCode: !isPlain, follows: false };
}

/** `parseOrder` looks better as code; a hash and `PROJ-12` become links in Bitbucket. */
function isSpecial(word: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(word) || /^[\da-f]{7,}$/i.test(word) || /^\p{Lu}[\p{Lu}\d]+-\d+$/u.test(word);
}

function inCode(core: string): Piece {
  return { lead: '', core, trail: '', isCode: true, follows: false };
}

/** Joins words by spaces; code spans that stand side by side become one. */
function joinPieces(pieces: readonly Piece[], place: Place): string {
  const words = pieces
    .filter(({ lead, core, trail }) => lead + core + trail !== '')
    .map((piece, index) => (index === 0 ? keepFromNumbering(piece) : piece));
  const merged: Piece[] = [];
  for (const piece of words) {
    const last = merged.at(-1);
    if (!last || !canMerge(last, piece)) {
      merged.push(piece);
      continue;
    }
    const core = `${last.core}${piece.follows ? '' : ' '}${piece.core}`;
    merged[merged.length - 1] = { ...last, core, trail: piece.trail };
  }
  return merged
    .map(({ lead, core, trail, isCode, follows }, index) => {
      const space = index === 0 || follows ? '' : ' ';
      return `${space}${lead}${isCode ? toCodeSpan(core, place) : core}${trail}`;
    })
    .join('');
}

/** "1." in front of a sentence would begin a list. */
function keepFromNumbering(first: Piece): Piece {
  return /^\d+[.)]/.test(first.lead + first.core + first.trail) ? { ...first, isCode: true } : first;
}

function canMerge(last: Piece, piece: Piece): boolean {
  return last.isCode && piece.isCode && last.trail === '' && piece.lead === '';
}

/** A link, or its label alone where there is no address that can be linked. The label is Markdown already. */
export function link(label: string, url: string | null): string {
  const destination = url === null ? null : toDestination(url);
  return destination === null ? label : `[${label}](${destination})`;
}

/** An address whose every character means nothing else; `null` for one that is not http, or too long. */
function toDestination(url: string): string | null {
  if (!/^https?:\/\/[^/\s]/i.test(url)) return null;
  const safe = url.replace(/[^A-Za-z0-9\-._/:?#&+,=%]/gu, percentEncode);
  return safe.length <= longestUrl ? safe : null;
}

function percentEncode(character: string): string {
  return Array.from(new TextEncoder().encode(character), toHex).join('');
}

function toHex(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
