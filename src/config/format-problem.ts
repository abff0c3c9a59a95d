import type { ProfileProblem } from '../errors.ts';
import { visibleText } from './visible-text.ts';

/** Widest part of a line that a picture shows. */
const pictureWidth = 100;
/** A line with one of these words may hold a credential and is never shown. */
const sensitive = /token|secret|passw|credential|api[-_ ]?key|bearer|authorization/i;

/**
 * A problem for the terminal: place, key, what is wrong, the nearest valid word, and the line with a caret.
 * Lines that may hold a credential are left out of the picture.
 *
 * @param text the profile's text, as it was parsed
 */
export function formatProblem(problem: ProfileProblem, text: string): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  const key = problem.key === '' ? '' : `${problem.key}: `;
  const suggestion = problem.suggestion === null ? '' : `. Did you mean "${problem.suggestion}"?`;
  const headline = visibleText(`${place}  ${key}${problem.message}${suggestion}`);
  return [headline, ...drawPicture(problem, text)].join('\n');
}

function drawPicture(problem: ProfileProblem, text: string): string[] {
  const line =
    text
      .replace(/^\ufeff/, '')
      .split('\n')
      [problem.line - 1]?.replace(/\r$/, '') ?? '';
  if (line === '' || mayHoldCredential(problem, line)) return [];
  const { shown, caret } = cutOut(line, problem.column - 1);
  const number = String(problem.line);
  return [`  ${number} | ${visibleText(shown)}`, `  ${' '.repeat(number.length)} | ${' '.repeat(caret)}^`];
}

function mayHoldCredential(problem: ProfileProblem, line: string): boolean {
  return problem.key.startsWith('connections') || sensitive.test(line);
}

/** The part of the line around an index of a UTF-16 unit, and the caret's place in it in characters. */
function cutOut(line: string, index: number): { readonly shown: string; readonly caret: number } {
  const characters = Array.from(line);
  const caret = Array.from(line.slice(0, index)).length;
  const start = caret < pictureWidth ? 0 : caret - pictureWidth / 2;
  const end = start + pictureWidth;
  const before = start > 0 ? '…' : '';
  const after = end < characters.length ? '…' : '';
  return {
    shown: `${before}${characters.slice(start, end).join('')}${after}`,
    caret: caret - start + before.length,
  };
}
