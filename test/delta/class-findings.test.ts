import { describe, expect, it } from 'vitest';
import type { ComparedSide } from '../../src/delta/index.ts';
import type { ClassMetrics } from '../../src/model/metrics.ts';
import { createFile, createFinding, createFunction } from '../helpers/create-metrics.ts';
import { compare } from './compare-sides.ts';

const classAt = (name: string, line: number, endLine: number): ClassMetrics => {
  return { name, line, endLine, functions: 12, cohesionGroups: 5 };
};

/** Classes, and a finding of a class on each of these lines. */
const sideOf = (classes: readonly ClassMetrics[], lines: readonly number[], smell = 'low-cohesion') => ({
  metrics: createFile([], { classes }),
  findings: lines.map((line) => createFinding(smell, { function: null, line, endLine: line, measured: 5 })),
});

const gone = (smell = 'low-cohesion') => [`introduced ${smell} null null -> 5`, `fixed ${smell} null 5 -> 5`];

describe('a finding on a class', () => {
  const two = [classAt('Order', 1, 50), classAt('Invoice', 60, 90)];

  it.each(['low-cohesion', 'brain-class'])('is told from that of another class: %s', (smell) => {
    expect(compare(sideOf(two, [1], smell), sideOf(two, [60], smell)).changes).toEqual(gone(smell));
    expect(compare(sideOf(two, [1], smell), sideOf(two, [1], smell)).changes).toEqual([]);
  });

  it('is about the class around its line, on the first and the last line as well', () => {
    expect(compare(sideOf(two, [1]), sideOf(two, [50])).changes).toEqual([]);
    expect(compare(sideOf(two, [60]), sideOf(two, [90])).changes).toEqual([]);
    expect(compare(sideOf(two, [50]), sideOf(two, [60])).changes).toEqual(gone());
    expect(compare(sideOf(two, [55]), sideOf(two, [50])).changes).toEqual(gone());
    expect(compare(sideOf(two, [55]), sideOf(two, [60])).changes).toEqual(gone());
  });

  it.each([
    ['before', [classAt('Outer', 1, 90), classAt('Inner', 20, 40)]],
    ['after', [classAt('Inner', 20, 40), classAt('Outer', 1, 90)]],
  ])('is about the innermost class, listed %s the inner one', (_, nested) => {
    expect(compare(sideOf(nested, [30]), sideOf(nested, [20])).changes).toEqual([]);
    expect(compare(sideOf(nested, [30]), sideOf(nested, [50])).changes).toEqual(gone());
    expect(compare(sideOf(nested, [10]), sideOf(nested, [50])).changes).toEqual([]);
  });

  it('is gone with its class, though the file has another of the same value', () => {
    const side = (name: string): ComparedSide => ({
      metrics: createFile([createFunction({ name: `${name}.${name}`, bodyHash: name })], {
        classes: [classAt(name, 1, 50)],
      }),
      findings: [createFinding('low-cohesion', { function: null, measured: 5 })],
    });
    expect(compare(side('Order'), side('Invoice')).changes).toEqual(gone());
  });
});

describe('several findings of one smell on one function', () => {
  it('are joined in the order of their lines, suppressed or not', () => {
    const found = (line: number, measured: number) =>
      createFinding('complex-conditional', { line, measured });
    const metrics = createFile([createFunction({ line: 1, endLine: 40 })]);
    const old: ComparedSide = { metrics, findings: [found(20, 8)], suppressed: [found(10, 4)] };
    const head: ComparedSide = { metrics, findings: [found(10, 5), found(20, 9)] };
    expect(compare(old, head).changes).toEqual([
      'degraded complex-conditional settle 4 -> 5',
      'degraded complex-conditional settle 8 -> 9',
    ]);
  });
});
