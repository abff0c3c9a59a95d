import { describe, expect, it } from 'vitest';
import { adoptLayout, linkFunctions } from '../../src/delta/index.ts';
import type { DuplicatePair, FileMetrics } from '../../src/model/metrics.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

/** A function for each name: `f` has the body `f`, and `f!` another one. */
const fileOf = (sizes: Readonly<Record<string, number>>, duplicates: readonly DuplicatePair[] = []) =>
  createFile(
    Object.entries(sizes).map(([name, linesOfCode], index) =>
      createFunction({
        name: name.replace('!', ''),
        line: 100 * index + 1,
        endLine: 100 * index + 50,
        bodyHash: name,
        linesOfCode,
      }),
    ),
    { duplicates },
  );

function adopt(...files: readonly (readonly [FileMetrics | null, FileMetrics | null])[]) {
  const sides = files.map(([old, head]) => ({ old, new: head }));
  return adoptLayout(sides, linkFunctions(sides));
}

const linesOf = (file: FileMetrics | null | undefined) =>
  file?.functions.map(({ linesOfCode }) => linesOfCode);

describe('adoptLayout', () => {
  it('gives functions with the same tokens the lines of code that they have now', () => {
    const [file] = adopt([fileOf({ a: 10, b: 20, c: 30 }), fileOf({ b: 25, a: 14, 'c!': 99 })]);
    expect(linesOf(file)).toEqual([14, 25, 30]);
  });

  it('follows them into another file', () => {
    const moved = createFunction({
      name: 'pay',
      bodyHash: 'pay',
      bodySketch: Array.from({ length: 20 }, (_, index) => index),
    });
    const old = createFile([{ ...moved, linesOfCode: 40 }]);
    const files = adopt([old, createFile()], [null, createFile([{ ...moved, linesOfCode: 60 }])]);
    expect(files.map(linesOf)).toEqual([[60], undefined]);
    expect(files[1]).toBeNull();
  });

  it('leaves a side as it is where nothing is the same', () => {
    const old = fileOf({ a: 10 });
    expect(adopt([old, fileOf({ 'a!': 12 })])[0]).toBe(old);
    expect(adopt([old, null])[0]).toBe(old);
  });

  it('makes functions with the same tokens as alike as they are now, in the order of the old side', () => {
    const old = fileOf({ a: 9, b: 9, c: 9, d: 9 }, [
      { first: 0, second: 1, similarity: 0.5 },
      { first: 0, second: 3, similarity: 0.6 },
      { first: 1, second: 2, similarity: 0.7 },
    ]);
    const head = fileOf({ c: 9, b: 9, a: 9, 'd!': 9, e: 9 }, [
      { first: 0, second: 1, similarity: 0.77 },
      { first: 0, second: 2, similarity: 0.88 },
      { first: 2, second: 3, similarity: 0.66 },
      { first: 2, second: 4, similarity: 0.99 },
    ]);
    expect(adopt([old, head])[0]?.duplicates).toEqual([
      { first: 0, second: 2, similarity: 0.88 },
      { first: 0, second: 3, similarity: 0.6 },
      { first: 1, second: 2, similarity: 0.77 },
    ]);
  });
});
