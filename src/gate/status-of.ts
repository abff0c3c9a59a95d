import type { Profile } from '../model/profile.ts';
import type { GateStatus, ReportStatus, SkippedFile } from '../model/report.ts';

/**
 * The status of a run: `failed` where a gate is violated, whatever else went wrong; `incomplete` where a supported
 * file could not be measured, unless the profile accepts that; else `passed`.
 */
export function statusOf(
  gates: readonly { readonly status: GateStatus }[],
  skipped: readonly SkippedFile[],
  { unmeasured }: Pick<Profile, 'unmeasured'>,
): ReportStatus {
  if (gates.some(({ status }) => status === 'failed')) return 'failed';
  return isComplete(skipped, { unmeasured }) ? 'passed' : 'incomplete';
}

/** Whether every supported file could be measured, or the profile accepts those that could not. */
export function isComplete(
  skipped: readonly SkippedFile[],
  { unmeasured }: Pick<Profile, 'unmeasured'>,
): boolean {
  return unmeasured !== 'fail' || !skipped.some((file) => file.unmeasured);
}
