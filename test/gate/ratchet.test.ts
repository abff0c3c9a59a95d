import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRatchet, raiseFloor } from '../../src/gate/index.ts';
import type { Floor } from '../../src/model/ratchet.ts';
import type { GateStatus } from '../../src/model/report.ts';

const floor: Floor = { minScore: 8.5, maxRedFiles: 2, maxRedAndYellowFiles: 5 };
const measure = (score: number | null, red: number, yellow: number) => ({
  score,
  bands: { optimal: 3, green: 1, yellow, red },
});
type Measured = ReturnType<typeof measure>;
const judge = (measured: Measured, isComplete = true) =>
  judgeRatchet(measured, { path: 'ratchet.json', floor }, isComplete);

describe('the ratchet', () => {
  it.each<readonly [given: string, Measured, GateStatus]>([
    ['all is as it was', measure(8.5, 2, 3), 'passed'],
    ['all is better', measure(8.51, 1, 3), 'passed'],
    ['the average is a hundredth lower', measure(8.49, 2, 3), 'failed'],
    ['one more file is red', measure(8.5, 3, 2), 'failed'],
    ['one more file is yellow', measure(8.5, 2, 4), 'failed'],
    ['a red file is yellow now', measure(8.5, 1, 4), 'passed'],
    ['a yellow file is red now, and another one green', measure(8.6, 3, 1), 'failed'],
    ['there are fewer red files and more yellow ones beyond these', measure(8.6, 0, 6), 'failed'],
    ['the average makes up for a yellow file', measure(9.9, 2, 4), 'failed'],
    ['nothing is measured', measure(null, 0, 0), 'not-applicable'],
  ])('when %s', (_, measured, status) => {
    expect(judge(measured).status).toBe(status);
  });

  it('says each value that is worse, with measured and limit, at the file of the floor', () => {
    const place = { path: 'ratchet.json', line: null, smell: null };
    expect(judge(measure(8.49, 3, 3)).conditions).toEqual([
      {
        ...place,
        measured: 8.49,
        limit: 8.5,
        message: 'The average Code Health is 8.49; the floor is 8.50.',
      },
      { ...place, measured: 3, limit: 2, message: '3 files are red; the floor allows 2.' },
      { ...place, measured: 6, limit: 5, message: '6 files are red or yellow; the floor allows 5.' },
    ]);
    const none = { path: 'r', floor: { ...floor, maxRedFiles: 0 } };
    expect(judgeRatchet(measure(9, 1, 0), none, true).conditions).toMatchObject([
      { message: '1 file is red; the floor allows 0.' },
    ]);
  });

  it('is off where none is asked for, and judges nothing where there is no floor yet', () => {
    expect(judgeRatchet(measure(1, 9, 9), null, true).status).toBe('off');
    expect(judgeRatchet(measure(1, 9, 9), { path: 'r', floor: null }, true).status).toBe('not-applicable');
  });

  it.each<readonly [given: string, Measured, GateStatus]>([
    ['the rest is as good as the floor', measure(8.5, 2, 3), 'not-applicable'],
    ['the rest has a lower average', measure(5, 2, 3), 'not-applicable'],
    ['the rest alone has a red file too many', measure(9, 3, 0), 'failed'],
  ])('does not pass an incomplete review, when %s', (_, measured, status) => {
    expect(judge(measured, false).status).toBe(status);
  });
});

const measured = fc.record({ score: fc.integer({ min: 100, max: 1000 }), red: fc.nat(5), yellow: fc.nat(5) });
const toReview = ({ score, red, yellow }: { score: number; red: number; yellow: number }) => {
  return { ...measure(null, red, yellow), score: score / 100 };
};

describe('the floor', () => {
  it.each([
    ['the average', measure(9, 2, 3), { ...floor, minScore: 9 }],
    ['the count of red files', measure(8.5, 1, 4), { ...floor, maxRedFiles: 1 }],
    ['the count of red and yellow files', measure(8.5, 2, 2), { ...floor, maxRedAndYellowFiles: 4 }],
    ['one value while the others are worse', measure(9, 9, 9), { ...floor, minScore: 9 }],
    ['nothing where all is worse', measure(8.49, 3, 3), floor],
    ['nothing where all is equal', measure(8.5, 2, 3), floor],
  ])('moves up: %s', (_, { score, bands }, raised) => {
    expect(raiseFloor({ score: score ?? 0, bands }, floor)).toEqual(raised);
  });

  it('of any reviews, in any order, is one that never came down and that the best of each value holds', () => {
    fc.assert(
      fc.property(fc.array(measured, { minLength: 1, maxLength: 6 }), (values) => {
        const reviews = values.map(toReview);
        const raise = (all: typeof reviews) =>
          all.reduce<Floor | null>((current, review) => raiseFloor(review, current), null);
        const raised = raise(reviews);
        expect(raise([...reviews].reverse())).toEqual(raised);
        for (const review of reviews) {
          // A second time it moves nothing, and a review that the floor was made of holds it only where it is best.
          expect(raiseFloor(review, raised)).toEqual(raised);
          const isBest =
            review.score === raised?.minScore &&
            review.bands.red === raised.maxRedFiles &&
            review.bands.red + review.bands.yellow === raised.maxRedAndYellowFiles;
          const verdict = judgeRatchet(review, { path: 'r', floor: raised }, true);
          expect(verdict.status).toBe(isBest ? 'passed' : 'failed');
        }
      }),
    );
  });
});
