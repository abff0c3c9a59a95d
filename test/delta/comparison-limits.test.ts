import { describe, expect, it } from 'vitest';
import { matchFunctions, maxComparisons } from '../../src/delta/index.ts';
import { matchMoves } from '../../src/delta/match-moves.ts';
import type { FunctionMetrics } from '../../src/model/metrics.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

const range = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);

/** So many functions, each with token runs of its own. */
const functionsOf = (count: number, prefix: string, from = 0) =>
  range(from, count).map((number) => {
    const bodySketch = range(1_000 * number, 20);
    return createFunction({ name: `${prefix}${number}`, bodyHash: `${number}`, bodySketch });
  });

/** The same with one token run of each changed. */
const edited = (functions: readonly FunctionMetrics[]) =>
  functions.map((fn) => ({
    ...fn,
    bodyHash: `${fn.bodyHash} edited`,
    bodySketch: [...fn.bodySketch.slice(0, 19), (fn.bodySketch[19] ?? 0) + 1],
  }));

const places = (file: number, functions: readonly FunctionMetrics[]) =>
  functions.map((fn, index) => ({ file, index, fn }));

const [fewer, more] = [250, maxComparisons / 250];

/** How many functions there are afterwards, and how many of the 250 from before are followed. */
const limits = [
  [more, fewer],
  [more + 1, 0],
] as const;

const change = (count: number) => {
  const head = [...edited(functionsOf(fewer, 'new')), ...functionsOf(count - fewer, 'other', fewer)];
  return { old: functionsOf(fewer, 'old'), head };
};

describe('more functions than are compared with each other', () => {
  it.each(limits)('are not followed through a rename with a changed body: 250 into %i', (count, followed) => {
    const { old, head } = change(count);
    expect(matchFunctions(createFile(old), createFile(head))).toHaveLength(followed);
  });

  it.each(limits)('are not followed into another file by changed bodies: 250 into %i', (count, followed) => {
    const { old, head } = change(count);
    expect(matchMoves(places(0, old), places(1, head))).toHaveLength(followed);
  });

  it('are followed by equal bodies, renamed in one file or from file to file', () => {
    const [old, head] = [functionsOf(more, 'old'), functionsOf(more, 'new')];
    expect(matchFunctions(createFile(old), createFile(head))).toHaveLength(more);
    expect(matchMoves(places(0, old), places(1, head))).toHaveLength(more);
  });
});
