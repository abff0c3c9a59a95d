import { describe, expect, it } from 'vitest';
import { byPlace, sortFindings } from '../../src/delta/sort-findings.ts';
import type { ChangeType } from '../../src/model/finding.ts';
import { createFinding } from '../helpers/create-metrics.ts';

describe('the order of findings', () => {
  it('goes by line, smell, function, value and message', () => {
    const ordered = [
      createFinding('large-method', { line: 9 }),
      createFinding('complex-method', { line: 10, function: null }),
      createFinding('complex-method', { line: 10, function: 'a', measured: 12 }),
      createFinding('complex-method', { line: 10, function: 'b', measured: 9 }),
      createFinding('complex-method', { line: 10, function: 'b', measured: 11, message: 'first' }),
      createFinding('complex-method', { line: 10, function: 'b', measured: 11, message: 'second' }),
      createFinding('large-method', { line: 10, function: 'a' }),
    ];
    expect([...ordered].reverse().sort(byPlace)).toEqual(ordered);
    expect([3, 0, 6, 2, 5, 1, 4].flatMap((index) => ordered[index] ?? []).sort(byPlace)).toEqual(ordered);
  });

  it('goes by change before anything else', () => {
    const types: readonly ChangeType[] = ['introduced', 'degraded', 'improved', 'fixed'];
    const ordered = types.map((changeType, index) => ({
      ...createFinding('complex-method', { line: 40 - index }),
      changeType,
      before: null,
      otherSide: null,
    }));
    expect(sortFindings([...ordered].reverse())).toEqual(ordered);
    expect(sortFindings(ordered)).toEqual(ordered);
  });
});
