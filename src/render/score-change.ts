import type { FileReport } from '../model/report.ts';

/** The symbols that a change of score is written with. */
export interface ScoreSymbols {
  readonly arrow: string;
  readonly minus: string;
}

const unicodeSymbols: ScoreSymbols = { arrow: '→', minus: '−' };

/** The score of a file before and after, for a reader. */
export interface ScoreChangeWords {
  /** "8.41 → 8.07", "new → 8.41", "7.40 → deleted"; "8.07" alone where it stayed. */
  readonly scores: string;
  /** "(−0.34)", "(as before)", "(judged as new)"; empty where there is nothing to add. */
  readonly note: string;
  readonly trend: 'down' | 'up' | 'none';
}

/** Puts the score of a file before and after into words. */
export function describeScoreChange(
  { oldScore, newScore, change }: Pick<FileReport, 'oldScore' | 'newScore' | 'change'>,
  symbols: ScoreSymbols = unicodeSymbols,
): ScoreChangeWords {
  const to = ` ${symbols.arrow} `;
  const trend = 'none';
  if (change === 'deleted') return { scores: `${formatScore(oldScore)}${to}deleted`, note: '', trend };
  if (change === 'added') return { scores: `new${to}${formatScore(newScore)}`, note: '', trend };
  if (oldScore === null) {
    return { scores: `not measurable${to}${formatScore(newScore)}`, note: '(judged as new)', trend };
  }
  if (newScore === null || oldScore === newScore) {
    return { scores: formatScore(newScore), note: '(as before)', trend };
  }
  return describeDifference(oldScore, newScore, symbols);
}

/** The same for two scores that differ. */
export function describeDifference(
  before: number,
  after: number,
  { arrow, minus }: ScoreSymbols = unicodeSymbols,
): ScoreChangeWords {
  const sign = after < before ? minus : '+';
  return {
    scores: `${formatScore(before)} ${arrow} ${formatScore(after)}`,
    note: `(${sign}${Math.abs(after - before).toFixed(2)})`,
    trend: after < before ? 'down' : 'up',
  };
}

function formatScore(score: number | null): string {
  return score === null ? 'not measured' : score.toFixed(2);
}
