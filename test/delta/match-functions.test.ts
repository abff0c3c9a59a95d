import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchFunctions, maxComparisons, sameFunctionLikeness } from '../../src/delta/index.ts';
import type { FunctionMetrics } from '../../src/model/metrics.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

/** A function whose body is the given token runs. */
function withBody(name: string, runs: readonly number[], overrides: Partial<FunctionMetrics> = {}) {
  const bodySketch = [...runs].sort((a, b) => a - b);
  return createFunction({ name, bodyHash: bodySketch.join(), bodySketch, ...overrides });
}

const range = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);

/** The pairs by name: `settle = settleAll`. */
function match(old: readonly FunctionMetrics[], head: readonly FunctionMetrics[]): string[] {
  return matchFunctions(createFile(old), createFile(head)).map(
    (pair) => `${old[pair.old]?.name} = ${head[pair.new]?.name}`,
  );
}

describe('matchFunctions', () => {
  it('matches by name with its owner, wherever the function stands', () => {
    const old = [withBody('Order.run', range(0, 9)), withBody('Invoice.run', range(50, 9))];
    const head = [withBody('Invoice.run', range(0, 9)), withBody('Order.run', range(90, 9))];
    expect(match(old, head)).toEqual(['Order.run = Order.run', 'Invoice.run = Invoice.run']);
  });

  it('follows a rename where the body is the same', () => {
    expect(match([withBody('settle', [])], [{ ...withBody('settleAll', []) }])).toEqual([
      'settle = settleAll',
    ]);
  });

  it('follows a rename with a changed body, and takes the most alike', () => {
    const old = [withBody('settle', range(0, 20))];
    const head = [withBody('refund', range(8, 20)), withBody('settleAll', range(2, 20))];
    expect(match(old, head)).toEqual(['settle = settleAll']);
  });

  it('takes functions that have little in common for different ones', () => {
    expect(match([withBody('settle', range(0, 20))], [withBody('refund', range(16, 20))])).toEqual([]);
  });

  it.each([
    { shared: 10, matched: 1 },
    { shared: 6, matched: 0 },
  ])('draws the line at a likeness of a third: $shared of 20 token runs', ({ shared, matched }) => {
    const likeness = shared / (40 - shared);
    expect(likeness >= sameFunctionLikeness ? 1 : 0).toBe(matched);
    const kept = range(0, shared);
    const old = [withBody('settle', [...kept, ...range(100, 20 - shared)])];
    const head = [withBody('refund', [...kept, ...range(200, 20 - shared)])];
    expect(match(old, head)).toHaveLength(matched);
  });

  it('does not take a copy for the function itself', () => {
    const body = range(0, 20);
    const head = [withBody('settleAgain', body), withBody('settle', body)];
    expect(match([withBody('settle', body)], head)).toEqual(['settle = settle']);
  });

  it('gives equal bodies to the function of the same name in another class', () => {
    const old = [withBody('Order.run', range(0, 9)), withBody('Order.stop', range(0, 9))];
    const head = [withBody('Invoice.stop', range(0, 9)), withBody('Invoice.run', range(0, 9))];
    expect(match(old, head)).toEqual(['Order.run = Invoice.run', 'Order.stop = Invoice.stop']);
  });

  it('matches several of one name by body, then in order', () => {
    const at = (line: number, runs: readonly number[]) => withBody('get', runs, { line, endLine: line + 5 });
    const old = createFile([at(1, range(0, 9)), at(10, range(50, 9)), at(20, range(70, 9))]);
    const head = createFile([at(1, range(50, 9)), at(10, range(200, 9)), at(20, range(0, 9))]);
    expect(matchFunctions(old, head)).toEqual([
      { old: 0, new: 2 },
      { old: 1, new: 0 },
      { old: 2, new: 1 },
    ]);
  });

  it('pairs equal bodies and the rest of a name in order where there are too many to compare', () => {
    const many = Math.ceil(Math.sqrt(maxComparisons)) + 1;
    const old = range(0, many).map((index) => withBody('get', [index]));
    const head = [...old].reverse().map((fn, index) => (index === 5 ? withBody('get', [-1]) : fn));
    const pairs = matchFunctions(createFile(old), createFile(head));
    expect(pairs).toHaveLength(many);
    expect(pairs[0]).toEqual({ old: 0, new: many - 1 });
    expect(pairs[many - 6]).toEqual({ old: many - 6, new: 5 });
  });

  it('works over the functions of several files', () => {
    const old = { functions: [withBody('a.settle', range(0, 9)), withBody('b.refund', range(50, 9))] };
    const head = { functions: [withBody('c.refund', range(50, 9)), withBody('a.settle', range(0, 9))] };
    expect(matchFunctions(old, head)).toEqual([
      { old: 0, new: 1 },
      { old: 1, new: 0 },
    ]);
  });
});

describe('matching', () => {
  const functions = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd', 'A.run', 'B.run', 'B.stop'),
      runs: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }),
    }),
    { selector: ({ name }) => name },
  );
  const build = (specs: readonly { name: string; runs: number[] }[]) =>
    specs.map(({ name, runs }) => withBody(name, runs));

  it('uses each function once, and pairs the same ones with the sides swapped or in another order', () => {
    fc.assert(
      fc.property(functions, functions, (oldSpecs, newSpecs) => {
        const [old, head] = [build(oldSpecs), build(newSpecs)];
        const pairs = match(old, head);
        expect(new Set(pairs.flatMap((pair) => pair.split(' = ')[0])).size).toBe(pairs.length);
        expect(new Set(pairs.flatMap((pair) => pair.split(' = ')[1])).size).toBe(pairs.length);
        expect(match([...old].reverse(), [...head].reverse()).sort()).toEqual([...pairs].sort());
        const swapped = match(head, old).map((pair) => pair.split(' = ').reverse().join(' = '));
        expect(swapped.sort()).toEqual([...pairs].sort());
      }),
      { numRuns: 500 },
    );
  });
});
