import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverChangedLines, mergeHits } from '../../src/coverage/file-coverage.ts';

/** `1 -2`: line 1 is covered, line 2 is not. */
const hits = (text: string) =>
  new Map(
    text
      .split(' ')
      .map(Number)
      .map((line) => [Math.abs(line), line > 0] as const),
  );

const changed = (...ranges: readonly (readonly [number, number])[]) =>
  ranges.map(([line, endLine]) => ({ line, endLine }));

describe('the coverage of new and changed lines', () => {
  it.each([
    ['of changed lines alone', '1 -2 3 -4', changed([2, 3]), 2, 1, changed([2, 2])],
    ['of nothing where no changed line can be executed', '1 -2', changed([5, 9]), 0, 0, []],
    ['of nothing where nothing changed', '1 -2', [], 0, 0, []],
    ['up to both ends of a range', '-1 -2 -3 -4', changed([2, 3]), 2, 0, changed([2, 3])],
    ['apart where a covered line is between', '-1 2 -3', changed([1, 3]), 3, 1, changed([1, 1], [3, 3])],
    ['together over lines that cannot be executed', '-1 -4', changed([1, 4]), 2, 0, changed([1, 4])],
    [
      'apart where a line is between that did not change',
      '-1 -2 -3',
      changed([1, 1], [3, 3]),
      2,
      0,
      changed([1, 1], [3, 3]),
    ],
    ['in the order of the file', '-9 -2', changed([1, 3], [9, 9]), 2, 0, changed([2, 2], [9, 9])],
  ] as const)('is %s', (_, lines, ranges, executableLines, coveredLines, uncovered) => {
    expect(coverChangedLines(hits(lines), ranges)).toEqual({ executableLines, coveredLines, uncovered });
  });

  it('counts each changed line once, and no other', () => {
    const lines = fc.dictionary(fc.integer({ min: 1, max: 60 }).map(String), fc.boolean());
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((all) => new Set(all));
    fc.assert(
      fc.property(lines, some, (given, changedLines) => {
        const all = new Map(Object.entries(given).map(([line, isCovered]) => [Number(line), isCovered]));
        const ranges = [...changedLines].sort((a, b) => a - b).map((line) => ({ line, endLine: line }));
        const { executableLines, coveredLines, uncovered } = coverChangedLines(all, ranges);
        const expected = [...all].filter(([line]) => changedLines.has(line));
        expect(executableLines).toBe(expected.length);
        expect(coveredLines).toBe(expected.filter(([, isCovered]) => isCovered).length);
        const isIn = (line: number) => uncovered.some((range) => range.line <= line && line <= range.endLine);
        for (const [line, isCovered] of expected) expect(isIn(line)).toBe(!isCovered);
        for (const [line] of all) if (!changedLines.has(line)) expect(isIn(line)).toBe(false);
      }),
    );
  });
});

describe('records of one file', () => {
  it('cover a line where any of them does', () => {
    const merged = mergeHits([{ hits: hits('1 -2 -3') }, { hits: hits('-1 2 -3 -4') }]);
    expect([...merged]).toEqual([...hits('1 2 -3 -4')]);
  });
});
