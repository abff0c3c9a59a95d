import type { FunctionMetrics } from '../model/metrics.ts';

/** What likeness is measured by. */
type Body = Pick<FunctionMetrics, 'bodyHash' | 'bodySketch'>;

/**
 * How alike two bodies are, 0 to 1: exactly 1 where their hashes are equal, else the Jaccard index of their token
 * runs as estimated from the bottom-k sketches (Broder, "On the resemblance and containment of documents"): of the
 * smallest hashes of both together, the share that stands in both.
 */
export function bodyLikeness(a: Body, b: Body): number {
  if (a.bodyHash === b.bodyHash) return 1;
  const sampleSize = Math.max(a.bodySketch.length, b.bodySketch.length);
  if (sampleSize === 0) return 0;
  return sketchLikeness(a.bodySketch, b.bodySketch, sampleSize);
}

/**
 * Both sketches are sorted; the longer one's length is how far both are known without gaps. Each step takes a hash
 * from one of them or both, so that the longer one is not used up before the last step.
 */
function sketchLikeness(a: readonly number[], b: readonly number[], sampleSize: number): number {
  let [indexA, indexB, shared] = [0, 0, 0];
  for (let seen = 0; seen < sampleSize; seen += 1) {
    const nextA = a[indexA] ?? Number.POSITIVE_INFINITY;
    const nextB = b[indexB] ?? Number.POSITIVE_INFINITY;
    if (nextA === nextB) shared += 1;
    if (nextA <= nextB) indexA += 1;
    if (nextB <= nextA) indexB += 1;
  }
  return shared / sampleSize;
}
