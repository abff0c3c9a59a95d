import type { DeltaFinding } from '../model/finding.ts';
import type { FileReport, GateCondition } from '../model/report.ts';
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

/** The values are for the finding's message to say. */
function describeChange({ changeType, name }: DeltaFinding): string {
  return changeType === 'introduced' ? `${name} is introduced` : `${name} gets worse`;
}

function describeRise(file: FileReport): string {
  const scores = scoresOf(file);
  if (!scores || declineOf(scores) >= 0) return '';
  return ` (the file's score rises from ${formatPoints(scores.before)} to ${formatPoints(scores.after)})`;
}
