import type { Tokens } from './tokens.ts';

/** Counts the lines of code between two lines, both 1-based and included. */
export type CountLinesOfCode = (firstLine: number, lastLine: number) => number;

/**
 * Lines of code are lines on which a token stands: blank lines and lines with nothing but a comment are none.
 * Lines of a template count unless they are blank, and so do those of a comment in JSX, which stands in braces.
 * Evidence: CodeScene's lines of code of real functions.
 */
export function countLinesOfCode({ codeLines }: Pick<Tokens, 'codeLines'>): CountLinesOfCode {
  const before = new Int32Array(codeLines.length + 1);
  for (let line = 0; line < codeLines.length; line++) {
    before[line + 1] = (before[line] as number) + (codeLines[line] as number);
  }
  return (firstLine, lastLine) => (before[lastLine] ?? 0) - (before[firstLine - 1] ?? 0);
}
