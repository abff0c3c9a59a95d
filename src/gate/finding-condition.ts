import type { DeltaFinding } from '../model/finding.ts';
import type { FileReport, GateCondition } from '../model/report.ts';
import { roundValue } from '../text/round-value.ts';
import { declineOf, formatPoints, scoresOf } from './score-change.ts';

/** The findings that the change introduced or made worse. */
export function worsenedFindings({ findings }: FileReport): readonly DeltaFinding[] {
  return findings.filter(({ changeType }) => changeType === 'introduced' || changeType === 'degraded');
}

/** The condition that such a finding of a file violates; says as well where the file got better all the same. */
export function findingCondition(file: FileReport, finding: DeltaFinding): GateCondition {
  const { line, smell, measured, limit } = finding;
  const message = `${describeChange(finding)}: ${finding.message}${describeRise(file)}`;
  return { path: file.path, line, smell, measured, limit, message };
}

function describeChange({ changeType, before, measured, name }: DeltaFinding): string {
  if (changeType === 'introduced') return `${name} is introduced`;
  return before === null || before === measured
    ? `${name} gets worse`
    : `${name} gets worse, from ${roundValue(before)} to ${roundValue(measured)}`;
}

function describeRise(file: FileReport): string {
  const scores = scoresOf(file);
  if (!scores || declineOf(scores) >= 0) return '';
  return ` (the file's score rises from ${formatPoints(scores.before)} to ${formatPoints(scores.after)})`;
}
