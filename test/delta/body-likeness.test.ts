import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyLikeness } from '../../src/delta/body-likeness.ts';

const body = (sketch: readonly number[], bodyHash = sketch.join()) => ({ bodyHash, bodySketch: sketch });
const sketches = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 })
  .map((hashes) => hashes.sort((a, b) => a - b));

describe('bodyLikeness', () => {
  it('is 1 for equal bodies, even where they are too short for a sketch', () => {
    expect(bodyLikeness(body([], 'same'), body([], 'same'))).toBe(1);
    expect(bodyLikeness(body([], 'one'), body([], 'other'))).toBe(0);
  });

  it('is the share of the smallest hashes of both that stand in both', () => {
    expect(bodyLikeness(body([1, 2, 3, 4]), body([1, 3, 5, 7]))).toBe(0.5);
    expect(bodyLikeness(body([1, 2, 3, 4]), body([5, 6, 7, 8]))).toBe(0);
    expect(bodyLikeness(body([1, 2]), body([1, 2, 3, 4]))).toBe(0.5);
  });

  it('is between 0 and 1, and the same both ways', () => {
    fc.assert(
      fc.property(sketches, sketches, (a, b) => {
        const likeness = bodyLikeness(body(a, 'a'), body(b, 'b'));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(bodyLikeness(body(b, 'b'), body(a, 'a'))).toBe(likeness);
      }),
    );
  });

  it('comes near the Jaccard index of two long bodies', () => {
    const hashes = (from: number, length: number) =>
      Array.from({ length }, (_, index) => Math.imul(from + index + 1, 2654435761) >>> 0);
    const sketch = (runs: readonly number[]) => [...runs].sort((a, b) => a - b).slice(0, 128);
    const [a, b] = [hashes(0, 1000), hashes(500, 1000)];
    expect(bodyLikeness(body(sketch(a)), body(sketch(b)))).toBeCloseTo(1 / 3, 1);
  });
});
