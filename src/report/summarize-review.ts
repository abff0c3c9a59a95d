import type { Severity } from '../model/profile.ts';
import type { BandCounts, ReviewedFile, ReviewSummary } from '../model/review.ts';
import { type Band, bandOf } from '../score/index.ts';
import { sumLinesOfCode } from '../smells/index.ts';

/** Scores have two decimals: as whole hundredths they add up exactly, in whatever order. */
const hundredthsPerPoint = 100;

/** The totals of a review. Pure; the order of the files does not matter. */
export function summarizeReview(files: readonly ReviewedFile[], filesSkipped: number): ReviewSummary {
  return {
    filesReviewed: files.length,
    filesSkipped,
    linesOfCode: sumLinesOfCode(files),
    score: averageScore(files),
    bands: countBands(files),
    findings: countFindings(files),
  };
}

/** Weighted by lines of code and cut, so that 10.0 means that every file has it. */
function averageScore(files: readonly ReviewedFile[]): number | null {
  if (files.length === 0) return null;
  const weights = files.reduce((sum, file) => sum + weightOf(file), 0);
  const hundredths = files.reduce((sum, file) => sum + weightOf(file) * toHundredths(file.score), 0);
  return Math.floor(hundredths / weights) / hundredthsPerPoint;
}

/** A file without functions has no line that could be unhealthy, yet counts where there is nothing else. */
function weightOf({ linesOfCode }: ReviewedFile): number {
  return Math.max(1, linesOfCode);
}

function toHundredths(score: number): number {
  return Math.round(score * hundredthsPerPoint);
}

function countBands(files: readonly ReviewedFile[]): BandCounts {
  const count = (band: Band) => files.filter(({ score }) => bandOf(score) === band).length;
  return { optimal: count('optimal'), green: count('green'), yellow: count('yellow'), red: count('red') };
}

function countFindings(files: readonly ReviewedFile[]): ReviewSummary['findings'] {
  const count = (severity: Severity) =>
    files.reduce(
      (sum, { findings }) => sum + findings.filter((each) => each.severity === severity).length,
      0,
    );
  const [critical, advisory] = [count('critical'), count('advisory')];
  return { total: critical + advisory, critical, advisory };
}
