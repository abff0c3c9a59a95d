import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideByBytes } from '../../src/measurement/divide-by-bytes.ts';

const loads = fc
  .array(fc.oneof(fc.nat(20), fc.nat(1_000_000)), { maxLength: 60 })
  .map((sizes) => sizes.map((bytes, index) => ({ name: `blob ${index}`, bytes })));
const sum = (part: readonly { readonly bytes: number }[]) => part.reduce((all, { bytes }) => all + bytes, 0);

describe('divideByBytes', () => {
  it('gives every load to one part, and none more than the average and the largest load', () => {
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 12 }), (given, count) => {
        const parts = divideByBytes(given, count);
        expect(parts).toHaveLength(count);
        const names = parts.flat().map(({ name }) => name);
        expect([...names].sort()).toEqual(given.map(({ name }) => name).sort());
        const largest = Math.max(0, ...given.map(({ bytes }) => bytes));
        for (const part of parts) expect(sum(part)).toBeLessThanOrEqual(sum(given) / count + largest);
      }),
    );
  });

  it('gives the same parts in whatever order the loads come', () => {
    fc.assert(
      fc.property(
        loads.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
          ),
        ),
        fc.integer({ min: 1, max: 6 }),
        ([given, shuffled], count) => {
          expect(divideByBytes(shuffled, count)).toEqual(divideByBytes(given, count));
        },
      ),
    );
  });

  it('leaves parts empty where there are fewer loads', () => {
    const only = { name: 'a', bytes: 3 };
    expect(divideByBytes([only], 3)).toEqual([[only], [], []]);
  });
});
