import type { FileMetrics } from '../model/metrics.ts';
import { compareText } from '../score/index.ts';
import type { FunctionPair } from './match-functions.ts';

/**
 * New names of the old side's classes, by old name: the same name where it stands on both sides, else the class
 * that most of its functions are found in again. A class that is gone has none.
 */
export function matchClasses(
  old: FileMetrics,
  head: FileMetrics,
  pairs: readonly FunctionPair[],
): ReadonlyMap<string, string> {
  const oldNames = new Set(old.classes.map(({ name }) => name));
  const newNames = new Set(head.classes.map(({ name }) => name));
  const matched = new Map([...oldNames].filter((name) => newNames.has(name)).map((name) => [name, name]));
  const taken = new Set(matched.keys());
  for (const { from, to } of countMoves(old, head, pairs)) {
    const free = oldNames.has(from) && newNames.has(to) && !matched.has(from) && !taken.has(to);
    if (!free) continue;
    matched.set(from, to);
    taken.add(to);
  }
  return matched;
}

interface Moves {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** How many functions went from which owner to which, the most first. */
function countMoves(old: FileMetrics, head: FileMetrics, pairs: readonly FunctionPair[]): readonly Moves[] {
  const moves = new Map<string, Moves>();
  for (const pair of pairs) {
    const from = ownerOf(old.functions[pair.old]?.name);
    const to = ownerOf(head.functions[pair.new]?.name);
    const key = JSON.stringify([from, to]);
    moves.set(key, { from, to, count: (moves.get(key)?.count ?? 0) + 1 });
  }
  return [...moves.values()].sort(
    (a, b) => b.count - a.count || compareText(a.from, b.from) || compareText(a.to, b.to),
  );
}

function ownerOf(name = ''): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}
