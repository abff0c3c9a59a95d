import type { SuppressionComment } from '../../model/metrics.ts';
import type { ts } from './compiler.ts';
import type { LineMap } from './lines.ts';
import type { FunctionScope, Range } from './scope.ts';

/** `@codescene(disable:"Complex Method", disable:"Large Method")` or `@codescene(disable-all)`. */
const directivePattern = /@codescene\s*\(([^)]*)\)/g;

/** What is between two commas; a name in quotes may hold commas itself. */
const partPattern = /(?:"[^"]*"|'[^']*'|[^,"'])+/g;

interface CommentedFile {
  readonly file: ts.SourceFile;
  readonly lines: LineMap;
  /** In source order. */
  readonly comments: readonly Range[];
  /** Offset of the first token, or of the end. */
  readonly firstToken: number;
  readonly functions: readonly FunctionScope[];
}

/**
 * The suppressions in a file's comments, in source order. One that stands before a function speaks of it, one
 * above all code speaks of the file (also above a function, where a blank line is between); elsewhere it speaks
 * of nothing.
 */
export function findSuppressions(commented: CommentedFile): SuppressionComment[] {
  const { file, lines, comments } = commented;
  if (!file.text.includes('@codescene')) return [];
  return comments.flatMap((comment) => {
    const directives = [...file.text.slice(comment.start, comment.end).matchAll(directivePattern)];
    if (directives.length === 0) return [];
    const scope = findScope(comment, commented);
    return directives.map(({ index, 1: list = '' }) => ({
      line: lines.lineAt(comment.start + index),
      smells: readSmells(list),
      scope,
    }));
  });
}

/** The names as written; what is no `disable` at all stays as it is, so that it can be told to be unknown. */
function readSmells(list: string): readonly string[] | 'all' {
  const parts = (list.match(partPattern) ?? []).map((part) => part.trim()).filter((part) => part !== '');
  if (parts.includes('disable-all')) return 'all';
  return parts.map((part) => part.replace(/^disable\s*:\s*/, '').replace(/^(["'])(.*)\1$/, '$2'));
}

function findScope(
  comment: Range,
  { file, firstToken, functions }: CommentedFile,
): SuppressionComment['scope'] {
  const isOnTop = comment.start < firstToken;
  const index = functions.findIndex(({ lead }) => standsBefore(comment, lead, file));
  if (index < 0) return isOnTop ? 'file' : 'none';
  const gap = file.text.slice(comment.end, functions[index]?.lead.getStart(file));
  return isOnTop && /\n\s*\n/.test(gap) ? 'file' : index;
}

/** Whether a comment stands between what precedes a declaration and its first token, on lines of its own. */
function standsBefore(comment: Range, declaration: ts.Node, file: ts.SourceFile): boolean {
  const { pos } = declaration;
  if (comment.start < pos || comment.end > declaration.getStart(file)) return false;
  return pos === 0 || file.text.slice(pos, comment.start).includes('\n');
}
