import type { ChangeType, DeltaFinding, Finding } from '../model/finding.ts';
import type { FileMetrics } from '../model/metrics.ts';
import { compareText } from '../score/index.ts';
import { describeChangedValue, describeFixed } from './describe-change.ts';
import { type Identities, identifyFindings } from './identify-findings.ts';
import { type FindingPair, pairFindings, visibleValue } from './pair-findings.ts';

/** One side of a changed file. */
export interface ComparedSide {
  readonly metrics: FileMetrics;
  readonly findings: readonly Finding[];
  /**
   * Findings that a comment suppresses. They are not shown, yet keep a finding from looking fixed because it was
   * suppressed, or introduced because the comment is gone.
   */
  readonly suppressed?: readonly Finding[];
}

export interface FileComparison {
  /** Introduced, degraded, improved, fixed; then by line, then by smell. */
  readonly findings: readonly DeltaFinding[];
  /** Findings of the new side whose value is the old one, by line, then by smell. */
  readonly unchanged: readonly Finding[];
}

/**
 * What a change did to the findings of one file. Two findings are the same where smell and function agree, the
 * function followed through renames and moves inside the file (`matchFunctions`).
 *
 * @param sides `old: null` for a new file: every finding is introduced. `new: null` for a deleted one: it is not
 * judged.
 */
export function compareFile(sides: {
  readonly old: ComparedSide | null;
  readonly new: ComparedSide | null;
}): FileComparison {
  const { old, new: head } = sides;
  if (head === null) return { findings: [], unchanged: [] };
  if (old === null) return { findings: sortFindings(head.findings.map(toIntroduced)), unchanged: [] };
  return compareSides(old, head);
}

const changeTypeOrder: Readonly<Record<ChangeType, number>> = {
  introduced: 0,
  degraded: 1,
  improved: 2,
  fixed: 3,
  unchanged: 4,
};

function compareSides(old: ComparedSide, head: ComparedSide): FileComparison {
  const identities = identifyFindings(old.metrics, head.metrics);
  const pairs = pairFindings(allOf(old), allOf(head), identities).filter(isShown(old, head));
  const judged = pairs.map((pair) => judge(pair, head.metrics, identities));
  const sorted = sortFindings(judged.filter((finding) => finding !== null));
  return {
    findings: sorted,
    unchanged: pairs.flatMap((pair) => (isUnchanged(pair) && pair.new ? [pair.new] : [])).sort(byPlace),
  };
}

function allOf({ findings, suppressed = [] }: ComparedSide): readonly Finding[] {
  return [...findings, ...suppressed];
}

/** A pair is shown for the finding of the new side, or for that of the old side where it stood alone. */
function isShown(old: ComparedSide, head: ComparedSide): (pair: FindingPair) => boolean {
  const hidden = new Set([...(old.suppressed ?? []), ...(head.suppressed ?? [])]);
  return (pair) => {
    const shown = pair.new ?? pair.old;
    return shown !== null && !hidden.has(shown);
  };
}

function isUnchanged({ old, new: head }: FindingPair): boolean {
  return old !== null && head !== null && visibleValue(old.measured) === visibleValue(head.measured);
}

function judge(pair: FindingPair, head: FileMetrics, identities: Identities): DeltaFinding | null {
  if (isUnchanged(pair)) return null;
  if (pair.new === null) return pair.old && toFixed(pair.old, head, identities);
  return pair.old === null ? toIntroduced(pair.new) : toChanged(pair.new, pair.old.measured);
}

function toIntroduced(finding: Finding): DeltaFinding {
  return { ...finding, changeType: 'introduced', before: null };
}

function toChanged(finding: Finding, before: number): DeltaFinding {
  const changeType = finding.measured > before ? 'degraded' : 'improved';
  return { ...finding, message: describeChangedValue(finding, before), changeType, before };
}

function toFixed(finding: Finding, head: FileMetrics, identities: Identities): DeltaFinding {
  const message = describeFixed(finding, head, identities.newFunctionOf(finding));
  return { ...finding, message, changeType: 'fixed', before: finding.measured };
}

function sortFindings(findings: readonly DeltaFinding[]): readonly DeltaFinding[] {
  return [...findings].sort(
    (a, b) => changeTypeOrder[a.changeType] - changeTypeOrder[b.changeType] || byPlace(a, b),
  );
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.line - b.line ||
    compareText(a.smell, b.smell) ||
    compareText(a.function ?? '', b.function ?? '') ||
    a.measured - b.measured ||
    compareText(a.message, b.message)
  );
}
