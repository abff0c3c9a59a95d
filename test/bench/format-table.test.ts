import { describe, expect, it } from 'vitest';
import { formatTable } from '../../bench/format-table.js';

const runsOf = (...walls: readonly number[]) => walls.map((wall, round) => ({ wall, peak: 40 + round }));

describe('the table of a benchmark', () => {
  it('shows medians, spread and peak, and the ratio by medians with that of single rounds', () => {
    const runs = { floor: runsOf(100, 200, 400), ours: runsOf(150, 200, 800) };
    expect(formatTable(runs, 'floor').split('\n')).toEqual([
      '| command | median | min–max | peak | to floor |',
      '| --- | --- | --- | --- | --- |',
      '| floor | 200 ms | 100–400 | 42 MB | 1.00× (1.00–1.00) |',
      '| ours | 200 ms | 150–800 | 42 MB | 1.00× (1.00–2.00) |',
    ]);
  });

  it('takes the mean of the two in the middle, and says where memory is not known', () => {
    const unknown = runsOf(10, 20).map(({ wall }) => ({ wall, peak: Number.NaN }));
    expect(formatTable({ a: unknown }, 'a')).toContain('| a | 15 ms | 10–20 | unknown | 1.00× (1.00–1.00) |');
  });
});
