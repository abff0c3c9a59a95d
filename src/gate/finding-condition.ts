import type { DeltaFinding } from '../model/finding.ts';
import type { FileReport, GateCondition } from '../model/report.ts';
import { roundValue } from '../text/round-value.ts';

/** The findings that the change introduced or made worse. */
export function worsenedFindings({ findings }: FileReport): readonly DeltaFinding[] {
  return findings.filter(({ changeType }) => changeType === 'introduced' || changeType === 'degraded');
}

/** The condition that such a finding violates. */
export function findingCondition(path: string, finding: DeltaFinding): GateCondition {
  const { line, smell, measured, limit, message } = finding;
  return { path, line, smell, measured, limit, message: `${describeChange(finding)}: ${message}` };
}

function describeChange({ changeType, before, measured, name }: DeltaFinding): string {
  if (changeType === 'introduced') return `${name} is introduced`;
  return before === null || before === measured
    ? `${name} gets worse`
    : `${name} gets worse, from ${roundValue(before)} to ${roundValue(measured)}`;
}
