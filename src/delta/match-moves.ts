import type { FunctionMetrics } from '../model/metrics.ts';
import { bareName, groupBy, maxComparisons, pairByBody, sameFunctionLikeness } from './match-functions.ts';

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

/** From which likeness on such a small one, or a constructor, is followed: those of many classes look alike. */
const smallLikeness = 3 / 4;

/** One look at what is left over: only functions of one key are compared. */
interface Round {
  readonly keyOf: (fn: FunctionMetrics) => string;
  readonly threshold: number;
}

/** The surest evidence first. By key there are few candidates, so that large changes are followed as well. */
const rounds: readonly Round[] = [
  { keyOf: ({ bodyHash }) => bodyHash, threshold: 1 },
  { keyOf: ({ name }) => name, threshold: renamedLikeness },
  { keyOf: () => '', threshold: renamedLikeness },
  { keyOf: ({ name }) => bareName(name), threshold: sameFunctionLikeness },
];

/**
 * Follows functions that are gone from one file into the file in which they are new, by likeness of body: a name
 * alone is no evidence, for every second file has a `render` or a `constructor`. Each function once, the most
 * alike first; the order of files does not matter but for equal functions. Where there are more than
 * `maxComparisons` candidates of one key, none of them is followed.
 */
export function matchMoves(
  gone: readonly FunctionPlace[],
  appeared: readonly FunctionPlace[],
): readonly PlacePair[] {
  let left = { old: gone, new: appeared };
  return rounds.flatMap((round) => {
    const pairs = matchRound(left.old, left.new, round);
    const taken = new Set(pairs.flatMap((pair) => [pair.old, pair.new]));
    const isLeft = (place: FunctionPlace) => !taken.has(place);
    left = { old: left.old.filter(isLeft), new: left.new.filter(isLeft) };
    return pairs;
  });
}

function matchRound(
  gone: readonly FunctionPlace[],
  appeared: readonly FunctionPlace[],
  { keyOf, threshold }: Round,
): readonly PlacePair[] {
  const [old, head] = [gone.map(({ fn }) => fn), appeared.map(({ fn }) => fn)];
  const candidates = groupBy(head, [...head.keys()], keyOf);
  return [...groupBy(old, [...old.keys()], keyOf)].flatMap(([key, indexes]) => {
    const others = candidates.get(key) ?? [];
    if (indexes.length * others.length > maxComparisons) return [];
    return pairByBody(
      { functions: old, indexes },
      { functions: head, indexes: others },
      { threshold, isPossible: isMove },
    ).flatMap((pair) => {
      const [before, after] = [gone[pair.old], appeared[pair.new]];
      return before && after ? [{ old: before, new: after }] : [];
    });
  });
}

function isMove(before: FunctionMetrics, after: FunctionMetrics, likeness: number): boolean {
  const isSmall = Math.min(before.bodySketch.length, after.bodySketch.length) < fewRuns;
  if (isSmall) return likeness >= smallLikeness && bareName(before.name) === bareName(after.name);
  const isConstructor = before.kind === 'constructor' || after.kind === 'constructor';
  if (isConstructor && before.name !== after.name) return likeness >= smallLikeness;
  return true;
}
