import { describeGoal } from '../../gate/index.ts';
import type { FileReport, MovedFunction, Report, SkippedFile, Suppression } from '../../model/report.ts';
import { isLeftAsItIs } from '../../report/report-goals.ts';
import { compareKeys, isImprovement, rankOf } from '../../report/worst-first.ts';
import { decay } from '../../score/index.ts';
import { countOf } from '../plural.ts';
import { describeScoreChange } from '../score-change.ts';
import type { LinkTo } from './card-links.ts';
import { enumerate, linkPath } from './gates.ts';
import { type Content, html, type Markup } from './markup.ts';
import type { PageSection } from './page.ts';
import { changeTag } from './words.ts';

/** More entries than this are shown on demand. */
const mostEntries = 20;
/** The rest of a list ends here. */
const mostOnDemand = 1000;

/** A list with a heading; nothing where there are no entries. */
function listSection(
  id: string,
  title: string,
  entries: readonly Markup[],
  head: Content = null,
): PageSection | null {
  if (entries.length === 0) return null;
  const rest = entries.slice(mostEntries, mostEntries + mostOnDemand);
  const hidden = entries.length - mostEntries - rest.length;
  return {
    id,
    title,
    count: entries.length,
    body: html`${head}<ul class="plain">${entries.slice(0, mostEntries)}</ul>
      ${
        rest.length > 0 &&
        html`<details class="sub"><summary>${countOf(rest.length, 'more entry', 'more entries')}</summary>
        <ul class="plain">${rest}${hidden > 0 && html`<li>… and ${hidden} more</li>`}</ul></details>`
      }`,
  };
}

/** What got better, the most important first. */
export function improvementSection({ files }: Report, linkTo: LinkTo): PageSection | null {
  const found = files
    .flatMap((file) => file.findings.filter(isImprovement).map((finding) => ({ file, finding })))
    .sort((a, b) => compareKeys([...rankOf(a.finding), a.file.path], [...rankOf(b.finding), b.file.path]));
  return listSection(
    'improvements',
    'What got better',
    found.map(
      ({ file, finding: { changeType, name, message, line } }) =>
        html`<li>${changeTag(changeType)} ${linkPath(file.path, changeType === 'fixed' ? null : line, linkTo)} <b>${name}</b> <span class="message">${message}</span></li>`,
    ),
  );
}

/** Functions that the change took from file to file: what was found in them is no news. */
export function movedSection({ files }: Report, linkTo: LinkTo): PageSection | null {
  const arrivals = files.flatMap((file) =>
    file.moved.filter(({ direction }) => direction === 'in').map((moved) => movedEntry(file, moved, linkTo)),
  );
  return listSection('moved', 'Moved with what was found in them', arrivals);
}

function movedEntry({ path }: FileReport, moved: MovedFunction, linkTo: LinkTo): Markup {
  const { line, otherPath, otherFunction, smells } = moved;
  const wasCalled =
    otherFunction === moved.function ? null : html`, where it was called <code>${otherFunction}</code>`;
  return html`<li>${linkPath(path, line, linkTo)} <code>${moved.function}</code> came from ${linkPath(otherPath, null, linkTo)}${wasCalled} <span class="remark">${smells.join(', ')}</span></li>`;
}

/** The hotspots that a change touches. */
export function touchedHotspotSection({ files }: Report, linkTo: LinkTo): PageSection | null {
  const hotspots = files.filter(({ hotspot }) => hotspot === true);
  return listSection(
    'hotspots',
    'Hotspots touched',
    hotspots.map((file) => {
      const { scores, note, trend } = describeScoreChange(file);
      return html`<li>${linkPath(file.path, null, linkTo)} <span class="score ${trend}">${scores} ${note}</span></li>`;
    }),
    html`<p>Files that are complex and change often: here a decline costs the most.</p>`,
  );
}

export function goalSection({ files }: Report, linkTo: LinkTo): PageSection | null {
  return listSection(
    'goals',
    'Goals',
    files.flatMap((file) => {
      if (file.goal === null) return [];
      const left =
        isLeftAsItIs(file) &&
        html` <span class="tag warn"><span aria-hidden="true">⚠</span> touched and left as it is</span>`;
      return [html`<li>${linkPath(file.path, null, linkTo)} ${describeGoal(file.goal)}${left}</li>`];
    }),
  );
}

/** Files that history lets expect in the change. */
export function expectedChangeSection({ expectedChanges }: Report, linkTo: LinkTo): PageSection | null {
  return listSection(
    'expected-changes',
    'Usually changed together, but not now',
    expectedChanges.map(
      ({ path, expectedPath, sharedCommits, commits }) =>
        html`<li>${linkPath(expectedPath, null, linkTo)} changed in ${sharedCommits} of the ${countOf(commits, 'commit')} to ${linkPath(path, null, linkTo)}</li>`,
    ),
  );
}

/** What is suppressed; a review has no older side, and so nothing that was added. */
export function suppressionSection(suppressions: readonly Suppression[], linkTo: LinkTo): PageSection | null {
  const ordered = [...suppressions].sort((a, b) => Number(b.added) - Number(a.added));
  return listSection(
    'suppressions',
    'Suppressions',
    ordered.map((each) => {
      const where = each.function === null ? 'the file' : html`<code>${each.function}</code>`;
      return html`<li>${each.added && html`<span class="tag warn"><span aria-hidden="true">⚠</span> added by this change</span> `}${
        !each.honoured &&
        html`<span class="tag bad"><span aria-hidden="true">✗</span> ignored until it stands on the target</span> `
      }${linkPath(each.path, each.line, linkTo)} <code>${each.smell}</code> in ${where}</li>`;
    }),
  );
}

/** Files that were not measured, those first that should have been. */
export function skippedSection(skipped: readonly SkippedFile[], linkTo: LinkTo): PageSection | null {
  const ordered = [...skipped].sort((a, b) => Number(b.unmeasured) - Number(a.unmeasured));
  return listSection(
    'not-measured',
    'Not measured',
    ordered.map(
      ({ path, line, reason, unmeasured }) =>
        html`<li>${unmeasured && html`<span class="tag bad"><span aria-hidden="true">✗</span> should have been</span> `}${linkPath(path, line, linkTo)} <span class="message">${reason}</span></li>`,
    ),
  );
}

export function warningSection(warnings: readonly string[]): PageSection | null {
  return listSection(
    'warnings',
    'Warnings',
    warnings.map(
      (warning) =>
        html`<li><span class="tag warn"><span aria-hidden="true">⚠</span> warning</span> ${warning}</li>`,
    ),
  );
}

/** How the figures come about. */
export function originSection(facts: readonly (readonly [string, Content])[]): PageSection {
  const formula = enumerate([
    html`1 + 9 · e<sup>−${decay} · penalty points</sup>`,
    'never below 1',
    'cut to two decimals',
  ]);
  return {
    id: 'origin',
    title: 'How it was measured',
    body: html`<dl class="facts-list wide">${facts.map(([label, text]) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}
      <div><dt>Score of a file</dt><dd>${formula}. Each finding costs penalty points; the items of a file stand at its end.</dd></div>
      <div><dt>Bands</dt><dd>optimal at 10.0, green from 9.0, yellow from 4.0, red below.</dd></div></dl>`,
  };
}
