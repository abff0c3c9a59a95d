import { type FileScore, scoreFile } from '../../src/score/index.ts';
import { createFile, createFinding, createRules } from '../helpers/create-metrics.ts';

/** Rules that change nothing. */
export const noRules = createRules();

/** A finding on a function of that cyclomatic complexity. */
export const complexMethod = (cc: number, name = 'settle') =>
  createFinding('complex-method', { function: name, measured: cc });

/** A finding on a function of so many lines of code. */
export const largeMethod = (linesOfCode: number, name = 'settle') =>
  createFinding('large-method', { function: name, measured: linesOfCode });

/** A finding on a condition of so many operators. */
export const conditional = (operators: number, name = 'settle') =>
  createFinding('complex-conditional', { function: name, measured: operators });

/** A finding of the file as a whole. */
export const fileFinding = (smell: string, measured = 1) =>
  createFinding(smell, { function: null, measured });

/** The score of a file with these findings alone. */
export function score(...findings: ReturnType<typeof createFinding>[]): FileScore {
  return scoreFile(createFile(), findings, noRules);
}

/** What a score is made of, without the lines. */
export const itemsOf = ({ items }: FileScore) =>
  items.map(({ smell, function: name, penaltyPoints }) => [smell, name, penaltyPoints]);
