import type { Report, ReportStatus } from '../../model/report.ts';
import { averageScores } from '../../report/summarize-scores.ts';
import { describeTotalCoverage } from '../coverage-words.ts';
import { describeCounts } from '../finding-counts.ts';
import { countOf } from '../plural.ts';
import { describeDifference } from '../score-change.ts';
import { describeComparison, verdictSentence } from '../verdict-words.ts';
import type { Section } from './document.ts';
import { code, prose } from './text.ts';

interface VerdictOptions {
  readonly hadFindings?: boolean;
  /** What the heading calls the check. */
  readonly subject?: string;
}

const defaultSubject = 'Code Health';

/** The verdict, what it rests on, and how much care the review deserves. */
export function verdictSection(
  report: Report,
  { hadFindings = false, subject = defaultSubject }: VerdictOptions,
): Section {
  return {
    title: 'verdict',
    head: [
      heading(report, { subject }),
      `**${toSentence(verdictSentence(report))}** ${describeChange(report)}`.trim(),
      ...(hadFindings && isClean(report)
        ? ['**Earlier findings are gone.** There is nothing left to do.']
        : []),
      ...describeReview(report),
    ],
    isRequired: true,
  };
}

const signs: Readonly<Record<ReportStatus, string>> = { passed: '✓', failed: '✗', incomplete: '⚠' };

/** The one heading; `passedWords` where nothing was judged. */
export function heading(
  { status, warnings }: Pick<Report, 'status' | 'warnings'>,
  { subject = defaultSubject, passedWords }: { subject?: string; passedWords?: string | undefined } = {},
): string {
  const words = `${signs[status]} ${prose(subject)}: ${status}`;
  if (status !== 'passed') return `### ${words}`;
  return `### ${passedWords ?? words}${warnings.length === 0 ? '' : ` with ${countOf(warnings.length, 'warning')}`}`;
}

/** A sentence with its capital letter and full stop. */
export function toSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function isClean({ status, summary }: Report): boolean {
  return status === 'passed' && summary.findings.introduced + summary.findings.degraded === 0;
}

/** The scores together, what became of findings, and the coverage. */
function describeChange({ files, summary }: Report): string {
  return [...describeScores(files), ...describeFindings(summary.findings), ...describeCoverage(files)].join(
    ' ',
  );
}

function describeScores(files: Report['files']): readonly string[] {
  const scores = averageScores(files);
  if (scores === null) return [];
  const { before, after } = scores;
  if (before === after) return [`Code Health of the changed files: ${after.toFixed(2)}, as before.`];
  const change = describeDifference(before, after);
  return [`Code Health of the changed files: ${change.scores} ${change.note}.`];
}

function describeFindings(findings: Report['summary']['findings']): readonly string[] {
  const counts = describeCounts(findings);
  return counts === null ? [] : [`Findings: ${counts}.`];
}

function describeCoverage(files: Report['files']): readonly string[] {
  const coverage = describeTotalCoverage(files);
  return coverage === null ? [] : [`Coverage: ${coverage}.`];
}

function describeReview({ reviewLevel }: Report): readonly string[] {
  if (reviewLevel === null) return [];
  return [`**Recommended review: ${reviewLevel.level}** – ${prose(reviewLevel.reason)}`];
}

/** The last line: whose rules, and what was compared. */
export function originSection({ profile, context }: Report): Section {
  const compared = describeComparison(context, (name) => code(name));
  return {
    title: 'origin',
    head: [`${describeProfile(profile)} Compared: ${compared}.`],
    isRequired: true,
  };
}

/** Which profile holds, and where it is from. */
export function describeProfile({ name, origin }: Report['profile']): string {
  return `Profile: ${code(name)}, ${prose(origin)}.`;
}
