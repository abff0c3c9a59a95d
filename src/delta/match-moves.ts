import type { FunctionMetrics } from '../model/metrics.ts';
import { bareName, pairByBody, sameFunctionLikeness } from './match-functions.ts';

/** A function of a side of the change: which file, and its index in the file's `functions`. */
export interface FunctionPlace {
  readonly file: number;
  readonly index: number;
  readonly fn: FunctionMetrics;
}

/** A function that stands on both sides, in one file or in two. */
export interface PlacePair {
  readonly old: FunctionPlace;
  readonly new: FunctionPlace;
}

/** From which likeness on a function in another file is the same one although it has another name. */
const renamedLikeness = 1 / 2;

/** With fewer token runs than this a body says little: getters and one-liners look alike without being related. */
const fewRuns = 16;

/**
 * Follows functions that are gone from one file into the file in which they are new, by likeness of body: a name
 * alone is no evidence, for every second file has a `render` or a `constructor`. Each function once, the most
 * alike first; the order of files does not matter but for equal functions.
 */
export function matchMoves(
  gone: readonly FunctionPlace[],
  appeared: readonly FunctionPlace[],
): readonly PlacePair[] {
  const sideOf = (places: readonly FunctionPlace[]) => ({
    functions: places.map(({ fn }) => fn),
    indexes: [...places.keys()],
  });
  return pairByBody(sideOf(gone), sideOf(appeared), {
    threshold: sameFunctionLikeness,
    isPossible: isMove,
  }).flatMap((pair) => {
    const [old, head] = [gone[pair.old], appeared[pair.new]];
    return old && head ? [{ old, new: head }] : [];
  });
}

function isMove(before: FunctionMetrics, after: FunctionMetrics, likeness: number): boolean {
  if (bareName(before.name) === bareName(after.name)) return true;
  return (
    likeness >= renamedLikeness && Math.min(before.bodySketch.length, after.bodySketch.length) >= fewRuns
  );
}
