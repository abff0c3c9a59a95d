import type { CodePlace, DeltaFinding, Finding } from '../../model/finding.ts';
import type { FileReport } from '../../model/report.ts';
import { compareKeys, isImprovement, rankOf } from '../../report/worst-first.ts';
import type { CodePlaces } from './code-panes.ts';

/** Findings that speak of the same code, which is shown once. */
export interface FindingGroup<F extends Finding> {
  /** Name of the function, `null` for the file. */
  readonly function: string | null;
  /** The most important one first. */
  readonly findings: readonly [F, ...F[]];
  readonly places: CodePlaces;
  /** Where each finding stands by itself. */
  readonly parts: readonly CodePlaces[];
}

const nowhere: CodePlaces = { old: null, new: null };

/** Groups what the change did in a file, the worst first. */
export function groupChanges(file: FileReport): readonly FindingGroup<DeltaFinding>[] {
  const ranked = [...file.findings].sort((a, b) => compareKeys(rankOf(a), rankOf(b)) || a.line - b.line);
  return joinSameCode(ranked, (finding) => placesOfChange(file, finding));
}

/** Groups the findings of a reviewed file: critical ones first, then by line. */
export function groupFindings(path: string, findings: readonly Finding[]): readonly FindingGroup<Finding>[] {
  const isAdvisory = ({ severity }: Finding) => Number(severity === 'advisory');
  const ranked = [...findings].sort((a, b) => isAdvisory(a) - isAdvisory(b) || a.line - b.line);
  return joinSameCode(ranked, (finding) => ({ old: null, new: placeOf(path, finding) }));
}

/** A finding on the whole of a file has no code of its own. */
function placeOf(path: string, { function: name, line, endLine }: Finding): CodePlace | null {
  return name === null && line === 1 ? null : { path, line, endLine };
}

function placesOfChange(file: FileReport, finding: DeltaFinding): CodePlaces {
  const isFixed = finding.changeType === 'fixed';
  const own = placeOf(isFixed ? (file.oldPath ?? file.path) : file.path, finding);
  if (own === null) return nowhere;
  return isFixed ? { old: own, new: finding.otherSide } : { old: finding.otherSide, new: own };
}

function joinSameCode<F extends Finding>(
  ranked: readonly F[],
  placesOf: (finding: F) => CodePlaces,
): readonly FindingGroup<F>[] {
  const groups: FindingGroup<F>[] = [];
  for (const finding of ranked) {
    const places = placesOf(finding);
    const at = groups.findIndex(
      (group) => group.function === finding.function && overlaps(group.places, places),
    );
    const group = groups[at];
    if (group) groups[at] = extend(group, finding, places);
    else groups.push({ function: finding.function, findings: [finding], places, parts: [places] });
  }
  return groups;
}

function extend<F extends Finding>(
  { function: name, findings, places, parts }: FindingGroup<F>,
  finding: F,
  more: CodePlaces,
): FindingGroup<F> {
  const joined = { old: unite(places.old, more.old), new: unite(places.new, more.new) };
  return { function: name, findings: [...findings, finding], places: joined, parts: [...parts, more] };
}

/** Findings of the file as a whole belong together; others where they stand on the same lines of a side. */
function overlaps(first: CodePlaces, second: CodePlaces): boolean {
  if (isNowhere(first) || isNowhere(second)) return isNowhere(first) && isNowhere(second);
  return meet(first.new, second.new) || meet(first.old, second.old);
}

function isNowhere({ old, new: head }: CodePlaces): boolean {
  return old === null && head === null;
}

function meet(first: CodePlace | null, second: CodePlace | null): boolean {
  if (!first || !second || first.path !== second.path) return false;
  return first.line <= second.endLine && second.line <= first.endLine;
}

function unite(first: CodePlace | null, second: CodePlace | null): CodePlace | null {
  if (!first || !second || first.path !== second.path) return first ?? second;
  return {
    path: first.path,
    line: Math.min(first.line, second.line),
    endLine: Math.max(first.endLine, second.endLine),
  };
}

/** Whether anything in a group got worse. */
export function gotWorse({ findings }: FindingGroup<DeltaFinding>): boolean {
  return findings.some((finding) => !isImprovement(finding));
}
