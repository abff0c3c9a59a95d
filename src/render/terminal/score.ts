import type { FileReport } from '../../model/report.ts';
import { describeScoreChange } from '../score-change.ts';
import type { Style } from './style.ts';

/** The score before and after: "9.21 → 8.05 (−1.16)", "new → 8.41", "7.40 → deleted". */
export function describeScore(file: FileReport, { paint, symbols }: Style): string {
  const { scores, note, trend } = describeScoreChange(file, symbols);
  if (trend === 'down') return paint.red(`${scores} ${note}`);
  if (trend === 'up') return paint.green(`${scores} ${note}`);
  if (file.change === 'deleted') return paint.dim(scores);
  if (file.change !== 'added' && file.oldScore === null) return `${scores} ${note}`;
  return note === '' ? scores : `${scores} ${paint.dim(note)}`;
}
