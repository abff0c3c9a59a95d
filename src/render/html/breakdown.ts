import type { ScoreBreakdown } from '../../model/report.ts';
import { decay, uncutScoreOf } from '../../score/index.ts';
import { cutScore, describeChargedPlace } from '../breakdown-words.ts';
import { decimalsOf } from '../penalty-points.ts';
import { html, type Markup } from './markup.ts';

/** More items than this make no table that is read. */
const mostItems = 200;

/** The sum that a score is made of, to be done again by hand; `null` where nothing lowers it. */
export function renderBreakdown({ items, penaltyPoints }: ScoreBreakdown, score: number): Markup | null {
  if (items.length === 0) return null;
  const decimals = decimalsOf([...items.map((item) => item.penaltyPoints), penaltyPoints]);
  const total = penaltyPoints.toFixed(decimals);
  const shown = [...items].sort((a, b) => b.penaltyPoints - a.penaltyPoints).slice(0, mostItems);
  const hidden = items.length - shown.length;
  return html`<details class="sub"><summary>How the score of ${score.toFixed(2)} comes about</summary>
    <table><caption>Penalty points, the most first</caption>
      <thead><tr><th scope="col">Smell</th><th scope="col">Where</th><th scope="col" class="num">Points</th></tr></thead>
      <tbody>${shown.map(
        (item) => html`<tr><td>${item.smell}</td><td class="code">${describeChargedPlace(item, items)}</td>
          <td class="num">${item.penaltyPoints.toFixed(decimals)}</td></tr>`,
      )}${hidden > 0 && html`<tr><td colspan="3">… and ${hidden} more</td></tr>`}</tbody>
      <tfoot><tr><th scope="row" colspan="2">Together</th><td class="num">${total}</td></tr></tfoot>
    </table>
    <p class="formula">1 + 9 · e<sup>−${decay} · ${total}</sup> = ${cutScore(uncutScoreOf(penaltyPoints))}, cut to two decimals: <b>${score.toFixed(2)}</b></p>
  </details>`;
}
