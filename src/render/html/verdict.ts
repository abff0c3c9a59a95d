import type { Report, ReportStatus } from '../../model/report.ts';
import { averageScores } from '../../report/summarize-scores.ts';
import { describeTotalCoverage } from '../coverage-words.ts';
import { countOf } from '../plural.ts';
import { describeDifference } from '../score-change.ts';
import { describeComparison, verdictSentence } from '../verdict-words.ts';
import { type Content, html, type Markup } from './markup.ts';
import { changeTag, toneOf } from './words.ts';

/** The verdict in words, the one heading of its rank. */
export const verdictWords: Readonly<Record<ReportStatus, string>> = {
  passed: 'Code Health: passed',
  failed: 'Code Health: failed',
  incomplete: 'Code Health: incomplete',
};

/** The top of the page: the verdict, what it rests on and the figures behind it. */
export function renderHeader(report: Report): Markup {
  const { status, context, profile, reviewLevel, warnings } = report;
  const facts: readonly Fact[] = [
    ['Compared', describeComparison(context)],
    ['Profile', `${profile.name} (${profile.origin})`],
    ...(reviewLevel === null
      ? []
      : [['Recommended review', `${reviewLevel.level}: ${reviewLevel.reason}`] as const]),
  ];
  const title =
    warnings.length > 0 && status === 'passed' ? `with ${countOf(warnings.length, 'warning')}` : null;
  return html`${renderVerdict({ status, title: verdictWords[status], remark: title, sentence: verdictSentence(report) })}
    <div class="figures">${figuresOf(report)}</div>${renderFacts(facts)}`;
}

/** What stands at the very top. */
interface Verdict {
  readonly status: ReportStatus;
  readonly title: string;
  /** Behind the title, in less prominent letters. */
  readonly remark: string | null;
  readonly sentence: string;
  /** Nothing was judged: neither good nor bad. */
  readonly isNeutral?: boolean;
}

export function renderVerdict({ status, title, remark, sentence, isNeutral = false }: Verdict): Markup {
  const { sign, tone } = toneOf(status);
  return html`<div class="verdict ${isNeutral ? 'calm' : tone}">
    <span class="sign" aria-hidden="true">${isNeutral ? '●' : sign}</span>
    <div><h1>${title}${remark !== null && html` <small>${remark}</small>`}</h1>
    <p>${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.</p></div></div>`;
}

export type Fact = readonly [label: string, text: Content];

export function renderFacts(facts: readonly Fact[]): Markup {
  return html`<dl class="facts-list">${facts.map(([label, text]) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl>`;
}

/** A number to be seen from afar, with what it is. */
export function figure(label: string, value: Content, note: Content = null): Markup {
  return html`<div class="figure"><p class="label">${label}</p><p class="value">${value}</p>${note !== null && html`<p class="note">${note}</p>`}</div>`;
}

function figuresOf({ files, summary }: Report): readonly Content[] {
  const scores = averageScores(files);
  const coverage = describeTotalCoverage(files);
  return [
    scores && figure('Code Health of the changed files', ...describeScores(scores)),
    summary.filesAnalyzed > 0 && figure('Findings', describeCounts(summary.findings)),
    figure(
      'Files',
      summary.filesChanged,
      `changed; ${summary.filesAnalyzed} measured, ${summary.filesSkipped} skipped`,
    ),
    coverage !== null &&
      figure(
        'Coverage',
        coverage.split(' of ')[0] ?? coverage,
        coverage.includes(' of ') ? `of ${coverage.split(' of ')[1]}` : null,
      ),
  ];
}

function describeScores({
  before,
  after,
}: NonNullable<ReturnType<typeof averageScores>>): [Content, Content] {
  if (before === after) return [after.toFixed(2), 'as before'];
  const { trend, note } = describeDifference(before, after);
  const sign = trend === 'down' ? '▼' : '▲';
  return [
    html`<span class="was">${before.toFixed(2)} →</span> <span class="${trend}">${after.toFixed(2)}</span>`,
    html`<span class="${trend}"><span aria-hidden="true">${sign}</span> ${note.replace(/[()]/g, '')}</span>, weighted by lines of code`,
  ];
}

function describeCounts(findings: Report['summary']['findings']): Content {
  const present = (['introduced', 'degraded', 'improved', 'fixed'] as const).filter(
    (change) => findings[change] > 0,
  );
  if (present.length === 0) return 'none';
  return html`<span class="tags">${present.map((change) => changeTag(change, findings[change]))}</span>`;
}
