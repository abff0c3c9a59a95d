import { describe, expect, it } from 'vitest';
import { complex, healthy, nested } from '../end-to-end/source-code.ts';
import { busy, report } from '../helpers/report-change.ts';
import { all, edit, judge, only, onTop } from './judge-suppressions.ts';

describe('a suppressed function that comes from another file', () => {
  const from = { path: 'src/a.ts', old: all + nested(5), new: '' };

  it('lowers no score that the file is measured by: a decline cannot hide behind it', () => {
    const to = { path: 'src/b.ts', old: healthy(), new: healthy() + all + nested(5) };
    expect(report(from, to)[1]).toMatchObject({ oldScore: 10, oldScoreWithMoves: 10, newScore: 10 });
  });

  it('counts there where the comment was left behind', () => {
    const to = { path: 'src/b.ts', old: healthy(), new: healthy() + nested(5) };
    const [, file] = report(from, to);
    expect(file?.newScore).toBeLessThan(10);
    expect(file?.oldScoreWithMoves).toBe(file?.newScore);
  });
});

describe('a suppressed function that is deleted', () => {
  it('fixes nothing and raises no score: what comes instead is not hidden behind it', () => {
    const { changes, scores } = judge('honour', edit(healthy() + all + nested(6), healthy() + complex(12)));
    expect(changes).toEqual(['src/a.ts: introduced complex-method decide null -> 12']);
    expect(scores).toEqual([[10, 9.66]]);
  });

  it('went with its file: that was scored without it', () => {
    expect(judge('honour', edit(all + nested(6), null))).toMatchObject({
      changes: [],
      scores: [[10, null]],
      suppressions: [],
    });
  });

  it('is not fixed either where the file takes its findings out from now on', () => {
    const head = onTop(all) + healthy();
    expect(judge('honour', edit(healthy() + nested(6), head)).changes).toEqual([]);
    expect(judge('ignore', edit(healthy() + nested(6), head)).changes).toHaveLength(1);
  });
});

describe('what is left of a score', () => {
  it('pays the least for complex methods as long as one of them counts', () => {
    // 0.9 and 0.9 points, lifted to the least of 1.0 where one is left.
    const [one, other] = [busy(10, 'settle'), busy(10, 'pay')];
    const scoreOf = (text: string) => judge('honour', edit(null, text)).scores[0]?.[1];
    expect(scoreOf(one + other)).toBe(scoreOf(busy(20, 'settle')));
    expect(scoreOf(all + one + other)).toBe(9.68);
    expect(scoreOf(all + one + all + other)).toBe(10);
  });

  it('pays for the length of a function whose complexity is suppressed, and the other way round', () => {
    const code = busy(90, 'settle');
    const scoreOf = (text: string) => judge('honour', edit(null, text)).scores[0]?.[1] ?? 0;
    expect(scoreOf(only('Large Method') + code)).toBe(scoreOf(code));
    expect(scoreOf(only('Complex Method') + code)).toBeGreaterThan(scoreOf(code));
    expect(scoreOf(only('Complex Method') + code)).toBeLessThan(10);
  });

  it('pays for a copy as long as one of both counts', () => {
    const twin = busy(8, 'settle', 'pay').replace('\n', `\n${'  pay(n);\n'.repeat(20)}`);
    const other = twin.replace('settle', 'refund');
    const judgeTwins = (first: string, second: string) =>
      judge('honour', edit(null, first + twin + second + other));
    const one = judgeTwins(only('Code Duplication'), '');
    expect(one.changes.map((change) => change.split(' ').slice(1, 4))).toEqual([
      ['introduced', 'code-duplication', 'refund'],
    ]);
    expect(one.scores).toEqual(judgeTwins('', '').scores);
    expect(judgeTwins(only('Code Duplication'), only('Code Duplication')).scores).toEqual([[null, 10]]);
  });
});
