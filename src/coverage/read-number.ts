import { BrokenCoverage, writeAgain } from './broken-coverage.ts';

const numberForm = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/;

/**
 * A count as it is written; tools that let a counter run over write negative ones.
 * @param what names the place, for a reader: "hits of a line"
 * @param place line of the coverage file
 * @throws BrokenCoverage where it is missing or no number
 */
export function readCount(text: string | undefined, what: string, place: number): number {
  const count = text !== undefined && numberForm.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isNaN(count)) throw broken(what, 'a number', place);
  return count;
}

/**
 * A line number as it is written. Some tools write 0 for code that has no line: that is `null`.
 * @param place line of the coverage file
 * @throws BrokenCoverage where it is missing, negative or no whole number
 */
export function readLineNumber(text: string | undefined, place: number): number | null {
  const line = text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
  if (line === null) throw broken('number of a line', 'a whole number from 0', place);
  return line === 0 ? null : line;
}

function broken(what: string, expected: string, line: number): BrokenCoverage {
  return new BrokenCoverage({
    message: 'is broken.',
    line,
    hint: `Expected ${expected} as the ${what}. ${writeAgain}`,
  });
}
