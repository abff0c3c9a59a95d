import type { SuppressionComment } from '../../model/metrics.ts';
import { type CommentedFile, createScopeFinder } from './suppression-scope.ts';

/** Most files have none of these comments: to look for a fixed text takes no time. */
const spellings = ['@codescene', '@CodeScene'];

/**
 * `@codescene(disable:"Complex Method", disable:"Large Method")` or `@codescene(disable-all)`. Without the last
 * parenthesis it is one that cannot be read; behind a backtick it is prose about such comments.
 */
const directivePattern = /(?<!`)@(?:codescene|CodeScene)\s*\(([^)]*)(\)?)/g;

/** What is between two commas; a name in quotes may hold commas itself. */
const partPattern = /(?:"[^"]*"|'[^']*'|[^,"'])+/g;

/** A line break inside of a block comment, with the star that the next line begins with. */
const lineBreak = /\r?\n[ \t]*\*?/g;

/** The suppressions in a file's comments, in source order. */
export function findSuppressions(commented: CommentedFile): SuppressionComment[] {
  const { file, lines, tokens } = commented;
  if (!spellings.some((spelling) => file.text.includes(spelling))) return [];
  const findScope = createScopeFinder(commented);
  return tokens.comments.flatMap((comment) => {
    const text = file.text.slice(comment.start, comment.end);
    return [...text.matchAll(directivePattern)].map(
      ({ index, 0: directive, 1: list = '', 2: closing }): SuppressionComment => ({
        line: lines.lineAt(comment.start + index),
        ...(closing ? readList(list) : { smells: [], unread: [directive.replace(lineBreak, ' ').trim()] }),
        scope: findScope(comment),
      }),
    );
  });
}

function readList(list: string): Pick<SuppressionComment, 'smells' | 'unread'> {
  const parts = (list.replace(lineBreak, ' ').match(partPattern) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isAll = (part: string) => /^disable-all$/i.test(part);
  const names = parts.map((part) => (isAll(part) ? null : readName(part)));
  return {
    smells: parts.some(isAll) ? 'all' : names.filter((name) => typeof name === 'string'),
    unread: parts.filter((_, index) => names[index] === undefined),
  };
}

/** The name behind `disable:` as it is written, without quotes; `undefined` for anything else. */
function readName(part: string): string | undefined {
  const [, written = ''] = /^disable\s*:(.*)$/is.exec(part) ?? [];
  const name = written
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim();
  return name === '' ? undefined : name;
}
