import type { FileReport } from '../../model/report.ts';
import { describeScoreChange } from '../score-change.ts';
import { html, type Markup } from './markup.ts';

/** The picture of a score change lies between two whole scores; the upper one is always 10. */
export interface Scale {
  readonly lowest: number;
}

const highest = 10;
const width = 168;
const middle = 9;
const margin = 9;

/** A scale for all files of a list, so that their pictures can be compared. */
export function scaleFor(files: readonly Pick<FileReport, 'oldScore' | 'newScore'>[]): Scale {
  const scores = files.flatMap(({ oldScore, newScore }) => [oldScore ?? highest, newScore ?? highest]);
  const least = scores.reduce((lowest, score) => Math.min(lowest, score), highest - 1);
  return { lowest: Math.max(1, Math.ceil(least) - 1) };
}

/** What the pictures of a list show, in a sentence. */
export function describeScale({ lowest }: Scale): string {
  return `Pictures go from ${lowest} to ${highest}: a ring before, an arrowhead after the change; a dot for a file that is new.`;
}

/**
 * The score before (a ring) and after (an arrowhead in the direction of the change, a dot where there is none) on a
 * line. The direction tells better from worse without its colour; the same stands beside it as numbers.
 */
export function renderScoreChange(file: FileReport, { lowest }: Scale): Markup {
  const at = (score: number) =>
    round(margin + ((score - lowest) / (highest - lowest)) * (width - 2 * margin));
  const { trend, scores } = describeScoreChange(file);
  const before = file.oldScore === null ? null : at(file.oldScore);
  const after = file.newScore === null ? null : at(file.newScore);
  const ticks = Array.from({ length: highest - lowest + 1 }, (_, index) => at(lowest + index));
  const tickPath = ticks.map((x) => `M${x} 5v8`).join('');
  return html`<svg class="change ${trend}" viewBox="0 0 ${width} ${2 * middle}" role="img">
    <title>Code Health ${scores}</title>
    <path class="axis" d="M${margin} ${middle}H${width - margin}${tickPath}"/>
    ${before !== null && after !== null && html`<path class="span" d="M${before} ${middle}H${after}"/>`}
    ${before !== null && html`<circle class="before" cx="${before}" cy="${middle}" r="4"/>`}
    ${after !== null && renderAfter(after, trend)}
  </svg>`;
}

function renderAfter(x: number, trend: 'down' | 'up' | 'none'): Markup {
  if (trend === 'none') return html`<circle class="after" cx="${x}" cy="${middle}" r="4"/>`;
  const towards = trend === 'down' ? -5 : 5;
  const back = round(x - towards);
  return html`<path class="after" d="M${round(x + towards)} ${middle}L${back} ${middle - 6}V${middle + 6}Z"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
