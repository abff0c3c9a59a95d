import type { FileReport, Report } from '../../model/report.ts';
import { isOfInterest } from '../is-of-interest.ts';
import { countOf } from '../plural.ts';
import { describeScoreChange } from '../score-change.ts';
import type { LinkTo } from './card-links.ts';
import { linkPath } from './gates.ts';
import { type Content, html, type Markup } from './markup.ts';
import type { PageSection } from './page.ts';
import { describeScale, renderScoreChange, type Scale, scaleFor } from './score-pictures.ts';
import { changeTag, hotspotTag, showPath } from './words.ts';

/** More rows than this are shown on demand. */
const mostRows = 60;

/** Each file with its score before and after as a picture and as numbers; files without news are listed in short. */
export function changeTableSection(
  { files }: Report,
  changed: readonly FileReport[],
  linkTo: LinkTo,
): PageSection | null {
  if (files.length === 0) return null;
  const quiet = files.filter((file) => !isOfInterest(file));
  const scale = scaleFor(changed);
  const [first, rest] = [changed.slice(0, mostRows), changed.slice(mostRows)];
  return {
    id: 'files',
    title: 'Files',
    count: files.length,
    body: html`${first.length > 0 && renderTable(first, scale, linkTo)}
      ${rest.length > 0 && html`<details class="sub rest"><summary>${countOf(rest.length, 'more file')}</summary>${renderTable(rest, scale, linkTo)}</details>`}
      ${renderQuiet(quiet, changed.length)}`,
  };
}

function renderTable(files: readonly FileReport[], scale: Scale, linkTo: LinkTo): Markup {
  return html`<table class="files"><caption>Score of each file before and after, the largest decline first. ${describeScale(scale)}</caption>
    <thead><tr><th scope="col">File</th><th scope="col">Code Health</th><th scope="col">Findings</th></tr></thead>
    <tbody>${files.map((file) => renderRow(file, scale, linkTo))}</tbody></table>`;
}

function renderRow(file: FileReport, scale: Scale, linkTo: LinkTo): Markup {
  const { scores, note, trend } = describeScoreChange(file);
  const sign =
    trend === 'none' ? null : html`<span aria-hidden="true">${trend === 'down' ? '▼' : '▲'} </span>`;
  return html`<tr class="filterable"><th scope="row">${linkPath(file.path, null, linkTo)}${file.hotspot === true && html` ${hotspotTag}`}${
    file.oldPath !== null && html`<span class="remark block">was ${file.oldPath}</span>`
  }</th><td class="health"><div>${renderScoreChange(file, scale)}<span class="score ${trend}">${sign}${scores}${note !== '' && html` <span class="nowrap">${note}</span>`}</span></div></td>
    <td><span class="tags">${countTags(file)}</span></td></tr>`;
}

function countTags({ findings, moved }: FileReport): readonly Content[] {
  const tags: readonly Content[] = (['introduced', 'degraded', 'improved', 'fixed'] as const).flatMap(
    (changeType) => {
      const count = findings.filter((finding) => finding.changeType === changeType).length;
      return count === 0 ? [] : [changeTag(changeType, count)];
    },
  );
  const moves = moved.length === 0 ? [] : [html`<span class="tag calm">${moved.length} moved</span>`];
  return tags.length + moves.length === 0 ? ['–'] : [...tags, ...moves];
}

function renderQuiet(quiet: readonly FileReport[], others: number): Markup | null {
  if (quiet.length === 0) return null;
  const noun = others === 0 ? 'file' : 'other file';
  return html`<details class="sub"><summary>Nothing got better or worse in ${countOf(quiet.length, noun)}</summary>
    <ul class="plain">${quiet.map(
      (file) =>
        html`<li>${showPath(file.path)} <span class="remark">${describeScoreChange(file).scores}</span></li>`,
    )}</ul></details>`;
}
