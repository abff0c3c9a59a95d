import { describe, expect, it } from 'vitest';
import { compareConditions } from '../../src/gate/compare-conditions.ts';
import type { GateCondition } from '../../src/model/report.ts';

const condition: GateCondition = {
  path: 'src/b.ts',
  line: 5,
  smell: 'complex-method',
  measured: 5,
  limit: 5,
  message: 'm',
};

describe('the order of conditions', () => {
  it.each<readonly [by: string, less: Partial<GateCondition>]>([
    ['path', { path: 'src/a.ts' }],
    ['line', { line: 4 }],
    ['no line before any', { line: null }],
    ['smell', { smell: 'brain-method' }],
    ['no smell before any', { smell: null }],
    ['message', { message: 'l' }],
    ['measured value', { measured: 4 }],
    ['limit', { limit: 4 }],
  ])('goes by %s where the rest is equal', (_, less) => {
    const first = { ...condition, ...less };
    expect(compareConditions(first, condition)).toBeLessThan(0);
    expect(compareConditions(condition, first)).toBeGreaterThan(0);
    expect(compareConditions(first, { ...first })).toBe(0);
  });
});
