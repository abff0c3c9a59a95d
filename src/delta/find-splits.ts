import { bodySketchSize, type FunctionMetrics } from '../model/metrics.ts';
import { compareText } from '../score/index.ts';
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

/** How many functions are noted for one token run, and how many of those that share runs with a part are looked at. */
const [mostSharers, mostCandidates] = [64, 16];

/**
 * Which new functions are parts of old ones: most of their body stood in the old function and has left it. A copy
 * is no part, for what it copies has stayed. Of several the whole that most of the part comes from, then
 * the one with more runs in common, then by name.
 *
 * @param parts functions of the new side that are found on the old side neither by name nor by body
 * @returns the whole of each part that has one
 */
export function findSplits(
  wholes: readonly Whole[],
  parts: readonly FunctionPlace[],
): ReadonlyMap<FunctionPlace, Whole> {
  const found = new Map<FunctionPlace, Whole>();
  const byName = [...wholes].sort((a, b) => compareText(a.place.fn.name, b.place.fn.name));
  const wholesByRun = indexByRun(byName);
  for (const part of parts) {
    let most = 0;
    for (const whole of selectCandidates(part.fn, wholesByRun)) {
      const share = shareOfPart(part.fn, whole);
      if (share < half || share <= most) continue;
      most = share;
      found.set(part, whole);
    }
  }
  return found;
}

/** Where each token run stands. Of a run that stands in many functions only the first are kept: it tells little. */
function indexByRun(wholes: readonly Whole[]): ReadonlyMap<number, readonly Whole[]> {
  const wholesByRun = new Map<number, Whole[]>();
  for (const whole of wholes) {
    for (const run of whole.place.fn.bodySketch) {
      const sharers = wholesByRun.get(run);
      if (!sharers) wholesByRun.set(run, [whole]);
      else if (sharers.length < mostSharers) sharers.push(whole);
    }
  }
  return wholesByRun;
}

/** The functions that share the most runs with a part: looking at all of them would take a large change too long. */
function selectCandidates(
  { bodySketch }: FunctionMetrics,
  wholesByRun: ReadonlyMap<number, readonly Whole[]>,
): readonly Whole[] {
  const shared = new Map<Whole, number>();
  for (const run of bodySketch) {
    for (const whole of wholesByRun.get(run) ?? []) shared.set(whole, (shared.get(whole) ?? 0) + 1);
  }
  return [...shared]
    .sort(([a, countA], [b, countB]) => countB - countA || compareText(a.place.fn.name, b.place.fn.name))
    .slice(0, mostCandidates)
    .map(([whole]) => whole);
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
