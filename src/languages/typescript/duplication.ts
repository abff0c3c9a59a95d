import type { DuplicatePair } from '../../model/metrics.ts';
import { countSteps, measureCommonSubsequence } from './common-subsequence.ts';

/** Below, two functions are not alike by any rule that is known. */
const minSimilarity = 0.75;

/** Below, functions are alike by chance: getters, wrappers, small guards. */
const minLinesOfCode = 10;

/** Of a longer function, the beginning stands for the whole. */
const maxTokens = 4_000;

/**
 * What may be spent on one file: pairs that are looked at (all of some 600 functions), steps of comparing them, and
 * pairs that are kept. Only generated files come near; there, what comes first in the file is found.
 */
const budget = { pairs: 200_000, steps: 20_000_000, kept: 2_000 };

/** What two functions are compared by. */
export interface ComparedFunction {
  readonly linesOfCode: number;
  /** Hashes of its tokens, in source order. */
  readonly tokens: Int32Array;
}

/**
 * Pairs of functions in a file that are alike: 2·LCS/(n₁+n₂) over their raw tokens is 0.75 or more, and both
 * have 10 lines of code or more. In source order of the first, then of the second.
 */
export function findDuplicates(functions: readonly ComparedFunction[]): DuplicatePair[] {
  const candidates = functions.flatMap(toCandidate);
  const left = { ...budget };
  const found: DuplicatePair[] = [];
  for (const [first, second] of pairUp(candidates)) {
    if (Math.min(left.pairs, left.steps, left.kept) <= 0) break;
    left.pairs -= 1;
    if (!canBeAlike(first, second)) continue;
    left.steps -= countSteps(first.tokens, second.tokens);
    const similarity = compareTokens(first.tokens, second.tokens);
    if (similarity < minSimilarity) continue;
    left.kept -= 1;
    found.push({ first: first.index, second: second.index, similarity });
  }
  return found;
}

function* pairUp<T>(items: readonly T[]): Generator<readonly [T, T]> {
  for (let first = 0; first < items.length; first++) {
    for (let second = first + 1; second < items.length; second++) {
      yield [items[first] as T, items[second] as T];
    }
  }
}

function compareTokens(a: Int32Array, b: Int32Array): number {
  return (2 * measureCommonSubsequence(a, b)) / (a.length + b.length);
}

interface Candidate {
  readonly index: number;
  readonly tokens: Int32Array;
  /** Count of tokens by the lowest bits of their hash. */
  readonly histogram: Uint16Array;
}

function toCandidate({ linesOfCode, tokens }: ComparedFunction, index: number): readonly Candidate[] {
  if (linesOfCode < minLinesOfCode) return [];
  const kept = tokens.subarray(0, maxTokens);
  return [{ index, tokens: kept, histogram: countByBucket(kept) }];
}

const buckets = 64;

function countByBucket(tokens: Int32Array): Uint16Array {
  const histogram = new Uint16Array(buckets);
  for (const token of tokens) {
    const bucket = token & (buckets - 1);
    histogram[bucket] = (histogram[bucket] as number) + 1;
  }
  return histogram;
}

/** No common subsequence is longer than the shorter function, or than the tokens that both have in each bucket. */
function canBeAlike(first: Candidate, second: Candidate): boolean {
  const needed = (minSimilarity * (first.tokens.length + second.tokens.length)) / 2;
  return (
    Math.min(first.tokens.length, second.tokens.length) >= needed && countShared(first, second) >= needed
  );
}

function countShared(first: Candidate, second: Candidate): number {
  let shared = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    shared += Math.min(first.histogram[bucket] as number, second.histogram[bucket] as number);
  }
  return shared;
}
