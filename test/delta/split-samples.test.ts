import { describe, expect, it } from 'vitest';
import { findSplits, type Whole } from '../../src/delta/find-splits.ts';
import { bodySketchSize } from '../../src/model/metrics.ts';
import { createFunction } from '../helpers/create-metrics.ts';

const range = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);
const wholeOf = (name: string, bodySketch: readonly number[]): Whole => ({
  place: { file: 0, index: 0, fn: createFunction({ name, bodySketch }) },
  remainder: null,
});

/** The name of the function that a part with these token runs was split from. */
function origin(wholes: readonly Whole[], bodySketch: readonly number[]): string | undefined {
  const part = { file: 0, index: 1, fn: createFunction({ name: 'part', bodySketch }) };
  return findSplits(wholes, [part]).get(part)?.place.fn.name;
}

describe('the token runs that findSplits looks at', () => {
  it('are those up to and with the last one that every sketch reaches', () => {
    const full = wholeOf('settle', range(0, bodySketchSize));
    const beyond = range(1_000, 20);
    expect(origin([full], [...range(bodySketchSize - 8, 8), ...beyond])).toBe('settle');
    expect(origin([full], [...range(bodySketchSize - 8, 7), ...beyond])).toBeUndefined();
  });

  it.each([
    [63, 'zoom'],
    [64, undefined],
  ])('stand in the first functions by name, in whatever order they come: %i before it', (count, expected) => {
    const others = range(0, count).map((index) => wholeOf(`other${index}`, range(0, 9)));
    const last = wholeOf('zoom', range(0, 11));
    expect(origin([...others, last], range(0, 20))).toBe(expected);
    expect(origin([last, ...others], range(0, 20))).toBe(expected);
  });
});
