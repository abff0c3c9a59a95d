import { describe, expect, it } from 'vitest';
import { findSplits, type Whole } from '../../src/delta/find-splits.ts';
import { bodySketchSize } from '../../src/model/metrics.ts';
import { createFunction } from '../helpers/create-metrics.ts';

const range = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);

const withRuns = (name: string, bodySketch: readonly number[]) =>
  createFunction({ name, bodyHash: bodySketch.join(), bodySketch });
const partOf = (bodySketch: readonly number[]) => ({ file: 0, index: 1, fn: withRuns('part', bodySketch) });
const wholeOf = (name: string, before: readonly number[], after: readonly number[] | null = []): Whole => ({
  place: { file: 0, index: 0, fn: withRuns(name, before) },
  remainder: after && withRuns(name, after),
});

/** The name of the function that the part was split from. */
function origin(wholes: readonly Whole[], runs: readonly number[]): string | undefined {
  const part = partOf(runs);
  return findSplits(wholes, [part]).get(part)?.place.fn.name;
}

describe('findSplits', () => {
  it.each([
    [10, 'settle'],
    [9, undefined],
  ])('takes a function for a part from half of its token runs on: %i of 20', (shared, expected) => {
    const runs = [...range(0, shared), ...range(100, 20 - shared)];
    expect(origin([wholeOf('settle', range(0, 40))], runs)).toBe(expected);
    expect(origin([wholeOf('settle', range(0, 40), null)], runs)).toBe(expected);
  });

  it.each([
    [8, 'settle'],
    [7, undefined],
  ])('says nothing of a part with few token runs: %i', (length, expected) => {
    expect(origin([wholeOf('settle', range(0, 40))], range(0, length))).toBe(expected);
  });

  it.each([
    [10, 'settle'],
    [11, undefined],
  ])('takes no copy for a part: %i of its 20 token runs have stayed', (stayed, expected) => {
    const whole = wholeOf('settle', range(0, 40), [...range(0, stayed), ...range(30, 10)]);
    expect(origin([whole], range(0, 20))).toBe(expected);
  });

  it('takes the whole that most of it comes from, and of equals the first by name', () => {
    const some = wholeOf('a', range(0, 12));
    const most = wholeOf('c', range(0, 18));
    const equal = wholeOf('b', range(1, 18));
    expect(origin([some, most], range(0, 20))).toBe('c');
    expect(origin([most, some], range(0, 20))).toBe('c');
    expect(origin([most, equal], range(0, 20))).toBe('b');
    expect(origin([equal, most], range(0, 20))).toBe('b');
  });

  it('looks only at token runs that every sketch reaches', () => {
    const runs = [...range(0, 8), ...range(1_000, 20)];
    expect(origin([wholeOf('long', range(0, bodySketchSize))], runs)).toBe('long');
    expect(origin([wholeOf('short', range(0, bodySketchSize - 1))], runs)).toBeUndefined();
    const remainder = range(20, bodySketchSize);
    expect(origin([wholeOf('short', range(0, 20), remainder)], [...range(0, 8), ...range(90, 20)])).toBe(
      'short',
    );
  });

  it('finds it among any number of others', () => {
    const others = range(1, 3_000).map((index) => wholeOf(`other${index}`, range(100 * index, 10)));
    expect(origin([...others, wholeOf('settle', range(0, 20))], range(0, 20))).toBe('settle');
  });

  it.each([
    [15, 'settle'],
    [16, undefined],
  ])('looks only at those that have the most in common with it: after %i copies', (count, expected) => {
    const copies = range(0, count).map((index) => wholeOf(`copy${index}`, range(0, 20), range(0, 20)));
    expect(origin([wholeOf('settle', range(0, 12)), ...copies], range(0, 20))).toBe(expected);
  });

  it.each([
    [63, 'settle'],
    [64, undefined],
  ])('leaves aside token runs that stand in more functions than that: %i others', (count, expected) => {
    const others = range(0, count).map((index) => wholeOf(`other${index}`, range(0, 9)));
    expect(origin([...others, wholeOf('settle', range(0, 11))], range(0, 20))).toBe(expected);
  });
});
