import type { Finding } from '../../model/finding.ts';
import type { Report, Suppression } from '../../model/report.ts';
import type { ReviewReport } from '../../model/review.ts';
import { groupBy } from '../group-by.ts';
import { exactnessOf, type IsExact } from './exactness.ts';
import { createIdentify, type Identify } from './identity.ts';

/** What the results of a check, or of a review, have in common. */
export interface ResultContext {
  readonly isExact: IsExact;
  readonly identify: Identify;
  /** Names of the gates that a finding violates. */
  readonly gatesOf: (path: string, finding: Pick<Finding, 'line' | 'smell'>) => readonly string[];
  /** By path. */
  readonly suppressions: ReadonlyMap<string, readonly Suppression[]>;
  /** Results of a check are compared with a baseline, those of a review with nothing. */
  readonly hasBaseline: boolean;
}

/** Reads from a report what its results share. */
export function contextOf(report: Report | ReviewReport): ResultContext {
  const violations = groupBy(listViolations(report.gates), ({ key }) => key);
  return {
    isExact: exactnessOf(report.files),
    identify: createIdentify(),
    gatesOf: (path, { line, smell }) =>
      (violations.get(keyOf(path, line, smell)) ?? []).map(({ gate }) => gate),
    suppressions: groupBy(report.suppressions, ({ path }) => path),
    hasBaseline: !('kind' in report),
  };
}

function listViolations(
  gates: Report['gates'] | ReviewReport['gates'],
): readonly { readonly gate: string; readonly key: string }[] {
  return gates.flatMap(({ gate, conditions }) =>
    conditions.map(({ path, line, smell }) => ({ gate, key: keyOf(path, line, smell) })),
  );
}

function keyOf(path: string, line: number | null, smell: string | null): string {
  return JSON.stringify([path, line, smell]);
}
