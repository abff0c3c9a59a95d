import { describe, expect, it } from 'vitest';
import { formatPercent, percentOf } from '../../src/text/percent.ts';

describe('a share', () => {
  it.each([
    [7999, 10_000, 79.9],
    [4, 5, 80],
    [2, 3, 66.6],
    [999_999, 1_000_000, 99.9],
    [1, 1, 100],
    [0, 7, 0],
    [0, 0, 100],
    [573, 1000, 57.3],
  ])('%d of %d is %d %%, never rounded up', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });

  it('has one decimal for a reader', () => {
    expect(formatPercent(4, 5)).toBe('80.0 %');
  });
});
