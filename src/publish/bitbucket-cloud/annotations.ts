import { createHash } from 'node:crypto';
import type { DeltaFinding } from '../../model/finding.ts';
import type { FeedbackSettings } from '../../model/profile.ts';
import type { FileReport, Report } from '../../model/report.ts';
import { compareKeys, isImprovement, rankOf, type SortKey } from '../../report/worst-first.ts';
import { cutText } from '../../text/cut-text.ts';
import { escapeText } from '../../text/escape-text.ts';
import { formatNumber } from '../format-number.ts';
import type { AnnotationPayload } from './annotation-payload.ts';
import { limits } from './limits.ts';
import { uncoveredAnnotations } from './uncovered-annotations.ts';

/** The annotations of a report, and what is left out of them. */
export interface AnnotationPlan {
  /** Worst first, at most as many as a report can hold. */
  readonly annotations: readonly AnnotationPayload[];
  /** Findings, and stretches of uncovered lines, that there is no more room for. */
  readonly overflow: number;
  /** Findings of deleted files: there is no line to put them on. */
  readonly onDeletedFiles: number;
  /** Findings of files whose path cannot be written as text: place and message of each, worst first. */
  readonly onInexactPaths: readonly string[];
}

/** A finding with its file and identity, before it is known whether there is room for it. */
interface Candidate {
  readonly file: FileReport;
  readonly finding: DeltaFinding;
  readonly externalId: string;
}

/**
 * Turns the findings of a report into annotations: those that a switch of the profile allows, worst first; and behind
 * them the lines that no test covers, where the profile asks for these.
 *
 * CRITICAL is not used: Bitbucket shows it for security alarms, which a code smell is not.
 *
 * @param reportId prefixes the identity of each annotation.
 */
export function planAnnotations(
  report: Report,
  switches: FeedbackSettings['annotations'],
  reportId: string,
): AnnotationPlan {
  const wanted = report.files.map((file) => ({
    file,
    findings: file.findings.filter((finding) => isWanted(finding, switches)),
  }));
  const count = (matches: (file: FileReport) => boolean): number =>
    wanted.reduce((sum, { file, findings }) => sum + (matches(file) ? findings.length : 0), 0);

  const shown = wanted.filter(({ file }) => file.change !== 'deleted' && hasExactPath(file));
  const candidates = shown
    .flatMap(({ file, findings }) => identify(file, findings, reportId))
    .map((candidate) => ({ candidate, key: sortKey(candidate) }))
    .sort((first, second) => compareKeys(first.key, second.key))
    .map(({ candidate }) => candidate);
  const uncovered = switches.uncoveredLines
    ? uncoveredAnnotations(
        shown.map(({ file }) => file),
        reportId,
      )
    : [];
  const all = [...candidates.map(toAnnotation), ...uncovered];
  const annotations = all.slice(0, limits.annotationsPerReport);
  return {
    annotations,
    overflow: all.length - annotations.length,
    onDeletedFiles: count((file) => file.change === 'deleted'),
    onInexactPaths: wanted
      .filter(({ file }) => file.change !== 'deleted' && !hasExactPath(file))
      .flatMap(({ file, findings }) => identify(file, findings, reportId))
      .sort((first, second) => compareKeys(sortKey(first), sortKey(second)))
      .map(({ file, finding }) => `${file.path}:${finding.line}: ${finding.message}`),
  };
}

function isWanted(finding: DeltaFinding, switches: FeedbackSettings['annotations']): boolean {
  if (finding.changeType === 'unchanged') return false;
  return isImprovement(finding) ? switches.improvements : switches.degradations;
}

function hasExactPath(file: FileReport): boolean {
  return file.pathIsExact !== false && file.path !== '' && !/\p{Surrogate}/u.test(file.path);
}

/**
 * Gives each finding an identity that outlives a push: no line and no number goes into it. Findings that are
 * alike in everything that does are told apart by their order.
 */
function identify(
  file: FileReport,
  findings: readonly DeltaFinding[],
  reportId: string,
): readonly Candidate[] {
  const occurrences = new Map<string, number>();
  return findings.map((finding) => {
    const identity = [file.path, finding.smell, finding.function, finding.changeType];
    const key = JSON.stringify(identity);
    const occurrence = occurrences.get(key) ?? 0;
    occurrences.set(key, occurrence + 1);
    const hash = createHash('sha256')
      .update(JSON.stringify([...identity, occurrence]))
      .digest('hex');
    return { file, finding, externalId: `${reportId}-${hash.slice(0, 32)}` };
  });
}

function sortKey({ file, finding, externalId }: Candidate): SortKey {
  return [...rankOf(finding), file.path, finding.line, externalId];
}

function toAnnotation({ file, finding, externalId }: Candidate): AnnotationPayload {
  const line = lineOnHead(file, finding);
  return {
    external_id: externalId,
    annotation_type: 'CODE_SMELL',
    path: file.path,
    ...(line === null ? {} : { line }),
    summary: cutText(summarize(finding), limits.summaryLength),
    details: cutText(describe(finding), limits.annotationDetailsLength),
    result: isImprovement(finding) ? 'PASSED' : 'FAILED',
    severity: severityOf(finding),
  };
}

function severityOf(finding: DeltaFinding): AnnotationPayload['severity'] {
  if (isImprovement(finding)) return 'LOW';
  return finding.severity === 'critical' ? 'HIGH' : 'MEDIUM';
}

/**
 * The line on the source commit. A fixed finding knows only where it stood on the old side: it is put on the
 * function of that name where the head has exactly one, else on no line.
 */
function lineOnHead(file: FileReport, finding: DeltaFinding): number | null {
  if (finding.changeType !== 'fixed') return usableLine(finding.line);
  const named = file.functions.filter(({ name }) => name === finding.function);
  return named.length === 1 ? usableLine(named[0]?.line ?? 0) : null;
}

function usableLine(line: number): number | null {
  return Number.isInteger(line) && line >= 1 ? line : null;
}

const changeWords: Readonly<Record<DeltaFinding['changeType'], string>> = {
  introduced: 'Introduced',
  degraded: 'Degraded',
  improved: 'Improved',
  fixed: 'Fixed',
  unchanged: 'Unchanged',
};

function summarize(finding: DeltaFinding): string {
  return escapeText(`${changeWords[finding.changeType]}: ${finding.name}. ${finding.message}`);
}

function describe(finding: DeltaFinding): string {
  const lines = [
    finding.function === null ? 'On the file.' : `Function: ${finding.function}`,
    `${changeWords[finding.changeType]}: ${describeValues(finding)}.`,
    `Rule: ${finding.name} (${finding.severity}).`,
    `Why it matters and how to fix it: codescene-pr explain ${finding.smell}`,
  ];
  return lines.map(escapeText).join('\n');
}

function describeValues({ changeType, measured, before, limit }: DeltaFinding): string {
  const allowed = `the limit is ${formatNumber(limit)}`;
  if (changeType === 'fixed') return `was ${formatNumber(before ?? measured)}, ${allowed}`;
  const values = before === null ? [measured] : [before, measured];
  return `${values.map(formatNumber).join(' → ')}, ${allowed}`;
}
