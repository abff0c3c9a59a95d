import { describe, expect, it } from 'vitest';
import { compareSets, mean, rankCorrelation, share, toF1 } from '../../../bench/agreement/statistics.js';

describe('statistics of the agreement', () => {
  it('gives mean and share', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(share([1, 2, 3, 4], (value: number) => value > 1)).toBe(0.75);
  });

  it('correlates by rank: the size of a step does not matter, ties share their ranks', () => {
    expect(rankCorrelation([1, 2, 3], [10, 20, 900])).toBeCloseTo(1);
    expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
    // By hand: ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4 → 4.5 / √(4.5 · 5).
    expect(rankCorrelation([1, 2, 2, 3], [1, 3, 2, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5));
  });

  it('compares lists, doubles one by one', () => {
    expect(compareSets(['a', 'a', 'b'], ['a', 'c'])).toEqual({ hits: 1, missed: ['a', 'b'], extra: ['c'] });
  });

  it('joins precision and recall', () => {
    const { precision, recall, f1 } = toF1({ hits: 3, missed: 1, extra: 2 });
    expect([precision, recall]).toEqual([0.6, 0.75]);
    expect(f1).toBeCloseTo(2 / 3);
  });
});
