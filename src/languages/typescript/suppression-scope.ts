import type { SuppressionComment } from '../../model/metrics.ts';
import { ts } from './compiler.ts';
import type { LineMap } from './lines.ts';
import { mapOverloads } from './overloads.ts';
import type { FunctionScope, Range } from './scope.ts';
import { startOf } from './source-text.ts';
import { findToken, type Tokens } from './tokens.ts';

type Scope = SuppressionComment['scope'];

/** A text, and what is known of it. */
export interface CommentedFile {
  readonly file: ts.SourceFile;
  readonly lines: LineMap;
  readonly tokens: Tokens;
  readonly functions: readonly FunctionScope[];
}

/**
 * Tells what a comment speaks of: of the function that begins with the token behind it, or, above all code, of the
 * file (also above a function, where a blank line is between). It speaks of nothing where it stands elsewhere, or
 * behind code on its line. Decorators, overloads and further comments may stand between it and the function.
 */
export function createScopeFinder(commented: CommentedFile): (comment: Range) => Scope {
  const { file, tokens } = commented;
  const functionAt = indexFunctions(commented);
  const firstCode = findFirstCode(file);
  const lastBlank = findLastBlank(commented, firstCode);
  return (comment) => {
    if (!startsLine(comment, commented)) return 'none';
    const isOnTop = comment.end <= firstCode;
    const index = functionAt.get(offsetOf(tokens, findToken(tokens, comment.end)));
    if (index === undefined) return isOnTop ? 'file' : 'none';
    return isOnTop && comment.end <= lastBlank ? 'file' : index;
  };
}

/** The first function by the offset of each token that it may begin with for a reader. */
function indexFunctions({ file, functions }: CommentedFile): ReadonlyMap<number, number> {
  const byStart = new Map<number, number>();
  for (const [index, { lead, range }] of functions.entries()) {
    const starts = lead === file ? [range.start] : [startOf(lead, file), range.start];
    for (const start of starts) if (!byStart.has(start)) byStart.set(start, index);
  }
  for (const [overload, implementation] of mapOverloads(file)) {
    const index = byStart.get(implementation);
    if (index !== undefined) byStart.set(overload, index);
  }
  return byStart;
}

/** Where the first statement begins that does something: `'use strict'` and `'use client'` have to stand above. */
function findFirstCode(file: ts.SourceFile): number {
  const first = file.statements.find(
    (statement) => !(ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)),
  );
  return first ? startOf(first, file) : file.text.length;
}

/** Offset of the last blank line above a place; -1 where there is none. */
function findLastBlank({ file, lines }: CommentedFile, place: number): number {
  for (let line = lines.lineAt(place) - 1; line >= 1; line -= 1) {
    const start = lines.starts[line - 1] ?? 0;
    if (file.text.slice(start, lines.starts[line]).trim() === '') return start;
  }
  return -1;
}

/** Whether no code stands on the line before a comment. */
function startsLine(comment: Range, { lines, tokens }: CommentedFile): boolean {
  const line = lines.lineAt(comment.start);
  if (tokens.codeLines[line - 1] !== 1) return true;
  const next = findToken(tokens, comment.end);
  const isOnLine = (index: number) => lines.lineAt(offsetOf(tokens, index)) === line;
  return isOnLine(next) && (next === 0 || !isOnLine(next - 1));
}

/** Offset of a token; -1 where there is none. */
function offsetOf({ starts, count }: Tokens, index: number): number {
  return index < count ? (starts[index] as number) : -1;
}
