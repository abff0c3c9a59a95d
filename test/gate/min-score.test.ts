import { describe, expect, it } from 'vitest';
import { judgeMinScore } from '../../src/gate/index.ts';

const file = (path: string, score: number) => ({ path, score });

describe('the lowest allowed score of a review', () => {
  it('is off where none is set', () => {
    expect(judgeMinScore([file('a.ts', 1)], null)).toEqual({
      gate: 'min-score',
      status: 'off',
      conditions: [],
    });
  });

  it('is not applicable where no file is reviewed', () => {
    expect(judgeMinScore([], 9)).toEqual({ gate: 'min-score', status: 'not-applicable', conditions: [] });
  });

  it('holds where each file just reaches it', () => {
    expect(judgeMinScore([file('a.ts', 9), file('b.ts', 10)], 9)).toEqual({
      gate: 'min-score',
      status: 'passed',
      conditions: [],
    });
  });

  it('says which file is below it, with both scores', () => {
    expect(judgeMinScore([file('a.ts', 8.99), file('b.ts', 9)], 9)).toEqual({
      gate: 'min-score',
      status: 'failed',
      conditions: [
        {
          path: 'a.ts',
          line: null,
          smell: null,
          measured: 8.99,
          limit: 9,
          message: 'Code Health is 8.99; the lowest allowed is 9.00.',
        },
      ],
    });
  });

  it('names the worst file first, and equally bad ones by path', () => {
    const files = [file('c.ts', 5), file('d.ts', 3), file('a.ts', 5), file('b.ts', 7), file('e.ts', 4.1)];
    const expected = ['d.ts', 'e.ts', 'a.ts', 'c.ts', 'b.ts'];
    expect(judgeMinScore(files, 9).conditions.map(({ path }) => path)).toEqual(expected);
    expect(judgeMinScore([...files].reverse(), 9).conditions.map(({ path }) => path)).toEqual(expected);
  });
});
