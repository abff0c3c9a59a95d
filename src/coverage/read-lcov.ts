import { lcovParser } from '@friedemannsommer/lcov-parser/sync';
import { BrokenCoverage, writeAgain } from './broken-coverage.ts';
import { type AddLine, type CoverageReport, createCollector } from './coverage-report.ts';
import { eachLine } from './each-line.ts';
import { readCount, readLineNumber } from './read-number.ts';

/** So many lines go through the library at once: it holds some objects for each. */
const linesAtOnce = 10_000;
/** All that is handed to the library. */
const wantedFields = { lineLocation: 'DA', endOfRecord: 'end_of_record' };
/** Fields that lcov has, or may have one day; and its comments. */
const otherField = /^(?:[A-Z]{2,12}:|#|$)/;

/**
 * Reads lcov's tracefile (geninfo(1), "TRACEFILE FORMAT"), record by record.
 *
 * The library looks for field names anywhere in the text and takes what is no number as 0; so it is given only lines
 * that were seen to be well formed.
 *
 * @throws BrokenCoverage with the line that is wrong
 */
export function readLcov(text: string): CoverageReport {
  const collector = createCollector();
  let add: AddLine | null = null;
  let lines: string[] = [];
  const hand = () => {
    if (add !== null) addLines(lines, add);
    lines = [];
  };
  eachLine(text, (line, number) => {
    if (line.startsWith('SF:')) {
      if (add !== null) throw unexpected(number, 'end_of_record before the next SF');
      const path = line.slice(3);
      if (path.trim() === '') throw unexpected(number, 'a path after SF');
      add = collector.open(path);
    } else if (line.startsWith('DA:')) {
      if (add === null) throw unexpected(number, 'SF before the first DA of a record');
      if (isLocated(line, number)) lines.push(line);
      if (lines.length === linesAtOnce) hand();
    } else if (line.trim() === 'end_of_record') {
      hand();
      add = null;
    } else if (!otherField.test(line)) {
      throw unexpected(number, 'a field of lcov (such as SF, DA or end_of_record)');
    }
  });
  if (add !== null) {
    throw new BrokenCoverage({
      message: 'ends in the middle of a record.',
      line: null,
      hint: `Expected end_of_record. ${writeAgain}`,
    });
  }
  return { format: 'lcov', sources: [], records: collector.records() };
}

/** What nearly all lines look like; the others are looked at more closely. */
const plainLine = /^DA:[1-9]\d{0,14},\d+(?:,|$)/;

/** Whether a `DA:<line>,<count>[,<checksum>]` is about a line. */
function isLocated(field: string, number: number): boolean {
  if (plainLine.test(field)) return true;
  const [line, count] = field.slice(3).split(',', 2);
  readCount(count, 'count of a DA field', number);
  return readLineNumber(line, number) !== null;
}

function addLines(lines: readonly string[], add: AddLine): void {
  const fieldNames = wantedFields as NonNullable<Parameters<typeof lcovParser>[0]['fieldNames']>;
  for (const section of lcovParser({ from: `${lines.join('\n')}\nend_of_record\n`, fieldNames })) {
    for (const { line, hit } of section.lines.details) add(line, hit > 0);
  }
}

function unexpected(line: number, expected: string): BrokenCoverage {
  return new BrokenCoverage({ message: 'is broken.', line, hint: `Expected ${expected}. ${writeAgain}` });
}
