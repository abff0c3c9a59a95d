import type { DeltaFinding, FileReport, Finding } from '../../model/report.ts';
import type { ReviewedFile } from '../../model/review.ts';
import type { SourceCode } from '../../model/source-code.ts';
import { bandOf } from '../../score/index.ts';
import { describeFileCoverage } from '../coverage-words.ts';
import { countOf } from '../plural.ts';
import { describeScoreChange } from '../score-change.ts';
import { renderBreakdown } from './breakdown.ts';
import { groupId } from './card-links.ts';
import { renderPanes } from './code-panes.ts';
import { type FindingGroup, gotWorse, groupChanges, groupFindings } from './finding-groups.ts';
import { renderFunctions } from './functions-table.ts';
import { type Content, html, type Markup } from './markup.ts';
import { bandTag, changeTag, hotspotTag, severityTag, showPath } from './words.ts';

/** How a card is to be shown. */
export interface CardOptions {
  readonly id: string;
  readonly isOpen: boolean;
  /** The code that findings speak of; `null` for none. */
  readonly code: SourceCode | null;
}

/** More groups of findings than this in a file are shown without their code. */
const mostPanes = { check: 25, review: 6 };
const mostOlder = 50;

/** A changed file: each finding beside its code, then what its score is made of. */
export function changeCard(file: FileReport, { id, isOpen, code }: CardOptions): Markup {
  const { scores, note, trend } = describeScoreChange(file);
  const groups = groupChanges(file);
  const body = html`
    ${groups.map((group, index) =>
      renderGroup(group, changeItem, index < mostPanes.check ? code : null, {
        path: file.path,
        id: groupId(id, index),
        kind: gotWorse(group) ? 'worse' : 'better',
      }),
    )}
    ${renderOlder(file.unchanged)}
    ${file.scoreBreakdown && file.newScore !== null && renderBreakdown(file.scoreBreakdown, file.newScore)}
    ${code && renderFunctions(file.functions)}`;
  return card(
    file,
    { id, isOpen },
    html`<span class="score ${trend}">${scores} ${note}</span>`,
    remarksOn(file),
    body,
  );
}

/** A reviewed file: what is found in it beside its code. */
export function reviewCard(file: ReviewedFile, { id, isOpen, code }: CardOptions): Markup {
  const { path, score, findings, functions, linesOfCode } = file;
  const groups = groupFindings(path, findings);
  const body = html`
    ${groups.map((group, index) =>
      renderGroup(group, reviewItem, index < mostPanes.review ? code : null, {
        path,
        id: groupId(id, index),
        kind: 'found',
      }),
    )}
    ${renderBreakdown(file.scoreBreakdown, score)}
    ${code && renderFunctions(functions)}`;
  const remarks = [
    countOf(linesOfCode, 'line of code', 'lines of code'),
    countOf(findings.length, 'finding'),
  ];
  const shown = html`<span class="score">${score.toFixed(2)}</span> ${bandTag(bandOf(score))}`;
  return card(file, { id, isOpen }, shown, remarks, body);
}

function card(
  { path, hotspot }: Pick<FileReport, 'path' | 'hotspot'>,
  { id, isOpen }: Pick<CardOptions, 'id' | 'isOpen'>,
  score: Markup,
  remarks: readonly string[],
  body: Markup,
): Markup {
  const open = isOpen ? html` open` : null;
  return html`<details class="card" id="${id}"${open}>
    <summary><h3>${showPath(path)}</h3><span class="facts">${score}${hotspot === true && html` ${hotspotTag}`}${remarks.map(
      (remark) => html` <span class="remark">${remark}</span>`,
    )}</span></summary>
    <div class="card-body">${body}</div></details>`;
}

function remarksOn(file: FileReport): readonly string[] {
  const coverage = describeFileCoverage(file);
  return [
    ...(file.oldPath === null ? [] : [`was ${file.oldPath}`]),
    ...(file.pathIsExact === false ? ['its path is not valid UTF-8'] : []),
    ...(file.oldScoreWithMoves === null
      ? []
      : [`with the functions that came from other files: ${file.oldScoreWithMoves.toFixed(2)} before`]),
    ...(coverage === null ? [] : [`coverage ${coverage}`]),
    ...uncoveredLines(file),
  ];
}

const mostRanges = 8;

function uncoveredLines({ coverage }: FileReport): readonly string[] {
  const ranges = coverage?.uncovered ?? [];
  if (ranges.length === 0) return [];
  const shown = ranges
    .slice(0, mostRanges)
    .map(({ line, endLine }) => (line === endLine ? line : `${line}–${endLine}`));
  const more = ranges.length > shown.length ? ' …' : '';
  return [`not covered: lines ${shown.join(', ')}${more}`];
}

interface GroupOptions {
  readonly path: string;
  readonly id: string;
  readonly kind: 'worse' | 'better' | 'found';
}

function renderGroup<F extends Finding>(
  group: FindingGroup<F>,
  showItem: (finding: F) => Markup,
  code: SourceCode | null,
  { path, id, kind }: GroupOptions,
): Markup {
  const title: Content =
    group.function === null ? 'The file as a whole' : html`<code>${group.function}</code>`;
  return html`<section class="group ${kind}" id="${id}">
    <h4>${title}</h4>
    <ul class="findings">${group.findings.map(showItem)}</ul>
    ${code && renderPanes(group, code, { path, isReview: kind === 'found' })}</section>`;
}

function changeItem({ changeType, severity, name, message }: DeltaFinding): Markup {
  return html`<li>${changeTag(changeType)} <b>${name}</b> ${severityTag(severity)} <span class="message">${message}</span></li>`;
}

function reviewItem({ severity, name, message, line }: Finding): Markup {
  return html`<li><b>${name}</b> ${severityTag(severity)} <span class="message">${message}</span> <span class="remark">line ${line}</span></li>`;
}

function renderOlder(findings: readonly Finding[]): Markup | null {
  if (findings.length === 0) return null;
  const shown = findings.slice(0, mostOlder);
  const hidden = findings.length - shown.length;
  return html`<details class="sub"><summary>${countOf(findings.length, 'older finding')}, as before</summary>
    <ul class="findings">${shown.map(reviewItem)}${hidden > 0 && html`<li>… and ${hidden} more</li>`}</ul></details>`;
}
