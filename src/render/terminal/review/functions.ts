import type { ReviewReport, WorstFunction } from '../../../model/review.ts';
import { countOf } from '../../plural.ts';
import { layOutColumns, type Row, renderRow } from '../rows.ts';
import type { Style } from '../style.ts';

/** The worst functions of all files, each with the penalty points that its findings cost. */
export function renderWorstFunctions({ worstFunctions }: ReviewReport, style: Style): readonly string[] {
  if (worstFunctions.length === 0) return [];
  const rows = worstFunctions.map((fn) => toRow(fn, style));
  const columns = layOutColumns(rows, style);
  return [
    `${style.paint.bold('Worst functions')}, by penalty points`,
    ...rows.flatMap((row) => renderRow(row, columns, style)),
  ];
}

function toRow(fn: WorstFunction, { paint }: Style): Row {
  const { path, line, name, penaltyPoints, cyclomaticComplexity, linesOfCode, maxNestingDepth } = fn;
  const { smells, counted } = fn;
  const numbers = `complexity ${cyclomaticComplexity}, ${countOf(linesOfCode, 'line')}, depth ${maxNestingDepth}`;
  return {
    mark: penaltyPoints.toFixed(2).padStart(5),
    paintMark: paint.red,
    place: `${path}:${line}`,
    target: { path, line },
    smell: '',
    message: `${name}: ${numbers}; ${smells.join(', ')}${counted ? '' : '; not counted in the score'}`,
  };
}
