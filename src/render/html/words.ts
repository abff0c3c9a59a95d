import type { ChangeType, GateStatus, ReportStatus } from '../../model/report.ts';
import type { Band } from '../../score/index.ts';
import { html, type Markup } from './markup.ts';

/** How something looks: its sign stands beside its word, so that the colour is never the only one to say it. */
interface Look {
  readonly sign: string;
  readonly word: string;
  readonly tone: 'bad' | 'warn' | 'good' | 'calm';
}

const changes: Readonly<Record<ChangeType, Look>> = {
  introduced: { sign: '✗', word: 'new', tone: 'bad' },
  degraded: { sign: '▼', word: 'worse', tone: 'bad' },
  improved: { sign: '▲', word: 'better', tone: 'good' },
  fixed: { sign: '✓', word: 'fixed', tone: 'good' },
  unchanged: { sign: '·', word: 'older', tone: 'calm' },
};

const statuses: Readonly<Record<ReportStatus | GateStatus, Look>> = {
  passed: { sign: '✓', word: 'passed', tone: 'good' },
  failed: { sign: '✗', word: 'violated', tone: 'bad' },
  incomplete: { sign: '⚠', word: 'incomplete', tone: 'warn' },
  off: { sign: '–', word: 'off', tone: 'calm' },
  'not-applicable': { sign: '·', word: 'not applicable', tone: 'calm' },
};

const bands: Readonly<Record<Band, Look>> = {
  optimal: { sign: '✓', word: 'optimal', tone: 'good' },
  green: { sign: '✓', word: 'green', tone: 'good' },
  yellow: { sign: '!', word: 'yellow', tone: 'warn' },
  red: { sign: '✗', word: 'red', tone: 'bad' },
};

/** The sign and word of what the change did. */
export function changeTag(change: ChangeType, count?: number): Markup {
  return tag(changes[change], count);
}

/** The sign and word of a gate's verdict. */
export function statusTag(status: GateStatus): Markup {
  return tag(statuses[status]);
}

/** The sign and word of a score's band. */
export function bandTag(band: Band, count?: number): Markup {
  return tag(bands[band], count);
}

/** A word for a severity that should be noticed; advisory is what is usual. */
export function severityTag(severity: 'critical' | 'advisory'): Markup | null {
  return severity === 'critical' ? html`<span class="tag bad outline">critical</span>` : null;
}

export const hotspotTag = html`<span class="tag hot"><span aria-hidden="true">◆</span> hotspot</span>`;

/** The tone of the verdict. */
export function toneOf(status: ReportStatus): Look {
  return statuses[status];
}

function tag({ sign, word, tone }: Look, count?: number): Markup {
  return html`<span class="tag ${tone}"><span aria-hidden="true">${sign}</span> ${count !== undefined && `${count} `}${word}</span>`;
}

/** A path that breaks at its folders, its file name easy to find. */
export function showPath(path: string): Markup {
  const at = path.lastIndexOf('/') + 1;
  const folders = path.slice(0, at).split('/').slice(0, -1);
  return html`<span class="path">${folders.map((folder) => html`${folder}/<wbr>`)}<b>${path.slice(at)}</b></span>`;
}
