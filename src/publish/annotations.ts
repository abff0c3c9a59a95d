import { createHash } from 'node:crypto';
import type { DeltaFinding } from '../model/finding.ts';
import type { FeedbackSettings } from '../model/profile.ts';
import type { FileReport, Report } from '../model/report.ts';
import { compareKeys, isImprovement, rankOf, type SortKey } from '../report/worst-first.ts';
import { smells } from '../smells/index.ts';
import { cutText } from '../text/cut-text.ts';
import { escapeText } from '../text/escape-text.ts';
import type { Annotation } from './annotation.ts';
import { limits } from './limits.ts';
import { uncoveredAnnotations } from './uncovered-annotations.ts';

/** The annotations of a report, and what is left out of them. */
export interface AnnotationPlan {
  /** Worst first, at most as many as a report can hold. */
  readonly annotations: readonly Annotation[];
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

function toAnnotation({ file, finding, externalId }: Candidate): Annotation {
  return {
    externalId,
    path: file.path,
    line: lineOnHead(file, finding),
    summary: cutText(summarize(finding), limits.summaryLength),
    details: cutText(describe(finding), limits.annotationDetailsLength),
    isImprovement: isImprovement(finding),
    severity: severityOf(finding),
  };
}

function severityOf(finding: DeltaFinding): Annotation['severity'] {
  if (isImprovement(finding)) return 'low';
  return finding.severity === 'critical' ? 'high' : 'medium';
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
    describePlace(finding),
    `Rule: ${finding.name} (${finding.severity}).`,
    ...(isImprovement(finding) ? ['This got better: there is nothing to do.'] : adviceFor(finding)),
  ];
  return lines.map(escapeText).join('\n');
}

/** The lines of what got better are partly those of the old side. */
function describePlace(finding: DeltaFinding): string {
  const { function: name, line, endLine } = finding;
  if (name === null) return 'On the file as a whole.';
  if (isImprovement(finding)) return `Function: ${name}`;
  return `Function: ${name}, ${line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`}`;
}

/** What a developer needs who has no terminal at hand; a result of another version may know other smells. */
function adviceFor({ smell: id }: DeltaFinding): readonly string[] {
  const smell = smells.find((candidate) => candidate.id === id);
  return [
    ...(smell ? [`Why it matters: ${smell.why}`, `What to do: ${smell.fix}`] : []),
    `More, with an example: codescene-pr explain ${id}`,
  ];
}

/** So many findings without an annotation are named; the others are counted. */
const mostNamed = 3;

/** What the annotations leave out, a sentence each. */
export function describeAnnotationGaps(plan: AnnotationPlan): readonly string[] {
  const { annotations, overflow, onDeletedFiles, onInexactPaths } = plan;
  const total = annotations.length + overflow;
  return [
    ...(overflow > 0
      ? [
          `Annotations: the worst ${annotations.length} of ${total}; ${overflow} more find no room on the report, --output json=<path> keeps all.`,
        ]
      : []),
    ...(onDeletedFiles > 0 ? [`Not annotated: ${onDeletedFiles} on deleted files.`] : []),
    ...describeInexactPaths(onInexactPaths),
  ];
}

/** As there is no place for them but the report, the first of them are named. */
function describeInexactPaths(findings: readonly string[]): readonly string[] {
  if (findings.length === 0) return [];
  const named = findings.slice(0, mostNamed).map((finding) => `Not annotated: ${finding}`);
  const left = findings.length - named.length;
  const rest = left === 0 ? [] : [`Not annotated: ${left} more on such paths.`];
  return [`Not annotated: ${findings.length} on paths that are not UTF-8.`, ...named, ...rest];
}
