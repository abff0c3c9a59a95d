/** Where a text stops being JSON, and why. */
export interface JsonError {
  /** Index of the UTF-16 unit. */
  readonly offset: number;
  readonly message: string;
}

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'separator' | 'nothing';

interface Scan {
  expected: Expected;
  /** The brackets that are open, by what closes them. */
  readonly closing: string[];
}

const space = /[ \t\n\r]*/y;
const token =
  /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/uy;

/**
 * The first place at which a text is not JSON, or `null`. The parser of Node tells no place, and that of YAML takes
 * more than JSON. Goes token by token, without recursion.
 */
export function findJsonError(text: string): JsonError | null {
  const scan: Scan = { expected: 'value', closing: [] };
  for (let offset = skip(space, text, 0); offset < text.length; offset = skip(space, text, offset)) {
    const end = skip(token, text, offset);
    const word = text.slice(offset, end);
    if (word === '' || !accept(scan, word)) {
      return { offset, message: complainOf(scan, text.slice(offset, offset + 1), word === '') };
    }
    offset = end;
  }
  return scan.expected === 'nothing' ? null : { offset: text.length, message: complainOfEnd(scan) };
}

/** The index behind a match that begins at an index; the index itself where nothing matches. */
function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Moves on behind a token; `false` where it may not stand here. */
function accept(scan: Scan, word: string): boolean {
  const { expected, closing } = scan;
  if (word === closing.at(-1) && ['value or end', 'key or end', 'separator'].includes(expected)) {
    closing.pop();
    return endValue(scan);
  }
  if (expected === 'separator' && word === ',') return expect(scan, isInMap(scan) ? 'key' : 'value');
  if (expected === 'colon' && word === ':') return expect(scan, 'value');
  if (expected === 'key' || expected === 'key or end') return word.startsWith('"') && expect(scan, 'colon');
  return (expected === 'value' || expected === 'value or end') && beginValue(scan, word);
}

function beginValue(scan: Scan, word: string): boolean {
  if (word === '{') return open(scan, '}', 'key or end');
  if (word === '[') return open(scan, ']', 'value or end');
  return /^[^}\],:]/.test(word) && endValue(scan);
}

function open(scan: Scan, closing: string, expected: Expected): boolean {
  scan.closing.push(closing);
  return expect(scan, expected);
}

function endValue(scan: Scan): boolean {
  return expect(scan, scan.closing.length === 0 ? 'nothing' : 'separator');
}

function expect(scan: Scan, expected: Expected): true {
  scan.expected = expected;
  return true;
}

function isInMap({ closing }: Scan): boolean {
  return closing.at(-1) === '}';
}

const phrases: Readonly<Record<Expected, string>> = {
  value: 'expected a value: text in double quotes, a number, true, false, null, a list or a map',
  'value or end': 'expected a value, or "]" to close the list',
  key: 'expected a key in double quotes',
  'key or end': 'expected a key in double quotes, or "}" to close the map',
  colon: 'expected a colon behind the key',
  separator: 'expected a comma, or the bracket that closes the list or map',
  nothing: 'expected nothing behind the closing bracket',
};

const noComments = 'JSON has no comments: leave this one out';
const complaints: ReadonlyMap<string, string> = new Map([
  ['/', noComments],
  ['#', noComments],
  ["'", 'JSON wants double quotes'],
]);

function complainOf({ expected }: Scan, character: string, isNoToken: boolean): string {
  const complaint = complaints.get(character);
  if (complaint !== undefined) return complaint;
  if (isNoToken && character === '"') {
    return 'this text is not closed on its line, or has a backslash that JSON does not know';
  }
  const isAfterComma = expected === 'key' || expected === 'value';
  if (isAfterComma && /[}\]]/.test(character)) return 'expected no comma before this bracket';
  return phrases[expected];
}

function complainOfEnd({ closing }: Scan): string {
  if (closing.length === 0) return 'the file is empty';
  return `the file ends before "${closing.at(-1)}" closes what is open`;
}
