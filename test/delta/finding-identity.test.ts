import { describe, expect, it } from 'vitest';
import type { ComparedSide } from '../../src/delta/index.ts';
import { createFile, createFinding, createFunction } from '../helpers/create-metrics.ts';
import { compare, complexSide, side } from './compare-sides.ts';

describe('identity', () => {
  it('follows a rename', () => {
    expect(compare(complexSide(12), complexSide(12, 'settleAll')).changes).toEqual([]);
    expect(compare(complexSide(12), complexSide(14, 'settleAll', 'changed body')).changes).toEqual([
      'degraded complex-method settleAll 12 -> 14',
    ]);
  });

  it('shows that one function was mended and another one got worse, though the count is the same', () => {
    const [a, b] = [createFunction({ name: 'a' }), createFunction({ name: 'b', line: 20, endLine: 30 })];
    const old = side([a, b], [createFinding('complex-method', { function: 'a' })]);
    const head = side([a, b], [createFinding('complex-method', { function: 'b', line: 20, endLine: 30 })]);
    expect(compare(old, head).changes).toEqual([
      'introduced complex-method b null -> 10',
      'fixed complex-method a 10 -> 10',
    ]);
  });

  it('tells functions of the same name apart', () => {
    const bodies = { first: [1, 2, 3], second: [7, 8, 9] };
    const getter = (line: number, body: keyof typeof bodies) =>
      createFunction({ name: 'get', line, endLine: line + 5, bodyHash: body, bodySketch: bodies[body] });
    const found = (line: number, measured: number) =>
      createFinding('complex-method', { function: 'get', line, endLine: line + 5, measured });
    const old = side([getter(1, 'first'), getter(10, 'second')], [found(1, 12), found(10, 20)]);
    const head = side([getter(1, 'second'), getter(10, 'first')], [found(1, 21), found(10, 12)]);
    expect(compare(old, head).changes).toEqual(['degraded complex-method get 20 -> 21']);
  });

  it('joins several findings of one smell in one function by equal value first', () => {
    const blocks = (...values: number[]) =>
      side(
        [createFunction()],
        values.map((measured, index) =>
          createFinding('large-embedded-code-block', { line: index + 2, measured, limit: 39 }),
        ),
      );
    const result = compare(blocks(50, 80), blocks(45, 50, 90));
    expect(result.changes).toEqual([
      'introduced large-embedded-code-block settle null -> 90',
      'improved large-embedded-code-block settle 80 -> 45',
    ]);
    expect(result.unchanged).toMatchObject([{ measured: 50 }]);
  });

  it('tells classes of a file apart', () => {
    const classes = [
      { name: 'Order', line: 1, endLine: 50, functions: 12, cohesionGroups: 5 },
      { name: 'Invoice', line: 60, endLine: 90, functions: 12, cohesionGroups: 5 },
    ];
    const metrics = createFile([], { classes });
    const found = (line: number) =>
      createFinding('low-cohesion', { function: null, line, measured: 5, limit: 3 });
    const old = { metrics, findings: [found(1)] };
    expect(compare(old, { metrics, findings: [found(60)] }).changes).toEqual([
      'introduced low-cohesion null null -> 5',
      'fixed low-cohesion null 5 -> 5',
    ]);
  });

  it('follows a renamed class by its functions', () => {
    const classSide = (name: string, measured: number): ComparedSide => ({
      metrics: createFile([createFunction({ name: `${name}.run`, bodyHash: 'run' })], {
        classes: [{ name, line: 1, endLine: 50, functions: 12, cohesionGroups: measured }],
      }),
      findings: [createFinding('low-cohesion', { function: null, measured, limit: 3 })],
    });
    expect(compare(classSide('Order', 5), classSide('Purchase', 6)).changes).toEqual([
      'degraded low-cohesion null 5 -> 6',
    ]);
  });
});
