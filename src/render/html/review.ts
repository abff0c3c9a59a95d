import type { ReviewedFile, ReviewReport, ReviewSummary } from '../../model/review.ts';
import { bandOf } from '../../score/index.ts';
import { countOf } from '../plural.ts';
import type { RenderOptions } from '../renderer.ts';
import { describeFloor, isJudged, reviewSentence } from '../review-words.ts';
import { shortHash } from '../verdict-words.ts';
import { type LinkTo, linkToCards } from './card-links.ts';
import { listCards } from './card-list.ts';
import { cardSection } from './card-section.ts';
import { mapSection } from './code-map.ts';
import { reviewCard } from './file-cards.ts';
import { groupFindings } from './finding-groups.ts';
import { gateSection, linkPath } from './gates.ts';
import { html, type Markup } from './markup.ts';
import { reviewStepSection } from './next-steps.ts';
import { type PageSection, renderPage } from './page.ts';
import { originSection, skippedSection, suppressionSection, warningSection } from './remarks.ts';
import { scrollable } from './scrollable.ts';
import { figure, renderFacts, renderVerdict, verdictWords } from './verdict.ts';
import { bandTag, hotspotTag } from './words.ts';

const opensFirst = 3;
const mostRows = 60;
/** The rest of the table ends here. */
const mostOnDemand = 3000;

/** The review as a page. */
export function renderReviewPage(review: ReviewReport, { code }: RenderOptions): string {
  const found = review.files.filter(({ findings }) => findings.length > 0);
  const list = listCards(found, reviewCard, code, opensFirst);
  const linkTo = linkToCards(found, list.ids, ({ path, findings }) => groupFindings(path, findings));
  const { tool, profile, context, warnings, skipped, suppressions } = review;
  return renderPage({
    tool,
    title: titleOf(review),
    header: renderHeader(review),
    sections: [
      gateSection(
        review.gates.filter(({ status }) => status !== 'off'),
        linkTo,
      ),
      reviewStepSection(review),
      warningSection(warnings),
      mapSection(review.files),
      fileSection(review.files, found, linkTo),
      functionSection(review, linkTo),
      cardSection('Findings beside their code', list),
      suppressionSection(suppressions, linkTo),
      skippedSection(skipped, linkTo),
      originSection([
        ['Tool', `${tool.name} ${tool.version}`],
        ['Profile', `${profile.name} (${profile.origin})`],
        ['Reviewed', context.source === null ? 'the working tree' : html`<code>${context.source}</code>`],
      ]),
    ],
  });
}

function titleOf(review: ReviewReport): string {
  return isJudged(review) ? verdictWords[review.status] : 'Code Health: reviewed';
}

function renderHeader(review: ReviewReport): Markup {
  const { status, summary, context, profile, ratchet } = review;
  const floor = describeFloor(review);
  const isNeutral = status === 'passed' && !isJudged(review);
  const { total, critical, advisory } = summary.findings;
  const sentence = reviewSentence(review);
  return html`${renderVerdict({ status, title: isNeutral ? 'Code Health: reviewed' : verdictWords[status], remark: null, sentence, isNeutral })}
    <div class="figures">
      ${summary.score !== null && figure('Code Health on average', html`${summary.score.toFixed(2)} ${bandTag(bandOf(summary.score))}`, `over ${countOf(summary.linesOfCode, 'line')} of code`)}
      ${summary.filesReviewed > 0 && figure('Files', summary.filesReviewed, renderBands(summary))}
      ${figure('Findings', total, `${critical} critical, ${advisory} advisory`)}
    </div>
    ${renderFacts([
      ['Reviewed', context.source === null ? 'the working tree' : shortHash(context.source)],
      ['Profile', `${profile.name} (${profile.origin})`],
      ...(floor === null ? [] : [['Floor', `${floor} (${ratchet?.path ?? ''})`] as const]),
    ])}`;
}

/** How many files have which band: a bar, and the same in words. */
function renderBands({ bands, filesReviewed }: ReviewSummary): Markup {
  const names = ['red', 'yellow', 'green', 'optimal'] as const;
  const present = names.filter((name) => bands[name] > 0);
  let offset = 0;
  const parts = present.map((name) => {
    const width = Math.round((1000 * bands[name]) / filesReviewed) / 10;
    const x = Math.round(offset * 10) / 10;
    offset += width;
    return html`<rect class="b-${name}" x="${x}" y="0" width="${Math.max(0, width - 0.5)}" height="4"/>`;
  });
  return html`<svg class="bands" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>
    <span class="tags">${names.map((name) => bandTag(name, bands[name]))}</span>`;
}

function fileSection(
  files: readonly ReviewedFile[],
  found: readonly ReviewedFile[],
  linkTo: LinkTo,
): PageSection | null {
  if (files.length === 0) return null;
  const first = found.slice(0, mostRows);
  const rest = found.slice(mostRows, mostRows + mostOnDemand);
  const hidden = found.length - first.length - rest.length;
  const healthy = files.length - found.length;
  return {
    id: 'files',
    title: 'Worst files',
    count: found.length,
    body: html`${first.length > 0 && renderTable(first)}
      ${
        rest.length > 0 &&
        html`<details class="sub rest"><summary>${countOf(rest.length, 'more file')} with findings</summary>${renderTable(rest)}
        ${hidden > 0 && html`<p>… and ${countOf(hidden, 'more file')}</p>`}</details>`
      }
      ${healthy > 0 && html`<p class="remark">Nothing is found in ${countOf(healthy, first.length === 0 ? 'file' : 'other file')}.</p>`}`,
  };

  function renderTable(rows: readonly ReviewedFile[]): Markup {
    return html`<table class="files review"><caption>Files with findings, the lowest score first</caption>
      <thead><tr><th scope="col">File</th><th scope="col">Code Health</th><th scope="col" class="num">Lines<span class="wide"> of code</span></th><th scope="col" class="num">Findings</th></tr></thead>
      <tbody>${rows.map(
        ({
          path,
          hotspot,
          score,
          linesOfCode,
          findings,
        }) => html`<tr class="filterable"><th scope="row">${linkPath(path, null, linkTo)}${hotspot === true && html` ${hotspotTag}`}</th>
          <td class="nowrap"><span class="score">${score.toFixed(2)}</span> ${bandTag(bandOf(score))}</td><td class="num">${linesOfCode}</td><td class="num">${findings.length}</td></tr>`,
      )}</tbody></table>`;
  }
}

function functionSection({ worstFunctions }: ReviewReport, linkTo: LinkTo): PageSection | null {
  if (worstFunctions.length === 0) return null;
  return {
    id: 'functions',
    title: 'Worst functions',
    body: html`${scrollable(
      'Worst functions',
      html`<table><caption>By the penalty points of their findings, the most first</caption>
      <thead><tr><th scope="col">Function</th><th scope="col">Place</th><th scope="col" class="num">Points</th><th scope="col" class="num">Complexity</th><th scope="col" class="num">Lines</th><th scope="col" class="num">Depth</th></tr></thead>
      <tbody>${worstFunctions.map(
        (
          fn,
        ) => html`<tr><th scope="row" class="code">${fn.name}</th><td>${linkPath(fn.path, fn.line, linkTo)}</td><td class="num">${fn.penaltyPoints.toFixed(2)}</td>
          <td class="num">${fn.cyclomaticComplexity}</td><td class="num">${fn.linesOfCode}</td><td class="num">${fn.maxNestingDepth}</td></tr>`,
      )}</tbody></table>`,
    )}`,
  };
}
