import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHotspots, rankByActivity } from '../../src/history/find-hotspots.ts';
import { pastOf, times } from './create-past.ts';

describe('findHotspots', () => {
  it('needs ten commits', () => {
    expect(findHotspots(pastOf(times(9, 'a.ts'), { 'a.ts': 9000 }))).toEqual([]);
    expect(findHotspots(pastOf(times(10, 'a.ts'), { 'a.ts': 9000 }))).toEqual(['a.ts']);
  });

  it.each([
    { sizes: [80, 20], hotspots: ['a.ts'], what: 'exactly 80 % carry enough' },
    { sizes: [79, 21], hotspots: ['a.ts', 'b.ts'], what: 'a little less does not' },
    { sizes: [50, 30, 20], hotspots: ['a.ts', 'b.ts'], what: 'two that make 80 %' },
    { sizes: [25, 25, 25, 25], hotspots: ['a.ts', 'b.ts', 'c.ts', 'd.ts'], what: 'none stands out' },
    { sizes: [0, 0], hotspots: [], what: 'empty files carry nothing' },
  ])('takes the most active files until they carry 80 % of the activity: $what', ({ sizes, hotspots }) => {
    const paths = ['a.ts', 'b.ts', 'c.ts', 'd.ts'].slice(0, sizes.length);
    const past = pastOf(
      times(10, ...paths),
      Object.fromEntries(paths.map((path, at) => [path, sizes[at] ?? 0])),
    );
    expect(findHotspots(past)).toEqual(hotspots);
  });

  it('ranks by commits times size', () => {
    const commits = [...times(10, 'large.ts', 'busy.ts'), ...times(20, 'busy.ts')];
    const past = pastOf(commits, { 'large.ts': 250, 'busy.ts': 100 });
    expect(rankByActivity(past)).toEqual([
      { path: 'busy.ts', commits: 30, activity: 3000 },
      { path: 'large.ts', commits: 10, activity: 2500 },
    ]);
  });

  it('leaves what seldom changes out of the whole, however large it is', () => {
    const commits = [...times(10, 'a.ts'), ...times(9, 'huge.ts')];
    expect(findHotspots(pastOf(commits, { 'a.ts': 10, 'huge.ts': 1_000_000 }))).toEqual(['a.ts']);
  });

  const histories = fc
    .array(fc.subarray(['a.ts', 'b.ts', 'c.ts', 'd.ts'], { minLength: 1 }), { minLength: 5, maxLength: 60 })
    .map((commits) => commits.flatMap((paths) => times(1, ...paths)));
  const sizes = fc.record({
    'a.ts': fc.nat(5000),
    'b.ts': fc.nat(5000),
    'c.ts': fc.nat(5000),
    'd.ts': fc.nat(5000),
  });

  it('does not depend on the order of commits', () => {
    fc.assert(
      fc.property(histories, sizes, (commits, bytes) => {
        const there = findHotspots(pastOf(commits, bytes));
        expect(findHotspots(pastOf([...commits].reverse(), bytes))).toEqual(there);
      }),
    );
  });

  it('never loses a hotspot by another commit to it', () => {
    fc.assert(
      fc.property(histories, sizes, (commits, bytes) => {
        for (const path of findHotspots(pastOf(commits, bytes))) {
          expect(findHotspots(pastOf([...commits, ...times(1, path)], bytes))).toContain(path);
        }
      }),
    );
  });

  it('carries at least 80 % of the activity, and less without the last one', () => {
    fc.assert(
      fc.property(histories, sizes, (commits, bytes) => {
        const past = pastOf(commits, bytes);
        const ranking = rankByActivity(past);
        const sum = (paths: readonly string[]) =>
          ranking
            .filter(({ path }) => paths.includes(path))
            .reduce((total, { activity }) => total + activity, 0);
        const hotspots = findHotspots(past);
        const total = sum(ranking.map(({ path }) => path));
        expect(sum(hotspots) * 100).toBeGreaterThanOrEqual(total * 80);
        if (hotspots.length > 0) expect(sum(hotspots.slice(0, -1)) * 100).toBeLessThan(total * 80);
      }),
    );
  });
});
