import { describe, expect, it } from 'vitest';
import { adoptLayout, linkFunctions } from '../../src/delta/index.ts';
import type { DuplicatePair, FileMetrics } from '../../src/model/metrics.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

const functions = ['a', 'b', 'c'].map((name, index) =>
  createFunction({ name, line: 100 * index + 1, endLine: 100 * index + 50, bodyHash: name }),
);
const fileOf = (...duplicates: readonly DuplicatePair[]) => createFile(functions, { duplicates });
const pair = (first: number, second: number, similarity = 0.9) => ({ first, second, similarity });

function adopt(...files: readonly (readonly [FileMetrics | null, FileMetrics | null])[]) {
  const sides = files.map(([old, head]) => ({ old, new: head }));
  return adoptLayout(sides, linkFunctions(sides));
}

describe('adoptLayout of functions that have the lines they had', () => {
  it('gives the very old side, which need not be judged once more', () => {
    const old = fileOf(pair(0, 1), pair(1, 2));
    expect(adopt([old, fileOf(pair(0, 1), pair(1, 2))])[0]).toBe(old);
    const none = fileOf();
    expect(adopt([none, fileOf()])[0]).toBe(none);
  });

  it.each<readonly [string, DuplicatePair[], DuplicatePair[]]>([
    ['the likeness differs', [pair(0, 1)], [pair(0, 1, 0.95)]],
    ['one of two likenesses differs', [pair(0, 1), pair(1, 2)], [pair(0, 1), pair(1, 2, 0.95)]],
    ['another first one is alike', [pair(0, 2)], [pair(1, 2)]],
    ['another second one is alike', [pair(0, 1)], [pair(0, 2)]],
    ['one pair more is alike', [pair(0, 1)], [pair(0, 1), pair(1, 2)]],
    ['one pair less is alike', [pair(0, 1), pair(1, 2)], [pair(0, 1)]],
    ['none is alike any more', [pair(0, 1)], []],
  ])('makes them as alike as they are now where %s', (_, before, after) => {
    expect(adopt([fileOf(...before), fileOf(...after)])[0]?.duplicates).toEqual(after);
  });

  it('leaves out likeness to a function that is new, wherever that stands', () => {
    const old = fileOf();
    const [added, ...kept] = [createFunction({ name: 'new', line: 401, endLine: 450 }), ...functions];
    expect(adopt([old, createFile([added, ...kept], { duplicates: [pair(0, 1)] })])[0]).toBe(old);
    expect(adopt([old, createFile([...kept, added], { duplicates: [pair(1, 3)] })])[0]).toBe(old);
  });

  it('does not take a function that moved away for the one at its index', () => {
    const bodySketch = Array.from({ length: 20 }, (_, index) => index);
    const moved = createFunction({ name: 'pay', line: 301, endLine: 350, bodyHash: 'pay', bodySketch });
    const old = createFile([...functions.slice(0, 2), moved], { duplicates: [pair(0, 2, 0.8)] });
    // In the other file `pay` is the third one, as is `c` here, which is new.
    const head = createFile(functions, { duplicates: [pair(0, 2, 0.99)] });
    const other = createFile([createFunction({ name: 'x' }), createFunction({ name: 'y' })]);
    const [file] = adopt([old, head], [other, createFile([...other.functions, moved])]);
    expect(file?.duplicates).toEqual([pair(0, 2, 0.8)]);
  });
});
