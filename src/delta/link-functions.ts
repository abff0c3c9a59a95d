import type { FileMetrics } from '../model/metrics.ts';
import { findSplits, type Whole } from './find-splits.ts';
import { matchFunctions } from './match-functions.ts';
import { type FunctionPlace, matchMoves, type PlacePair } from './match-moves.ts';

/** The metrics of a changed file on both sides; `null` for a side that is not there. */
export interface FileSides {
  readonly old: FileMetrics | null;
  readonly new: FileMetrics | null;
}

/** What has become of the functions of a change. */
export interface FunctionLinks {
  /** The old self of a function of the new side. */
  readonly oldOf: (file: number, index: number) => FunctionPlace | null;
  /** The new self of a function of the old side. */
  readonly newOf: (file: number, index: number) => FunctionPlace | null;
  /** The old function that a function of the new side was split from. */
  readonly wholeOf: (file: number, index: number) => FunctionPlace | null;
  /** Functions that went from one file to another, in the order of the old side. */
  readonly moves: readonly PlacePair[];
}

/**
 * Follows every function of a change: first inside of its file, then what is left over from file to file, then
 * into the parts that it was split into.
 */
export function linkFunctions(files: readonly FileSides[]): FunctionLinks {
  const stayed = files.flatMap(matchWithin);
  const [oldPlaces, newPlaces] = [files.flatMap(placesOf('old')), files.flatMap(placesOf('new'))];
  const gone = oldPlaces.filter(isLeftOver(stayed, 'old'));
  const appeared = newPlaces.filter(isLeftOver(stayed, 'new'));
  const moves = matchMoves(gone, appeared);
  const pairs = [...stayed, ...moves];
  const newByOld = new Map(pairs.map((pair) => [keyOf(pair.old), pair.new]));
  const oldByNew = new Map(pairs.map((pair) => [keyOf(pair.new), pair.old]));
  const wholes = oldPlaces.map((place): Whole => {
    return { place, remainder: newByOld.get(keyOf(place))?.fn ?? null };
  });
  const changed = wholes.filter(({ place, remainder }) => place.fn.bodyHash !== remainder?.bodyHash);
  const splits = findSplits(changed, appeared.filter(isLeftOver(moves, 'new')));
  const wholeByPart = new Map([...splits].map(([part, { place }]) => [keyOf(part), place]));
  return {
    oldOf: (file, index) => oldByNew.get(keyOf({ file, index })) ?? null,
    newOf: (file, index) => newByOld.get(keyOf({ file, index })) ?? null,
    wholeOf: (file, index) => wholeByPart.get(keyOf({ file, index })) ?? null,
    moves,
  };
}

const keyOf = ({ file, index }: Pick<FunctionPlace, 'file' | 'index'>) => `${file} ${index}`;

function placesOf(side: keyof FileSides) {
  return (sides: FileSides, file: number): FunctionPlace[] =>
    (sides[side]?.functions ?? []).map((fn, index) => ({ file, index, fn }));
}

function matchWithin({ old, new: head }: FileSides, file: number): PlacePair[] {
  if (!old || !head) return [];
  return matchFunctions(old, head).flatMap((pair) => {
    const [before, after] = [old.functions[pair.old], head.functions[pair.new]];
    if (!before || !after) return [];
    return [{ old: { file, index: pair.old, fn: before }, new: { file, index: pair.new, fn: after } }];
  });
}

function isLeftOver(pairs: readonly PlacePair[], side: keyof PlacePair): (place: FunctionPlace) => boolean {
  const taken = new Set(pairs.map((pair) => keyOf(pair[side])));
  return (place) => !taken.has(keyOf(place));
}
