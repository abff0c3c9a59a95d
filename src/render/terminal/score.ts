import type { FileReport } from '../../model/report.ts';
import type { Style } from './style.ts';

/** The score before and after: "9.21 → 8.05 (−1.16)", "new → 8.41", "7.40 → deleted". */
export function describeScore(file: FileReport, { paint, symbols }: Style): string {
  const { oldScore, newScore, change } = file;
  const to = ` ${symbols.arrow} `;
  if (change === 'deleted') return paint.dim(`${formatScore(oldScore)}${to}deleted`);
  if (change === 'added') return `new${to}${formatScore(newScore)}`;
  if (oldScore === null) return `not measurable${to}${formatScore(newScore)} (judged as new)`;
  if (newScore === null || oldScore === newScore)
    return `${formatScore(newScore)} ${paint.dim('(as before)')}`;
  const scores = `${formatScore(oldScore)}${to}${formatScore(newScore)}`;
  const difference = Math.abs(newScore - oldScore).toFixed(2);
  return newScore < oldScore
    ? paint.red(`${scores} (${symbols.minus}${difference})`)
    : paint.green(`${scores} (+${difference})`);
}

function formatScore(score: number | null): string {
  return score === null ? 'not measured' : score.toFixed(2);
}
