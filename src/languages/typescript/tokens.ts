import { characterClass, classifyCharacter } from './characters.ts';
import { addToHash, hashSeed } from './hash.ts';
import { findLastAtMost, type LineMap } from './lines.ts';
import type { OpaqueRange, Range } from './scope.ts';

/** A text cut into tokens: words, numbers, literals and punctuation; no white space and no comments. */
export interface Tokens {
  readonly count: number;
  /** Offset of each token, ascending. */
  readonly starts: Int32Array;
  /** Equal for tokens that read the same. */
  readonly hashes: Int32Array;
  /** 1 for each line (0-based) on which a token stands. */
  readonly codeLines: Uint8Array;
  /** In source order. */
  readonly comments: readonly Range[];
}

/** Index of the first token that does not begin before an offset. */
export function findToken({ starts, count }: Tokens, offset: number): number {
  return findLastAtMost(starts.subarray(0, count), offset - 1) + 1;
}

/** Offset of the first token that does not begin before an offset; the offset itself where there is none. */
export function findTokenStart(tokens: Tokens, offset: number): number {
  const index = findToken(tokens, offset);
  return index < tokens.count ? (tokens.starts[index] as number) : offset;
}

interface Cursor {
  readonly text: string;
  readonly lines: LineMap;
  readonly starts: Int32Array;
  readonly hashes: Int32Array;
  readonly codeLines: Uint8Array;
  readonly comments: Range[];
  count: number;
  line: number;
}

/**
 * Cuts a text into tokens in one pass. What only a parser can delimit (regular expressions, templates, the text
 * of JSX) is handed in; the rest of the language can be told apart by its first character.
 *
 * @param opaque in source order, without overlaps
 */
export function tokenise(text: string, lines: LineMap, opaque: readonly OpaqueRange[]): Tokens {
  const cursor: Cursor = {
    text,
    lines,
    starts: new Int32Array(text.length),
    hashes: new Int32Array(text.length),
    codeLines: new Uint8Array(lines.starts.length),
    comments: [],
    count: 0,
    line: 0,
  };
  let position = text.startsWith('#!') ? readLineComment(cursor, 0) : 0;
  for (const range of opaque) {
    position = readUntil(cursor, position, range.start);
    position = readOpaque(cursor, range);
  }
  readUntil(cursor, position, text.length);
  return cursor;
}

function readUntil(cursor: Cursor, from: number, to: number): number {
  let position = from;
  while (position < to) {
    const reader = readers[classifyCharacter(cursor.text.charCodeAt(position))] as Reader;
    position = reader(cursor, position);
  }
  return position;
}

/** Reads what begins at an offset; gives the offset behind it. */
type Reader = (cursor: Cursor, start: number) => number;

const skipSpace: Reader = ({ text }, start) => {
  let end = start + 1;
  while (text.charCodeAt(end) === space) end += 1;
  return end;
};

const space = 32;

const readWord: Reader = (cursor, start) => {
  const { text } = cursor;
  let hash = hashSeed;
  let end = start;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (classifyCharacter(unit) !== characterClass.word) break;
    hash = addToHash(hash, unit);
  }
  return addToken(cursor, start, end, hash);
};

const readString: Reader = (cursor, start) => {
  const { text } = cursor;
  const quote = text.charCodeAt(start);
  let end = start + 1;
  while (end < text.length && text.charCodeAt(end) !== quote) end += text[end] === '\\' ? 2 : 1;
  return addRaw(cursor, start, Math.min(end + 1, text.length));
};

/** Only a template in a type comes here: those in code are handed in. */
const readTemplateType: Reader = (cursor, start) => readString(cursor, start);

const readSlash: Reader = (cursor, start) => {
  const next = cursor.text[start + 1];
  if (next === '/') return readLineComment(cursor, start);
  if (next === '*') return readBlockComment(cursor, start);
  return addRaw(cursor, start, next === '=' ? start + 2 : start + 1);
};

function readLineComment(cursor: Cursor, start: number): number {
  const lineBreak = cursor.text.indexOf('\n', start);
  return addComment(cursor, start, lineBreak < 0 ? cursor.text.length : lineBreak);
}

function readBlockComment(cursor: Cursor, start: number): number {
  const close = cursor.text.indexOf('*/', start + 2);
  return addComment(cursor, start, close < 0 ? cursor.text.length : close + 2);
}

function addComment({ comments }: Cursor, start: number, end: number): number {
  comments.push({ start, end });
  return end;
}

/** Operators of more than one character. Those that begin with `>` are left apart, as types close with them. */
const longOperators =
  '=== !== **= <<= &&= ||= ??= ... => == != <= && || ?? ?. ++ -- += -= *= %= &= |= ^= ** <<'.split(' ');

/** By their first character, the longest first. */
const operatorsByStart = Array.from({ length: 128 }, (_, unit) =>
  longOperators.filter((operator) => operator.charCodeAt(0) === unit),
);

const readOperator: Reader = (cursor, start) => {
  const { text } = cursor;
  for (const operator of operatorsByStart[text.charCodeAt(start)] ?? []) {
    if (text.startsWith(operator, start)) return addRaw(cursor, start, start + operator.length);
  }
  return addRaw(cursor, start, start + 1);
};

const readPunctuation: Reader = (cursor, start) => addRaw(cursor, start, start + 1);

const readers: readonly Reader[] = [
  skipSpace,
  readWord,
  readString,
  readTemplateType,
  readSlash,
  readOperator,
  readPunctuation,
];

function readOpaque(cursor: Cursor, { start, end, content }: OpaqueRange): number {
  if (content === 'raw') return addRaw(cursor, start, end);
  if (content === 'text') addText(cursor, start, end);
  else {
    markLines(cursor, start, end);
    addComment(cursor, start, end);
  }
  return end;
}

/** Adds a token as it is written, but for carriage returns: they come and go with the checkout. */
function addRaw(cursor: Cursor, start: number, end: number): number {
  let hash = hashSeed;
  for (let index = start; index < end; index++) {
    const unit = cursor.text.charCodeAt(index);
    if (unit !== carriageReturn) hash = addToHash(hash, unit);
  }
  return addToken(cursor, start, end, hash);
}

const carriageReturn = 13;

/** The text between JSX elements: one token a word, as white space has no meaning there. */
function addText(cursor: Cursor, start: number, end: number): void {
  for (const { index, 0: word } of cursor.text.slice(start, end).matchAll(/\S+/g)) {
    addRaw(cursor, start + index, start + index + word.length);
  }
}

function addToken(cursor: Cursor, start: number, end: number, hash: number): number {
  cursor.starts[cursor.count] = start;
  cursor.hashes[cursor.count] = hash;
  cursor.count += 1;
  markLines(cursor, start, end);
  return end;
}

/** Marks the lines of a stretch, blank ones left out. */
function markLines(cursor: Cursor, start: number, end: number): void {
  const { starts } = cursor.lines;
  while ((starts[cursor.line + 1] ?? end) <= start) cursor.line += 1;
  cursor.codeLines[cursor.line] = 1;
  while ((starts[cursor.line + 1] ?? end) < end) {
    cursor.line += 1;
    if (!isBlank(cursor, cursor.line, end)) cursor.codeLines[cursor.line] = 1;
  }
}

function isBlank({ text, lines }: Cursor, line: number, end: number): boolean {
  const lineEnd = Math.min(lines.starts[line + 1] ?? end, end);
  return text.slice(lines.starts[line], lineEnd).trim() === '';
}
