import type { ScoreBreakdown, ScoreItem } from '../../../model/report.ts';
import { decay, uncutScoreOf } from '../../../score/index.ts';
import { cutScore, describeChargedPlace } from '../../breakdown-words.ts';
import { displayWidth, padText } from '../../display-width.ts';
import { decimalsOf } from '../../penalty-points.ts';
import type { Style } from '../style.ts';

const indent = '    ';

/**
 * The sum that a score is made of, to be done again by hand: an item a line with as many decimals as it has, the
 * total, and the formula with the total filled in.
 */
export function renderBreakdown(
  { items, penaltyPoints }: ScoreBreakdown,
  score: number,
  style: Style,
): readonly string[] {
  const { paint, symbols } = style;
  const decimals = decimalsOf([...items.map((item) => item.penaltyPoints), penaltyPoints]);
  const total = penaltyPoints.toFixed(decimals);
  const width = total.length;
  const smellWidth = Math.max(0, ...items.map(({ smell }) => displayWidth(smell)));
  const rule = symbols.rule.repeat(width);
  return [
    paint.dim('  How the score comes about'),
    ...items.flatMap((item) =>
      renderItem(
        item,
        describeChargedPlace(item, items),
        { points: width, smell: smellWidth, decimals },
        style,
      ),
    ),
    ...(items.length === 0 ? [] : [`${indent}${rule}`]),
    `${indent}${total}  penalty points`,
    `${indent}1 + 9 ${symbols.times} e^(${symbols.minus}${decay} ${symbols.times} ${total}) = ${cutScore(uncutScoreOf(penaltyPoints))}`,
    `${indent}cut to two decimals: ${score.toFixed(2)}`,
  ];
}

interface ItemColumns {
  readonly points: number;
  readonly smell: number;
  readonly decimals: number;
}

function renderItem(
  item: ScoreItem,
  place: string,
  columns: ItemColumns,
  { width }: Style,
): readonly string[] {
  const points = item.penaltyPoints.toFixed(columns.decimals).padStart(columns.points);
  const line = `${indent}${points}  ${padText(item.smell, columns.smell)}  ${place}`;
  if (displayWidth(line) <= width) return [line];
  return [`${indent}${points}  ${item.smell}`, `${indent}${' '.repeat(columns.points)}  ${place}`];
}
