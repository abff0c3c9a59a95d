import type { FileReport } from '../model/report.ts';
import { compareText } from '../score/index.ts';
import { sumLinesOfCode } from '../smells/index.ts';

/** Code Health of a side that does not exist, as CodeScene's delta analysis counts it. */
const perfectScore = 10;
/** Scores have two decimals: as whole hundredths they add up exactly, in whatever order. */
const hundredthsPerPoint = 100;

/** A score before and after a change. */
export interface ScorePair {
  readonly before: number;
  readonly after: number;
}

/** The scores of one file that changed. */
export interface FileScorePair extends ScorePair {
  readonly path: string;
}

/**
 * The scores of all changed files together, before and after: averages weighted by the lines of code of the new side
 * (the same weights for both, so that only scores move them; at least one line a file), cut to two decimals. A new
 * file counts from 10.0; a deleted one, and one whose old side could not be measured, count for nothing. `null` where
 * nothing is left to compare.
 */
export function averageScores(files: readonly FileReport[]): ScorePair | null {
  const pairs = files.flatMap((file) => {
    const pair = scorePairOf(file);
    return pair ? [{ ...pair, weight: weightOf(file) }] : [];
  });
  if (pairs.length === 0) return null;
  const weights = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const average = (side: 'before' | 'after') =>
    Math.floor(pairs.reduce((sum, pair) => sum + pair.weight * toHundredths(pair[side]), 0) / weights) /
    hundredthsPerPoint;
  return { before: average('before'), after: average('after') };
}

/**
 * The change of a single score that matters most: the largest decline, or the largest rise where nothing declined;
 * of equal ones the first by path. `null` where no score changed.
 */
export function largestScoreChange(files: readonly FileReport[]): FileScorePair | null {
  const changes = files
    .flatMap((file) => {
      const pair = scorePairOf(file);
      return pair && pair.before !== pair.after ? [{ path: file.path, ...pair }] : [];
    })
    .sort((first, second) => riseOf(first) - riseOf(second) || compareText(first.path, second.path));
  const [worst] = changes;
  if (!worst || riseOf(worst) < 0) return worst ?? null;
  const best = riseOf(changes.at(-1) ?? worst);
  return changes.find((change) => riseOf(change) === best) ?? worst;
}

/** How far a score rose, in whole hundredths; negative where it fell. */
export function riseOf({ before, after }: ScorePair): number {
  return toHundredths(after) - toHundredths(before);
}

/** Both scores of a file, a new one counting from 10.0; `null` where there is nothing to compare. */
export function scorePairOf({ oldScore, newScore, change }: FileReport): ScorePair | null {
  if (newScore === null || (oldScore === null && change !== 'added')) return null;
  return { before: oldScore ?? perfectScore, after: newScore };
}

function weightOf({ functions }: FileReport): number {
  return Math.max(1, sumLinesOfCode(functions));
}

function toHundredths(score: number): number {
  return Math.round(score * hundredthsPerPoint);
}
