import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLines, mostLines } from '../../../src/render/html/excerpt.ts';

describe('chooseLines', () => {
  it('shows everything where there is little', () => {
    expect(chooseLines(mostLines, new Set())).toEqual([{ first: 0, last: mostLines - 1, isShown: true }]);
  });

  it('shows the first lines where nothing differs', () => {
    expect(chooseLines(mostLines + 4, new Set())).toEqual([
      { first: 0, last: mostLines - 1, isShown: true },
      { first: mostLines, last: mostLines + 3, isShown: false },
    ]);
  });

  it('shows how it begins and what differs, with two lines around', () => {
    expect(chooseLines(100, new Set([50]))).toEqual([
      { first: 0, last: 2, isShown: true },
      { first: 3, last: 47, isShown: false },
      { first: 48, last: 52, isShown: true },
      { first: 53, last: 99, isShown: false },
    ]);
  });

  it('never shows more than the most, and leaves no line out of account', () => {
    const changed = fc.uniqueArray(fc.nat({ max: 199 })).map((indexes) => new Set(indexes));
    fc.assert(
      fc.property(fc.nat({ max: 200 }), changed, (count, indexes) => {
        const stretches = chooseLines(count, indexes);
        const lengths = stretches.map(({ first, last, isShown }) => ({ length: last - first + 1, isShown }));
        const sum = (some: typeof lengths) => some.reduce((total, { length }) => total + length, 0);
        expect(sum(lengths)).toBe(count);
        expect(sum(lengths.filter(({ isShown }) => isShown))).toBeLessThanOrEqual(mostLines);
      }),
    );
  });
});
