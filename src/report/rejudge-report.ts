import type { Profile } from '../model/profile.ts';
import type { GateResult, Report } from '../model/report.ts';
import { assembleReport, warnAboutUnmeasured } from './assemble-report.ts';
import { warnAboutGoals } from './report-goals.ts';

/** A report judged once more. */
export interface Rejudged {
  readonly report: Report;
  /** What the report said otherwise, one sentence each; none where both agree. */
  readonly differences: readonly string[];
}

/**
 * Judges a report that somebody else wrote once more, by the given profile: gates, status, goals and counts are made
 * from its files anew, and what it says of them itself counts for nothing. Its findings and scores are taken as they
 * are. An honest report under the same profile comes out as it went in. Pure.
 */
export function rejudgeReport(given: Report, profile: Profile): Rejudged {
  const files = given.files.map((file) => ({ ...file, goal: null }));
  const parts = { ...given, files, profile, filesChanged: given.summary.filesChanged, warnings: [] };
  const judged = assembleReport(parts);
  // The judgement adds its own warnings again.
  const own = new Set([
    ...judged.warnings,
    ...warnAboutGoals(given.files),
    ...warnAboutUnmeasured(given.skipped, { unmeasured: 'warn' }),
  ]);
  const kept = given.warnings.filter((warning) => !own.has(warning));
  return {
    report: { ...judged, warnings: [...kept, ...judged.warnings] },
    differences: findDifferences(given, judged),
  };
}

function findDifferences(given: Report, judged: Report): readonly string[] {
  const differences = judged.gates.flatMap((gate) => describeGate(gate, given.gates));
  if (given.status === judged.status) return differences;
  return [`The status is ${judged.status}, and the result file says ${given.status}.`, ...differences];
}

function describeGate(judged: GateResult, gates: readonly GateResult[]): readonly string[] {
  const given = gates.find(({ gate }) => gate === judged.gate);
  const counts = [judged, given].map((result) => result?.conditions.length ?? 0);
  if (given?.status === judged.status && counts[0] === counts[1]) return [];
  return [`${judged.gate} is ${describe(judged)}, and the result file says ${describe(given)}.`];
}

function describe(gate: GateResult | undefined): string {
  if (!gate) return 'nothing of it';
  if (gate.status !== 'failed') return gate.status === 'not-applicable' ? 'not applicable' : gate.status;
  const { length } = gate.conditions;
  return `violated by ${length === 1 ? '1 condition' : `${length} conditions`}`;
}
