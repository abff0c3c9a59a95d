import type { ChangeType, DeltaFinding, Finding } from '../model/finding.ts';
import { compareText } from '../score/index.ts';

const changeTypeOrder: Readonly<Record<ChangeType, number>> = {
  introduced: 0,
  degraded: 1,
  improved: 2,
  fixed: 3,
  unchanged: 4,
};

/** Introduced, degraded, improved, fixed; then by place. */
export function sortFindings(findings: readonly DeltaFinding[]): readonly DeltaFinding[] {
  return [...findings].sort(
    (a, b) => changeTypeOrder[a.changeType] - changeTypeOrder[b.changeType] || byPlace(a, b),
  );
}

/** By line, then by smell, function and value: the order depends on the findings alone. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    a.line - b.line ||
    compareText(a.smell, b.smell) ||
    compareText(a.function ?? '', b.function ?? '') ||
    a.measured - b.measured ||
    compareText(a.message, b.message)
  );
}
