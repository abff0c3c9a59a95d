import type { FileMetrics, FunctionMetrics } from '../model/metrics.ts';
import { compareText } from '../score/index.ts';
import { bodyLikeness } from './body-likeness.ts';

/** A function that stands on both sides: indexes into the `functions` of either. */
export interface FunctionPair {
  readonly old: number;
  readonly new: number;
}

/**
 * From which likeness on two functions of different names are the same one. A third is the Jaccard index of two
 * bodies of one length that share half of their token runs: git's own measure of a renamed file (`-M50%`).
 */
export const sameFunctionLikeness = 1 / 3;

/**
 * How many pairs of bodies are compared at most; beyond, only equal bodies are found. 300 functions renamed and
 * changed at once stay below; a file made to be slow does not get further.
 */
export const maxComparisons = 100_000;

/** One side: the functions of a file, or those of several files together. */
type Functions = Pick<FileMetrics, 'functions'>;

interface Side {
  readonly functions: readonly FunctionMetrics[];
  /** The functions that are to be paired. */
  readonly indexes: readonly number[];
}

interface Candidate extends FunctionPair {
  readonly likeness: number;
  readonly sameBareName: boolean;
  /** Both names in order, so that swapped sides give the same pairs. */
  readonly names: readonly [string, string];
}

/**
 * Pairs the functions of two sides: by name with its owner, several of one name by likeness of body and then in
 * order; then those that are left over by likeness of body, the most alike first. A function that was renamed
 * or moved keeps its identity this way. The pairs stand in the old side's order; which pairs there are does not
 * depend on the order of functions with different names.
 */
export function matchFunctions(old: Functions, head: Functions): readonly FunctionPair[] {
  const byName = matchByName(old.functions, head.functions);
  const byBody = pairByBody(
    { functions: old.functions, indexes: unmatched(old, byName, 'old') },
    { functions: head.functions, indexes: unmatched(head, byName, 'new') },
    { threshold: sameFunctionLikeness },
  );
  return [...byName, ...byBody].sort((a, b) => a.old - b.old);
}

function matchByName(
  old: readonly FunctionMetrics[],
  head: readonly FunctionMetrics[],
): readonly FunctionPair[] {
  const newByName = groupBy(head, [...head.keys()], ({ name }) => name);
  return [...groupBy(old, [...old.keys()], ({ name }) => name)].flatMap(([name, indexes]) =>
    pairNamesakes({ functions: old, indexes }, { functions: head, indexes: newByName.get(name) ?? [] }),
  );
}

function pairNamesakes(old: Side, head: Side): readonly FunctionPair[] {
  const single = old.indexes.length === 1 && head.indexes.length === 1;
  const alike = single ? [] : pairByBody(old, head, { threshold: 0 });
  const [oldLeft, newLeft] = [without(old.indexes, alike, 'old'), without(head.indexes, alike, 'new')];
  return [...alike, ...pairInOrder(oldLeft, newLeft)];
}

/** Which pairs of functions are looked at. */
interface Conditions {
  /** The least likeness, 0 to 1. */
  readonly threshold: number;
  /** What else must hold; anything where left out. */
  readonly isPossible?: (before: FunctionMetrics, after: FunctionMetrics, likeness: number) => boolean;
}

/** Pairs greedily by likeness of body, the most alike first; each function once. */
export function pairByBody(old: Side, head: Side, conditions: Conditions): readonly FunctionPair[] {
  if (old.indexes.length * head.indexes.length > maxComparisons) return pairEqualBodies(old, head);
  const candidates = old.indexes.flatMap((one) =>
    head.indexes.flatMap((other) => toCandidate(old, head, { old: one, new: other }, conditions) ?? []),
  );
  return takeBest(candidates);
}

function pairEqualBodies(old: Side, head: Side): readonly FunctionPair[] {
  const newByHash = groupBy(head.functions, head.indexes, ({ bodyHash }) => bodyHash);
  return [...groupBy(old.functions, old.indexes, ({ bodyHash }) => bodyHash)].flatMap(([hash, indexes]) =>
    pairInOrder(indexes, newByHash.get(hash) ?? []),
  );
}

function pairInOrder(old: readonly number[], head: readonly number[]): readonly FunctionPair[] {
  return old.slice(0, head.length).map((one, position) => ({ old: one, new: head[position] ?? -1 }));
}

function toCandidate(
  old: Side,
  head: Side,
  pair: FunctionPair,
  { threshold, isPossible = () => true }: Conditions,
): Candidate | null {
  const before = old.functions[pair.old];
  const after = head.functions[pair.new];
  if (!before || !after) return null;
  const likeness = bodyLikeness(before, after);
  if (likeness < threshold || !isPossible(before, after, likeness)) return null;
  const names = [before.name, after.name].sort() as [string, string];
  return { ...pair, likeness, sameBareName: bareName(names[0]) === bareName(names[1]), names };
}

/** The name without its owner, and without the sign of a private member, which a method loses when it moves out. */
export function bareName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).replace(/^#/, '');
}

function takeBest(candidates: readonly Candidate[]): readonly FunctionPair[] {
  const taken = { old: new Set<number>(), new: new Set<number>() };
  const pairs: FunctionPair[] = [];
  for (const { old, new: head } of [...candidates].sort(bestFirst)) {
    if (taken.old.has(old) || taken.new.has(head)) continue;
    taken.old.add(old);
    taken.new.add(head);
    pairs.push({ old, new: head });
  }
  return pairs;
}

function bestFirst(a: Candidate, b: Candidate): number {
  return (
    b.likeness - a.likeness ||
    Number(b.sameBareName) - Number(a.sameBareName) ||
    compareText(a.names[0], b.names[0]) ||
    compareText(a.names[1], b.names[1]) ||
    a.old - b.old ||
    a.new - b.new
  );
}

/** Indexes of functions by key, in order. */
export function groupBy(
  functions: readonly FunctionMetrics[],
  indexes: readonly number[],
  keyOf: (fn: FunctionMetrics) => string,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const index of indexes) {
    const fn = functions[index];
    if (!fn) continue;
    const group = groups.get(keyOf(fn));
    if (group) group.push(index);
    else groups.set(keyOf(fn), [index]);
  }
  return groups;
}

function unmatched({ functions }: Functions, pairs: readonly FunctionPair[], side: keyof FunctionPair) {
  return without([...functions.keys()], pairs, side);
}

function without(
  indexes: readonly number[],
  pairs: readonly FunctionPair[],
  side: keyof FunctionPair,
): readonly number[] {
  const taken = new Set(pairs.map((pair) => pair[side]));
  return indexes.filter((index) => !taken.has(index));
}
