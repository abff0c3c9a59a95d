import type { Report } from '../model/report.ts';
import { linkToCards } from './html/card-links.ts';
import { listCards } from './html/card-list.ts';
import { cardSection } from './html/card-section.ts';
import { changeTableSection } from './html/change-table.ts';
import { changeCard } from './html/file-cards.ts';
import { groupChanges } from './html/finding-groups.ts';
import { gateSection } from './html/gates.ts';
import { html as markup } from './html/markup.ts';
import { nextStepSection } from './html/next-steps.ts';
import { renderPage } from './html/page.ts';
import {
  expectedChangeSection,
  goalSection,
  improvementSection,
  movedSection,
  originSection,
  skippedSection,
  suppressionSection,
  touchedHotspotSection,
  warningSection,
} from './html/remarks.ts';
import { renderReviewPage } from './html/review.ts';
import { renderHeader, verdictWords } from './html/verdict.ts';
import { isOfInterest } from './is-of-interest.ts';
import type { Renderer, RenderOptions } from './renderer.ts';
import { worstFirst } from './worst-first.ts';

/** So many files are open from the start. */
const opensFirst = 8;

/** The report as one page that needs nothing else: no network, no script to read it, light and dark, for print too. */
export const html: Renderer = {
  id: 'html',
  showsCode: true,
  render: renderCheckPage,
  renderReview: renderReviewPage,
};

function renderCheckPage(report: Report, { code }: RenderOptions): string {
  const { tool, status, files, context, profile, skipped, suppressions, warnings } = report;
  const changed = worstFirst(files.filter(isOfInterest));
  const list = listCards(changed, changeCard, code, opensFirst);
  const linkTo = linkToCards(changed, list.ids, groupChanges);
  const commit = (hash: string | null, otherwise: string) =>
    hash === null ? otherwise : markup`<code>${hash}</code>`;
  return renderPage({
    tool,
    title: verdictWords[status],
    header: renderHeader(report),
    sections: [
      gateSection(report.gates, linkTo),
      nextStepSection(report),
      warningSection(warnings),
      changeTableSection(report, changed, linkTo),
      cardSection('Findings beside their code', list),
      improvementSection(report, linkTo),
      touchedHotspotSection(report, linkTo),
      movedSection(report, linkTo),
      goalSection(report, linkTo),
      expectedChangeSection(report, linkTo),
      suppressionSection(suppressions, linkTo),
      skippedSection(skipped, linkTo),
      originSection([
        ['Tool', `${tool.name} ${tool.version}`],
        ['Profile', `${profile.name} (${profile.origin})`],
        [
          'Judged',
          commit(context.source, context.sourceKind === 'index' ? 'the staged changes' : 'the working tree'),
        ],
        ['Merge base', commit(context.mergeBase, 'none')],
        [
          'Target',
          markup`${context.targetRef !== null && `${context.targetRef} `}${commit(context.target, 'none')}`,
        ],
      ]),
    ],
  });
}
