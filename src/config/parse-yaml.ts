import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { complainOfForeignCharacters } from './complain-of-foreign-characters.ts';
import type { Complaint, Position } from './complaint.ts';
import { describeSyntaxError } from './describe-syntax-error.ts';
import { findTooDeep } from './find-too-deep.ts';

/** What a text may have at most; beyond it the parser would cost time or memory. */
export interface YamlLimits {
  readonly maxCharacters: number;
  readonly maxDepth: number;
  /** What the text is expected to be, for a reader: "a profile". */
  readonly what: string;
}

export interface YamlRules {
  /** Whether a doubled key is a mistake of the syntax. */
  readonly uniqueKeys: boolean;
  /** Whether a tag without a meaning is one. */
  readonly refusesTags: boolean;
  /** Whether `<<` merges another map; off by default. */
  readonly merge?: boolean;
}

/** `document` is `null` where the syntax is wrong, and `complaints` say why. */
export interface YamlParse {
  readonly document: Document.Parsed | null;
  readonly positionAt: (offset: number) => Position;
  readonly complaints: readonly Complaint[];
}

export const startOfFile: Position = { line: 1, column: 1 };

/**
 * Parses a text as YAML 1.2 with the core schema. Never throws.
 * @param content without a byte order mark
 */
export function parseYaml(content: string, limits: YamlLimits, rules: YamlRules): YamlParse {
  const lineCounter = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const refusal = refuseText(content, limits);
  if (refusal !== null) return { document: null, positionAt, complaints: refusal };
  const { uniqueKeys, refusesTags, merge = false } = rules;
  const options = {
    lineCounter,
    prettyErrors: false,
    schema: 'core',
    uniqueKeys,
    merge,
    // Node's own warnings would go to the terminal as they are.
    logLevel: 'error',
  } as const;
  const document = parseDocument(content, options);
  const errors = [...document.errors, ...(refusesTags ? document.warnings : [])];
  const complaints = describeErrors(errors, content, positionAt);
  return { document: complaints.length > 0 ? null : document, positionAt, complaints };
}

/** What keeps a text from being parsed at all; `null` for nothing. */
function refuseText(
  content: string,
  { maxCharacters, maxDepth, what }: YamlLimits,
): readonly Complaint[] | null {
  if (content.length > maxCharacters)
    return refuse(
      startOfFile,
      `expected at most ${maxCharacters} characters, got ${content.length}: is this ${what}?`,
    );
  const foreign = complainOfForeignCharacters(content);
  if (foreign.length > 0) return foreign;
  const tooDeep = findTooDeep(content, maxDepth);
  return tooDeep === null
    ? null
    : refuse(positionIn(content, tooDeep), `expected at most ${maxDepth} levels`);
}

/** One complaint that ends the reading. */
export function refuse(position: Position, message: string): readonly Complaint[] {
  return [{ position, path: [], message, suggestion: null }];
}

/** The place of an index of a text. */
export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** One complaint a line: the parser's later errors on a line follow from its first. */
function describeErrors(
  errors: readonly YAMLError[],
  content: string,
  positionAt: (offset: number) => Position,
): Complaint[] {
  const byLine = new Map<number, Complaint>();
  const lines = content.split('\n');
  // What is missing at the end is missed behind the last word, where there is something to show.
  const end = content.trimEnd().length;
  for (const error of errors) {
    const offset = Math.min(error.pos[0], end);
    const position = positionAt(offset);
    if (byLine.has(position.line)) continue;
    const message = describeSyntaxError(error, lines[position.line - 1] ?? '', content.slice(offset));
    byLine.set(position.line, { position, path: [], message, suggestion: null });
  }
  return [...byLine.values()];
}
