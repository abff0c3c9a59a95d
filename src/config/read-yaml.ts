import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { complainOfForeignCharacters } from './complain-of-foreign-characters.ts';
import type { Complaint, Position } from './complaint.ts';
import { describeSyntaxError } from './describe-syntax-error.ts';
import { findTooDeep } from './find-too-deep.ts';
import type { KeyPath } from './key-path.ts';
import { maxValues, toPlainData } from './to-plain-data.ts';

/** Limits that no profile written by people comes near: they keep a hostile file from costing time or memory. */
const maxProfileCharacters = 65_536;
const maxDepth = 24;

const startOfFile: Position = { line: 1, column: 1 };

/** A YAML text as plain data, with the place of each part. */
export interface YamlTree {
  /** Maps have no prototype; an empty text is `null`. */
  readonly data: unknown;
  /** The place of a key; of the value where the path ends in a list index. */
  readonly keyPosition: (path: KeyPath) => Position;
  /** The place of a value; of the map or list that it is missing from where it does not exist. */
  readonly valuePosition: (path: KeyPath) => Position;
}

/** `tree` is `null` where the syntax is wrong; doubled keys and the like are complaints that leave a tree. */
export interface YamlReading {
  readonly tree: YamlTree | null;
  readonly complaints: readonly Complaint[];
}

/** Reads a text as YAML 1.2 with the core schema. Never throws. */
export function readYaml(text: string, { maxCharacters = maxProfileCharacters } = {}): YamlReading {
  const content = text.replace(/^\ufeff/, '');
  if (content.length > maxCharacters)
    return refuse(
      startOfFile,
      `expected at most ${maxCharacters} characters, got ${content.length}: is this a profile?`,
    );
  const foreign = complainOfForeignCharacters(content);
  if (foreign.length > 0) return { tree: null, complaints: foreign };
  const tooDeep = findTooDeep(content, maxDepth);
  if (tooDeep !== null) return refuse(positionIn(content, tooDeep), `expected at most ${maxDepth} levels`);
  const lineCounter = new LineCounter();
  const options = { lineCounter, prettyErrors: false, schema: 'core', uniqueKeys: false } as const;
  const document = parseDocument(content, options);
  const positionAt = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const errors = syntaxErrors(document, content, positionAt);
  return errors.length > 0 ? { tree: null, complaints: errors } : readTree(document, positionAt);
}

function refuse(position: Position, message: string): YamlReading {
  return { tree: null, complaints: [{ position, path: [], message, suggestion: null }] };
}

/** The place of an index of a text. */
export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** One complaint a line: the parser's later errors on a line follow from its first. */
function syntaxErrors(
  document: Document.Parsed,
  content: string,
  positionAt: (offset: number) => Position,
): Complaint[] {
  const byLine = new Map<number, Complaint>();
  const lines = content.split('\n');
  // What is missing at the end is missed behind the last word, where there is something to show.
  const end = content.trimEnd().length;
  const errors: readonly YAMLError[] = [...document.errors, ...document.warnings];
  for (const error of errors) {
    const offset = Math.min(error.pos[0], end);
    const position = positionAt(offset);
    if (byLine.has(position.line)) continue;
    const message = describeSyntaxError(error, lines[position.line - 1] ?? '', content.slice(offset));
    byLine.set(position.line, { position, path: [], message, suggestion: null });
  }
  return [...byLine.values()];
}

function readTree(document: Document.Parsed, positionAt: (offset: number) => Position): YamlReading {
  const plain = toPlainData(document, { maxDepth, positionAt });
  if (plain.tooLarge) return refuse(startOfFile, `expected at most ${maxValues} values, aliases written out`);
  const valuePosition = (path: KeyPath): Position => {
    const position = plain.valuePositions.get(JSON.stringify(path));
    if (position) return position;
    return path.length === 0 ? startOfFile : valuePosition(path.slice(0, -1));
  };
  const keyPosition = (path: KeyPath): Position =>
    plain.keyPositions.get(JSON.stringify(path)) ?? valuePosition(path);
  return { tree: { data: plain.data, keyPosition, valuePosition }, complaints: plain.complaints };
}
