import { evaluateGates, statusOf } from '../gate/index.ts';
import type { MeasuredFile, SideResult } from '../model/measured-file.ts';
import type { Profile } from '../model/profile.ts';
import type { GateResult, Report, ReportStatus, SkippedFile } from '../model/report.ts';
import { type AssessedFile, type AssessedSide, assessFile, type FileAssessment } from './assess-file.ts';
import { reportFiles } from './report-files.ts';

/** What gates say of a change. */
export interface Verdict {
  readonly status: ReportStatus;
  readonly gates: readonly GateResult[];
}

/** What a change was judged by, and what came of it. */
export interface Judged {
  readonly assessments: readonly FileAssessment[];
  readonly report: Pick<Report, 'files' | 'skipped'>;
}

/**
 * The verdict on a change by another profile, from the same measurements. Pure.
 * @param judged the change as it was judged
 * @param more files that the other profile has measured in addition
 */
export function judgeBy(
  profile: Profile,
  { assessments, report }: Judged,
  more: readonly MeasuredFile[],
): Verdict {
  const measured = assessments.flatMap(({ sides }) => (sides ? [toMeasured(sides)] : []));
  const again = [...measured, ...more]
    .filter(({ file }) => profile.excludedBy(file.path) === null)
    .map((file) => assessFile(file, profile));
  const known = new Map(report.files.map((file) => [file.path, file]));
  const reported = reportFiles(
    again.flatMap(({ sides }) => sides ?? []),
    profile,
  );
  const files = reported.files.map((file) => {
    const { hotspot = null, coverage = null } = known.get(file.path) ?? {};
    return { ...file, hotspot, coverage };
  });
  const skipped: readonly SkippedFile[] = [
    ...report.skipped.filter(({ path, unmeasured }) => unmeasured && profile.excludedBy(path) === null),
    ...again.flatMap((assessment) => assessment.skipped ?? []),
  ];
  const gates = evaluateGates({ files, profile });
  return { gates, status: statusOf(gates, skipped, profile) };
}

function toMeasured({ file, old, new: head }: AssessedFile): MeasuredFile {
  return { file, old: toSide(old), new: toSide(head) };
}

function toSide(side: AssessedSide | null): SideResult | null {
  return side && { kind: 'measured', metrics: side.metrics };
}

/**
 * In one sentence, what another profile would have said otherwise; `null` where the verdict and every gate that judges
 * something are the same. Pure.
 * @param now by the profile in force
 * @param then by the other one
 */
export function describeDifference(now: Verdict, then: Verdict): string | null {
  const differences = now.gates.flatMap((gate, index) => {
    const other = then.gates[index];
    return other && isDifferent(gate, other) ? [`${gate.gate} would ${willBe(other)} (${isNow(gate)})`] : [];
  });
  if (differences.length === 0 && now.status === then.status) return null;
  const still = now.status === then.status ? 'still ' : '';
  const reasons = differences.length === 0 ? '' : `: ${differences.join(', ')}`;
  return `With the edited profile the quality gate would ${still}${verdicts[then.status]}${reasons}.`;
}

const verdicts: Readonly<Record<ReportStatus, string>> = {
  passed: 'pass',
  failed: 'fail',
  incomplete: 'hold for what could be measured',
};

/** Gates that judge nothing on either side tell nothing, whether they are off or not applicable. */
function isDifferent(now: GateResult, then: GateResult): boolean {
  const judges = [now, then].some(({ status }) => status === 'passed' || status === 'failed');
  return judges && (now.status !== then.status || now.conditions.length !== then.conditions.length);
}

function willBe({ status, conditions }: GateResult): string {
  if (status === 'passed') return 'hold';
  if (status === 'off') return 'be off';
  if (status === 'not-applicable') return 'not apply';
  const [first] = conditions;
  const at = first ? `, at ${first.line === null ? first.path : `${first.path}:${first.line}`}` : '';
  return `be violated by ${countConditions(conditions)}${conditions.length > 1 ? `${at} first` : at}`;
}

function isNow({ status, conditions }: GateResult): string {
  if (status === 'failed') return `now violated by ${countConditions(conditions)}`;
  return { passed: 'now holds', off: 'now off', 'not-applicable': 'now not applicable' }[status];
}

function countConditions({ length }: GateResult['conditions']): string {
  return length === 1 ? '1 condition' : `${length} conditions`;
}
