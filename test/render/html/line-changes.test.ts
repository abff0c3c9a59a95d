import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLineChanges, findSeams } from '../../../src/render/html/line-changes.ts';

const changesOf = (before: string, after: string) => {
  const { removed, added } = findLineChanges([...before], [...after]);
  return { removed: [...removed], added: [...added] };
};

describe('findLineChanges', () => {
  it.each([
    ['abc', 'abc', [], []],
    ['abc', 'axc', [1], [1]],
    ['abc', 'abxc', [], [2]],
    ['abc', 'ac', [1], []],
    ['', 'ab', [], [0, 1]],
    ['aa', 'a', [1], []],
    ['abcd', 'bcde', [0], [3]],
  ])('finds what differs between %j and %j', (before, after, removed, added) => {
    expect(changesOf(before, after)).toEqual({ removed, added });
  });

  it('does not look at the ends of lines', () => {
    expect(findLineChanges(['a  '], ['a']).removed.size).toBe(0);
  });

  it('leaves the same lines on both sides, in order', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { removed, added } = findLineChanges([...before], [...after]);
        const kept = (side: string, gone: ReadonlySet<number>) =>
          [...side].filter((_, at) => !gone.has(at)).join('');
        expect(kept(before, removed)).toBe(kept(after, added));
      }),
    );
  });

  it('marks nothing where comparing takes too long', () => {
    const lines = (word: string) => Array.from({ length: 700 }, (_, index) => word + index);
    expect(findLineChanges(lines('a'), lines('b')).added.size).toBe(0);
  });
});

describe('findSeams', () => {
  it.each([
    ['abcdef', 'abef', [2]],
    ['abcd', 'ab', [1]],
    ['abcd', 'cd', [0]],
    ['abcdef', 'abXef', [3]],
    ['abc', 'abc', []],
    ['a', '', []],
  ])('finds where %j lost lines on the way to %j', (before, after, seams) => {
    const { removed, added } = findLineChanges([...before], [...after]);
    expect([...findSeams(removed, added, after.length)]).toEqual(seams);
  });

  it('names lines that are there', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { removed, added } = findLineChanges([...before], [...after]);
        const seams = [...findSeams(removed, added, after.length)];
        expect(seams.filter((index) => index < 0 || index >= after.length)).toEqual([]);
        expect(seams.length > 0).toBe(removed.size > 0 && after.length > 0);
      }),
    );
  });
});
