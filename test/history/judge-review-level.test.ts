import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangeExtent, judgeReviewLevel } from '../../src/history/judge-review-level.ts';
import { pastOf, times } from './create-past.ts';

const ada = 'ada@example.com';
const bea = 'bea@example.com';

/** A past in which Ada made some of the commits to `a.ts`, and Bea the others. */
const pastBy = (adas: number, beas: number) =>
  pastOf([...times(adas, 'a.ts'), ...times(beas, 'a.ts').map((each) => ({ ...each, author: bea }))], {
    'a.ts': 1,
  });

const judge = (extent: Partial<ChangeExtent>, past = pastBy(10, 0)) =>
  judgeReviewLevel({ files: 1, folders: 1, names: ['a.ts'], authors: [ada], ...extent }, past);

describe('judgeReviewLevel', () => {
  it.each([
    { files: 1, folders: 1, adas: 100, level: 'low', what: 'a small change by somebody who knows the file' },
    { files: 12, folders: 2, adas: 20, level: 'low', what: 'one point: 4 to 12 files' },
    { files: 12, folders: 3, adas: 20, level: 'medium', what: 'two points: 3 to 5 folders as well' },
    { files: 13, folders: 2, adas: 20, level: 'medium', what: 'two points: 13 files' },
    { files: 3, folders: 2, adas: 19, level: 'low', what: 'one point: less than 20 % of the commits' },
    { files: 3, folders: 2, adas: 5, level: 'low', what: 'one point: 5 % of the commits' },
    { files: 3, folders: 2, adas: 4, level: 'medium', what: 'two points: less than 5 % of the commits' },
    { files: 13, folders: 5, adas: 20, level: 'medium', what: 'three points' },
    { files: 13, folders: 6, adas: 20, level: 'high', what: 'four points' },
    { files: 4, folders: 3, adas: 0, level: 'high', what: 'four points, two of them for a newcomer' },
    { files: 4, folders: 2, adas: 0, level: 'medium', what: 'three points, two of them for a newcomer' },
  ])('$level: $what', ({ files, folders, adas, level }) => {
    expect(judge({ files, folders }, pastBy(adas, 100 - adas))?.level).toBe(level);
  });

  it.each([
    {
      extent: { files: 12, folders: 5, names: ['a.ts', 'b.ts'] },
      past: pastBy(2, 138),
      reason:
        '12 source files in 5 folders; its author made 2 of the 140 commits to these files in the last year',
    },
    {
      extent: { authors: [ada, bea] },
      past: pastBy(2, 3),
      reason: '1 source file; its 2 authors made 5 of the 5 commits to this file in the last year',
    },
    {
      extent: { files: 2, names: ['a.ts', 'b.ts'] },
      past: pastBy(2, 2),
      reason: '2 source files in 1 folder; 4 commits to these files in the last year',
    },
    { extent: {}, past: pastBy(0, 1), reason: '1 source file; 1 commit to this file in the last year' },
    { extent: {}, past: pastBy(0, 0), reason: '1 source file; no change to this file in the last year' },
    {
      extent: { files: 2, names: [] },
      past: pastBy(9, 9),
      reason: '2 source files in 1 folder; all of it is new',
    },
    {
      extent: { authors: [] },
      past: pastBy(9, 9),
      reason: '1 source file; nothing is committed yet that would say who made it',
    },
  ])('says why: $reason', ({ extent, past, reason }) => {
    expect(judge(extent, past)?.reason).toBe(reason);
  });

  it('says nothing of a change without source files', () => {
    expect(judge({ files: 0, folders: 0 })).toBeNull();
  });

  it('never falls for a larger or wider change, nor rises for more experience', () => {
    const order = ['low', 'medium', 'high'];
    const rank = (files: number, folders: number, adas: number) =>
      order.indexOf(judge({ files, folders }, pastBy(adas, 40))?.level ?? '');
    const count = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(count, count, count, count, (files, folders, adas, more) => {
        const now = rank(files, folders, adas);
        expect(rank(files + more, folders, adas)).toBeGreaterThanOrEqual(now);
        expect(rank(files, folders + more, adas)).toBeGreaterThanOrEqual(now);
        expect(rank(files, folders, adas + more)).toBeLessThanOrEqual(now);
      }),
    );
  });
});
