import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCouplings, findExpectedChanges } from '../../src/history/find-expected-changes.ts';
import { added, pastOf, times } from './create-past.ts';

const sizes = { 'a.ts': 1, 'b.ts': 1, 'c.ts': 1, 'd.ts': 1 };

const expectedFor = (commits: ReturnType<typeof times>, changed: readonly string[]) =>
  findExpectedChanges(pastOf(commits, sizes), {
    edited: changed.map((name) => ({ name, path: name })),
    changed,
  });

describe('findExpectedChanges', () => {
  it.each([
    { shared: 8, alone: 3, expected: true, what: '8 of 11, which is 72.7 %' },
    { shared: 7, alone: 0, expected: false, what: '7 commits are too few' },
    { shared: 14, alone: 6, expected: true, what: '14 of 20 are exactly 70 %' },
    { shared: 14, alone: 7, expected: false, what: '14 of 21 are too small a share' },
  ])('asks for 8 shared commits and 70 %: $what', ({ shared, alone, expected }) => {
    const commits = [...times(shared, 'a.ts', 'b.ts'), ...times(alone, 'a.ts')];
    expect(expectedFor(commits, ['a.ts'])).toEqual(
      expected
        ? [{ path: 'a.ts', expectedPath: 'b.ts', sharedCommits: shared, commits: shared + alone }]
        : [],
    );
  });

  it('counts from the file that changes: what changes without it says nothing', () => {
    const commits = [...times(8, 'a.ts', 'b.ts'), ...times(50, 'b.ts')];
    expect(expectedFor(commits, ['a.ts'])).toHaveLength(1);
    expect(expectedFor(commits, ['b.ts'])).toEqual([]);
  });

  it('says nothing where the other file changed too', () => {
    expect(expectedFor(times(20, 'a.ts', 'b.ts'), ['a.ts', 'b.ts'])).toEqual([]);
  });

  it('says a file once, for the one that it is closest to, and the closest first', () => {
    const commits = [...times(8, 'a.ts', 'c.ts', 'd.ts'), ...times(1, 'a.ts'), ...times(9, 'b.ts', 'c.ts')];
    expect(expectedFor(commits, ['a.ts', 'b.ts'])).toEqual([
      { path: 'b.ts', expectedPath: 'c.ts', sharedCommits: 9, commits: 9 },
      { path: 'a.ts', expectedPath: 'd.ts', sharedCommits: 8, commits: 9 },
    ]);
  });

  it.each([
    { others: 28, expected: 1 },
    { others: 29, expected: 0 },
  ])('leaves commits of more than 30 files out, of any type: $others others', ({ others, expected }) => {
    const more = Array.from({ length: others }, (_, at) => added(`docs/${at}.md`));
    expect(expectedFor(times(10, 'a.ts', 'b.ts', ...more), ['a.ts'])).toHaveLength(expected);
  });

  it('shows the path of now of a file that the change renames', () => {
    const past = pastOf(times(8, 'a.ts', 'b.ts'), sizes);
    const change = { edited: [{ name: 'a.ts', path: 'new.ts' }], changed: ['a.ts', 'new.ts'] };
    expect(findExpectedChanges(past, change)).toMatchObject([{ path: 'new.ts', expectedPath: 'b.ts' }]);
  });

  it('expects no file that is gone', () => {
    const past = pastOf(times(20, 'a.ts', 'gone.ts'), sizes);
    expect(findExpectedChanges(past, { edited: [{ name: 'a.ts', path: 'a.ts' }], changed: [] })).toEqual([]);
  });

  const histories = fc
    .array(fc.subarray(Object.keys(sizes), { minLength: 1 }), { maxLength: 40 })
    .map((commits) => commits.flatMap((paths) => times(1, ...paths)));

  it('does not depend on the order of commits, nor of the files that changed', () => {
    const changed = fc.uniqueArray(fc.constantFrom(...Object.keys(sizes)));
    fc.assert(
      fc.property(histories, changed, (commits, paths) => {
        const there = expectedFor(commits, paths);
        expect(expectedFor([...commits].reverse(), [...paths].reverse())).toEqual(there);
      }),
    );
  });

  it('never counts more shared commits than commits, and expects nothing twice', () => {
    fc.assert(
      fc.property(histories, (commits) => {
        const couplings = findCouplings(pastOf(commits, sizes), Object.keys(sizes));
        expect(couplings.every(({ sharedCommits, commits: all }) => sharedCommits <= all)).toBe(true);
        const expected = expectedFor(commits, ['a.ts', 'b.ts']).map(({ expectedPath }) => expectedPath);
        expect(new Set(expected).size).toBe(expected.length);
        expect(expected.some((path) => path === 'a.ts' || path === 'b.ts')).toBe(false);
      }),
    );
  });
});
