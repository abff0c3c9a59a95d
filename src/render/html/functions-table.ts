import type { ReportedFunction } from '../../model/report.ts';
import { countOf } from '../plural.ts';
import { html, type Markup } from './markup.ts';
import { scrollable } from './scrollable.ts';

const mostFunctions = 150;

/** Every function of a file with what was measured, on demand; `null` where there is none. */
export function renderFunctions(functions: readonly ReportedFunction[]): Markup | null {
  if (functions.length === 0) return null;
  const shown = functions.slice(0, mostFunctions);
  const hidden = functions.length - shown.length;
  return html`<details class="sub"><summary>${countOf(functions.length, 'function')} with what was measured</summary>
    ${scrollable(
      'Functions',
      html`<table><caption>Functions, in the order of the file</caption>
      <thead><tr><th scope="col">Function</th>${columns.map(({ title }) => html`<th scope="col" class="num">${title}</th>`)}</tr></thead>
      <tbody>${shown.map(
        (fn) =>
          html`<tr><th scope="row" class="code">${fn.name}${!fn.counted && html` <span class="remark">not counted in the score</span>`}</th>${columns.map(
            ({ value }) => html`<td class="num">${value(fn)}</td>`,
          )}</tr>`,
      )}${hidden > 0 && html`<tr><td colspan="${columns.length + 1}">… and ${countOf(hidden, 'more function')}</td></tr>`}</tbody>
    </table>`,
    )}</details>`;
}

const columns: readonly {
  readonly title: string;
  readonly value: (fn: ReportedFunction) => number;
}[] = [
  { title: 'Line', value: ({ line }) => line },
  { title: 'Lines of code', value: ({ linesOfCode }) => linesOfCode },
  { title: 'Complexity', value: ({ cyclomaticComplexity }) => cyclomaticComplexity },
  { title: 'Depth', value: ({ maxNestingDepth }) => maxNestingDepth },
  { title: 'Bumps', value: ({ bumps }) => bumps },
  { title: 'Arguments', value: ({ parameters }) => parameters },
];
