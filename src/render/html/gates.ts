import type { GateCondition, GateResult } from '../../model/report.ts';
import { countOf } from '../plural.ts';
import type { LinkTo } from './card-links.ts';
import { type Content, html, joinBy, type Markup } from './markup.ts';
import type { PageSection } from './page.ts';
import { showPath, statusTag } from './words.ts';

/** A gate of a check or of a review. */
type AnyGate = Pick<GateResult, 'status' | 'conditions'> & { readonly gate: string };

/** More conditions of a gate than this are shown on demand. */
const mostConditions = 8;
/** The rest of them ends here. */
const mostOnDemand = 500;

/** Each violated gate with its conditions, then the others in short. */
export function gateSection(gates: readonly AnyGate[], linkTo: LinkTo): PageSection | null {
  if (gates.length === 0) return null;
  const violated = gates.filter(({ status }) => status === 'failed');
  const others = gates.filter(({ status }) => status !== 'failed');
  return {
    id: 'gates',
    title: 'Gates',
    body: html`${violated.map((gate) => renderViolated(gate, linkTo))}
      ${others.length > 0 && html`<ul class="gates">${others.map(({ gate, status }) => html`<li>${statusTag(status)} <code>${gate}</code></li>`)}</ul>`}`,
  };
}

function renderViolated({ gate, conditions, status }: AnyGate, linkTo: LinkTo): Markup {
  const show = (some: readonly GateCondition[]) =>
    html`<ul class="conditions">${some.map((condition) => renderCondition(condition, linkTo))}</ul>`;
  const rest = conditions.slice(mostConditions, mostConditions + mostOnDemand);
  const hidden = conditions.length - mostConditions - rest.length;
  return html`<div class="gate"><h3>${statusTag(status)} <code>${gate}</code></h3>
    ${show(conditions.slice(0, mostConditions))}
    ${
      rest.length > 0 &&
      html`<details class="sub"><summary>${countOf(rest.length + Math.max(0, hidden), 'more violation')}</summary>
      ${show(rest)}${hidden > 0 && html`<p class="remark">… and ${hidden} more</p>`}</details>`
    }</div>`;
}

function renderCondition({ path, line, message }: GateCondition, linkTo: LinkTo): Markup {
  return html`<li>${linkPath(path, line, linkTo)} <span class="message">${message}</span></li>`;
}

/** A place, which leads to the card of its file where there is one. */
export function linkPath(path: string, line: number | null, linkTo: LinkTo): Markup {
  const id = linkTo(path, line);
  const place = html`${showPath(path)}${line !== null && html`<span class="line">:${line}</span>`}`;
  return id === null
    ? html`<span class="place">${place}</span>`
    : html`<a class="place" href="#${id}">${place}</a>`;
}

/** Texts as a sentence's list: "one, two". */
export function enumerate(contents: readonly Content[]): Markup {
  return html`${joinBy(contents, ', ')}`;
}
