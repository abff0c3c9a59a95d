import type { Report } from '../../model/report.ts';
import type { ReviewReport } from '../../model/review.ts';
import { findSmell } from '../../smells/index.ts';
import { adviseOnGates, hasUnmeasured, mendUnmeasured, mostFrequent } from '../next-step-words.ts';
import { html, type Markup } from './markup.ts';
import type { PageSection } from './page.ts';

/** What can be done about a failed or incomplete check. */
export function nextStepSection(report: Report): PageSection | null {
  const { sentences, smells } = adviseOnGates(report.gates);
  return toSection([...(hasUnmeasured(report) ? [mendUnmeasured] : []), ...sentences], smells);
}

/** What can be done about what a review found most often in the worst functions. */
export function reviewStepSection(review: ReviewReport): PageSection | null {
  const { worstFunctions, files } = review;
  const found =
    worstFunctions.length > 0
      ? worstFunctions.flatMap(({ smells }) => smells)
      : files.flatMap(({ findings }) => findings.map(({ smell }) => smell));
  return toSection(hasUnmeasured(review) ? [mendUnmeasured] : [], mostFrequent(found));
}

function toSection(sentences: readonly string[], smells: readonly string[]): PageSection | null {
  if (sentences.length + smells.length === 0) return null;
  return {
    id: 'next-steps',
    title: 'What to do',
    body: html`<ul class="steps">${sentences.map((sentence) => html`<li>${sentence}</li>`)}${smells.map(adviseOnSmell)}</ul>`,
  };
}

/** How to mend a smell, from its documentation; one that this version does not know is named alone. */
function adviseOnSmell(id: string): Markup {
  const smell = findSmell(id);
  return html`<li><b>${smell?.name ?? id}</b>${smell !== undefined && html` – ${smell.fix}`}
    <span class="command"><code>codescene-pr explain ${id}</code></span></li>`;
}
