import { compareText } from '../score/compare-text.ts';

/** Something to be done, and how much it is. */
interface Load {
  /** No two have the same. */
  readonly name: string;
  readonly bytes: number;
}

/**
 * Divides loads among so many machines: the largest first, each to the machine that has the least so far. No part is
 * larger than the average and the largest load together. The same loads give the same parts on every machine, in
 * whatever order they come. Pure.
 *
 * @param count of parts, at least 1; some are empty where there are fewer loads
 */
export function divideByBytes<T extends Load>(loads: readonly T[], count: number): readonly (readonly T[])[] {
  const parts = Array.from({ length: count }, () => ({ bytes: 0, loads: [] as T[] }));
  const byBytes = [...loads].sort((a, b) => b.bytes - a.bytes || compareText(a.name, b.name));
  for (const load of byBytes) {
    const smallest = parts.reduce((least, part) => (part.bytes < least.bytes ? part : least));
    smallest.bytes += load.bytes;
    smallest.loads.push(load);
  }
  return parts.map((part) => part.loads);
}
