import type { Finding } from '../model/finding.ts';
import { roundValue } from '../text/round-value.ts';
import type { FileComparison } from './compare-change.ts';
import { byPlace } from './sort-findings.ts';

interface Sides {
  /** Of the old side with the functions that came from other files, see `receiveMoves`. */
  readonly received: readonly Finding[];
  readonly head: readonly Finding[];
}

/**
 * Takes back what a comparison says of a file and its classes as a whole where that only came in with functions of
 * other files: a smell of which the new side has no more findings than the file and what came in had together, and
 * none that is worse. Findings of functions are followed by their function and are left as they are.
 */
export function settleArrivals(comparison: FileComparison, { received, head }: Sides): FileComparison {
  const taken = comparison.findings.filter(
    ({ changeType, smell, function: name }) =>
      name === null &&
      (changeType === 'introduced' || changeType === 'degraded') &&
      isNoWorse(valuesOf(head, smell), valuesOf(received, smell)),
  );
  if (taken.length === 0) return comparison;
  const asBefore = head.filter(
    (finding) =>
      finding.function === null &&
      taken.some(({ smell, line }) => smell === finding.smell && line === finding.line),
  );
  return {
    ...comparison,
    findings: comparison.findings.filter((finding) => !taken.includes(finding)),
    unchanged: [...comparison.unchanged, ...asBefore].sort(byPlace),
  };
}

/** Of the findings on the file or its classes, the worst first. */
function valuesOf(findings: readonly Finding[], smell: string): readonly number[] {
  return findings
    .filter((finding) => finding.function === null && finding.smell === smell)
    .map(({ measured }) => roundValue(measured))
    .sort((a, b) => b - a);
}

function isNoWorse(values: readonly number[], before: readonly number[]): boolean {
  return values.every((value, index) => value <= (before[index] ?? Number.NEGATIVE_INFINITY));
}
