import { bodySketchSize, type FunctionMetrics } from '../model/metrics.ts';
import { compareText } from '../score/index.ts';
import { maxComparisons } from './match-functions.ts';
import type { FunctionPlace } from './match-moves.ts';

/** A function of the old side, and what has become of it. */
export interface Whole {
  readonly place: FunctionPlace;
  /** The same function on the new side; `null` where it is gone. */
  readonly remainder: FunctionMetrics | null;
}

/** At least so much of a part comes from the whole, and at most so much of that has stayed there. */
const half = 1 / 2;

/** With fewer token runs to look at nothing is said. */
const leastSample = 8;

/**
 * Which new functions are parts of old ones: most of their body stood in the old function and has left it. A copy
 * is no part, for what it copies has stayed. Of several the whole that most of the part comes from, then by name.
 *
 * @param parts functions of the new side that are found on the old side neither by name nor by body
 * @returns the whole of each part that has one
 */
export function findSplits(
  wholes: readonly Whole[],
  parts: readonly FunctionPlace[],
): ReadonlyMap<FunctionPlace, Whole> {
  const found = new Map<FunctionPlace, Whole>();
  if (wholes.length * parts.length > maxComparisons) return found;
  const byName = [...wholes].sort((a, b) => compareText(a.place.fn.name, b.place.fn.name));
  for (const part of parts) {
    let most = 0;
    for (const whole of byName) {
      const share = shareOfPart(part.fn, whole);
      if (share < half || share <= most) continue;
      most = share;
      found.set(part, whole);
    }
  }
  return found;
}

/**
 * The share of the part's token runs that has left the whole for it, 0 to 1; 0 where most of that has stayed. All
 * runs below the largest hash that every sketch reaches are known, so they are a fair sample of the bodies.
 */
function shareOfPart(part: FunctionMetrics, { place, remainder }: Whole): number {
  const bodies = [part, place.fn, ...(remainder ? [remainder] : [])];
  const reach = Math.min(...bodies.map(({ bodySketch }) => reachOf(bodySketch)));
  const sample = part.bodySketch.filter((hash) => hash <= reach);
  if (sample.length < leastSample) return 0;
  const before = new Set(place.fn.bodySketch);
  const fromWhole = sample.filter((hash) => before.has(hash));
  const after = new Set(remainder?.bodySketch ?? []);
  const stayed = fromWhole.filter((hash) => after.has(hash));
  return stayed.length > half * fromWhole.length ? 0 : fromWhole.length / sample.length;
}

/** Up to which hash a sketch holds every run of its body: all of them where it is not full. */
function reachOf(sketch: readonly number[]): number {
  return sketch.length < bodySketchSize ? Number.POSITIVE_INFINITY : (sketch[sketch.length - 1] ?? 0);
}
