import { describe, expect, it } from 'vitest';
import { type FunctionPlace, matchMoves } from '../../src/delta/match-moves.ts';
import type { FunctionMetrics } from '../../src/model/metrics.ts';
import { createFunction } from '../helpers/create-metrics.ts';

const range = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);

const body = (name: string, bodySketch: readonly number[], kind: FunctionMetrics['kind'] = 'function') =>
  createFunction({ name, kind, bodyHash: bodySketch.join(), bodySketch });

/** A body of so many token runs of which the first ones are `range(0, shared)`. */
const sharing = (shared: number, length: number) => [...range(0, shared), ...range(500, length - shared)];

const placesIn = (file: number, functions: readonly FunctionMetrics[]) =>
  functions.map((fn, index): FunctionPlace => ({ file, index, fn }));

/** The pairs by name, from one file to another. */
function follow(gone: readonly FunctionMetrics[], appeared: readonly FunctionMetrics[]): string[] {
  return matchMoves(placesIn(0, gone), placesIn(1, appeared)).map((pair) => {
    expect([pair.old.file, pair.new.file]).toEqual([0, 1]);
    return `${pair.old.fn.name} = ${pair.new.fn.name}`;
  });
}

describe('matchMoves', () => {
  it.each([
    [30, 10, 1],
    [30, 9, 0],
  ])(
    'follows a function of the same name from a likeness of a third on: %i runs, %i shared',
    (length, shared, found) => {
      expect(follow([body('run', range(0, length))], [body('run', sharing(shared, length))])).toHaveLength(
        found,
      );
    },
  );

  it.each([
    [20, 10, 1],
    [20, 9, 0],
  ])('follows a renamed function from a half on: %i runs, %i shared', (length, shared, found) => {
    expect(follow([body('run', range(0, length))], [body('walk', sharing(shared, length))])).toHaveLength(
      found,
    );
  });

  it.each([
    [16, 1],
    [15, 0],
  ])('does not follow a small function to another name: %i token runs', (length, found) => {
    const runs = range(0, length);
    expect(follow([body('run', runs)], [body('walk', runs)])).toHaveLength(found);
    expect(follow([body('run', range(0, 20))], [body('walk', runs)])).toHaveLength(found);
  });

  it.each([
    [6, 1],
    [5, 0],
  ])(
    'follows a small function, to its name in another class as well, from three quarters on: %i of 8',
    (shared, found) => {
      expect(follow([body('A.get', range(0, 8))], [body('B.get', sharing(shared, 8))])).toHaveLength(found);
      expect(follow([body('A.get', range(0, 8))], [body('A.get', sharing(shared, 8))])).toHaveLength(found);
    },
  );

  it.each([
    [15, 1],
    [14, 0],
  ])('follows a constructor to another class from three quarters on: %i of 20', (shared, found) => {
    const [old, head] = [range(0, 20), sharing(shared, 20)];
    const pairs = follow(
      [body('A.constructor', old, 'constructor')],
      [body('B.constructor', head, 'constructor')],
    );
    expect(pairs).toHaveLength(found);
    expect(follow([body('A.init', old)], [body('B.constructor', head, 'constructor')])).toHaveLength(found);
    expect(follow([body('A.constructor', old, 'constructor')], [body('B.init', head)])).toHaveLength(found);
  });

  it('follows a constructor of the same class as any function', () => {
    const [old, head] = [range(0, 30), sharing(10, 30)];
    const name = 'A.constructor';
    expect(follow([body(name, old, 'constructor')], [body(name, head, 'constructor')])).toHaveLength(1);
  });

  it('takes an equal body before an equal name, and that before another name', () => {
    const settle = body('settle', range(0, 20));
    const half = body('settle', sharing(10, 20));
    expect(follow([settle], [half, body('pay', range(0, 20))])).toEqual(['settle = pay']);
    expect(follow([settle], [body('pay', sharing(18, 20)), half])).toEqual(['settle = settle']);
    const third = body('settle', sharing(8, 20));
    expect(follow([settle], [third, body('pay', sharing(18, 20))])).toEqual(['settle = pay']);
  });

  it('follows each function once', () => {
    const runs = range(0, 20);
    expect(follow([body('a', runs), body('b', runs)], [body('c', runs)])).toEqual(['a = c']);
    expect(follow([body('a', runs)], [body('b', runs), body('c', runs)])).toEqual(['a = b']);
    expect(
      follow([body('a', runs), body('b', sharing(18, 20))], [body('c', runs), body('d', sharing(17, 20))]),
    ).toEqual(['a = c', 'b = d']);
  });
});
