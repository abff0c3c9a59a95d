import type { Severity } from '../model/profile.ts';
import type { FileReport, GateCondition } from '../model/report.ts';
import { findingCondition, worsenedFindings } from './finding-condition.ts';

/** Judges the findings of a severity, or of the listed smells instead; `null` for a deleted file. */
export function judgeFindings(
  file: FileReport,
  severity: Severity,
  smells: readonly string[] | null,
): readonly GateCondition[] | null {
  if (file.newScore === null) return null;
  return worsenedFindings(file)
    .filter((finding) => (smells ? smells.includes(finding.smell) : finding.severity === severity))
    .map((finding) => findingCondition(file, finding));
}
