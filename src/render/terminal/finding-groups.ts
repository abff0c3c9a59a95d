import type { DeltaFinding, FileReport } from '../../model/report.ts';
import { isImprovement } from '../../report/worst-first.ts';

/** Findings of one function, or one of the file; the lines are the function's. */
export interface FindingGroup {
  readonly head: number | null;
  readonly endLine: number;
  readonly findings: readonly DeltaFinding[];
  /** The last of those that are shown one after the other. */
  readonly below: DeltaFinding;
}

/** Groups what is new or worse. */
export function groupByFunction(file: FileReport, shown: readonly DeltaFinding[]): readonly FindingGroup[] {
  const worse = shown.filter((finding) => !isImprovement(finding));
  const keyOf = (finding: DeltaFinding) => {
    const fn = functionAt(file, finding);
    return fn ? `${fn.line} ${fn.name}` : `${finding.function === null} ${finding.line}`;
  };
  const byKey = new Map<string, DeltaFinding[]>();
  for (const finding of worse) {
    const key = keyOf(finding);
    byKey.set(key, [...(byKey.get(key) ?? []), finding]);
  }
  return [...byKey.values()].flatMap((findings) => {
    const [first] = findings;
    if (!first) return [];
    const end = worse.findIndex(
      (finding, index) => index > worse.indexOf(first) && !findings.includes(finding),
    );
    const fn = functionAt(file, first);
    return [
      {
        head: fn?.line ?? null,
        endLine: fn?.endLine ?? first.endLine,
        findings,
        below: worse[end === -1 ? worse.length - 1 : end - 1] ?? first,
      },
    ];
  });
}

/** The innermost function of the finding's name around it. */
function functionAt({ functions }: FileReport, { function: name, line }: DeltaFinding) {
  return functions
    .filter((fn) => fn.name === name && fn.line <= line && line <= fn.endLine)
    .reduce<FileReport['functions'][number] | null>(
      (inner, fn) => (inner === null || fn.line >= inner.line ? fn : inner),
      null,
    );
}
