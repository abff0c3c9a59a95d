import type { Unmeasurable } from '../../model/metrics.ts';
import type { Dialect } from '../../model/source.ts';
import { ts } from './compiler.ts';
import { mapLines } from './lines.ts';
import { BudgetExceeded, withinBudget } from './parsing-budget.ts';

/**
 * The longest text that is measured, in UTF-16 units: 2 MB of plain text. What is longer was generated or bundled;
 * to parse it takes seconds and hundreds of megabytes.
 */
export const maxTextLength = 2_000_000;

/** Valid in JavaScript, which the parser is stricter about: in sloppy code `010` and `'\01'`, in each `a?.#b`. */
const toleratedCodes: ReadonlySet<number> = new Set([1121, 1487, 1488, 1489, 18030]);

type Parsed = { readonly file: ts.SourceFile } | { readonly unmeasurable: Unmeasurable };

/** Parses a source text; says why, and on which line, where that can't be done. */
export function parseText(dialect: Dialect, text: string): Parsed {
  if (text.length > maxTextLength) {
    const reason = `longer than ${maxTextLength / 1_000_000} million characters`;
    return { unmeasurable: { reason, line: null } };
  }
  const options = {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  const [extension = 'ts'] = dialect.split('-');
  const file = parse(`source.${extension}`, text, options, chooseScriptKind(extension));
  if (file === null) return { unmeasurable: { reason: 'too ambiguous to be parsed', line: null } };
  const [error] = listSyntaxErrors(file);
  return error ? { unmeasurable: describeSyntaxError(error, text) } : { file };
}

/** Plain code makes a node for every 16 characters, and nothing makes more than one a character but by trying out. */
const nodeBudget = (text: string): number => 4 * text.length + 10_000;

/** `null` where the text is too ambiguous. */
function parse(
  name: string,
  text: string,
  options: ts.CreateSourceFileOptions,
  kind: ts.ScriptKind,
): ts.SourceFile | null {
  try {
    return withinBudget(nodeBudget(text), () => ts.createSourceFile(name, text, options, false, kind));
  } catch (error) {
    forgetText();
    if (error instanceof BudgetExceeded) return null;
    throw error;
  }
}

/** The parser is one for all texts: where it broke off, it would take what it found out for true of the next one. */
function forgetText(): void {
  ts.createSourceFile('empty.ts', '', ts.ScriptTarget.Latest);
}

/** JavaScript always may hold JSX. */
function chooseScriptKind(extension: string): ts.ScriptKind {
  if (extension === 'js') return ts.ScriptKind.JSX;
  return extension === 'tsx' ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

function listSyntaxErrors(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  // The parser keeps them there; the public way to them builds a whole program.
  const { parseDiagnostics } = file as ts.SourceFile & {
    readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
  };
  return parseDiagnostics.filter(({ code }) => !toleratedCodes.has(code));
}

function describeSyntaxError({ messageText, start }: ts.DiagnosticWithLocation, text: string): Unmeasurable {
  const message = ts.flattenDiagnosticMessageText(messageText, ' ').replace(/\.$/, '');
  const cause = isFlow(text) ? ' (Flow has syntax of its own, which is not supported)' : '';
  return { reason: `syntax error: ${message}${cause}`, line: mapLines(text).lineAt(start) };
}

/** Whether a comment before all code says so, as Flow asks for. */
function isFlow(text: string): boolean {
  const comments = ts.getLeadingCommentRanges(text, 0) ?? [];
  return comments.some(({ pos, end }) => /@flow\b(?!-)/.test(text.slice(pos, end)));
}
