import { evaluateGates, statusOf } from '../gate/index.ts';
import type { ChangeType } from '../model/finding.ts';
import type { Profile } from '../model/profile.ts';
import type { FileReport, Report, ReportContext, SkippedFile } from '../model/report.ts';
import { schemaVersion } from '../model/report.ts';
import { warnAboutGoals, withGoals } from './report-goals.ts';

/** What a report is made of once every file has been assessed. */
export interface ReportParts {
  readonly tool: Report['tool'];
  readonly context: ReportContext;
  readonly profile: Profile;
  /** Count of all files that differ, of every type. */
  readonly filesChanged: number;
  readonly files: readonly FileReport[];
  readonly skipped: readonly SkippedFile[];
  readonly expectedChanges: Report['expectedChanges'];
  readonly reviewLevel: Report['reviewLevel'];
  readonly warnings: readonly string[];
}

/** Applies the gates and puts the report together, in an order that depends on the content alone. Pure. */
export function assembleReport(parts: ReportParts): Report {
  const { tool, context, profile, filesChanged } = parts;
  const files = withGoals([...parts.files].sort(byPath), profile);
  const skipped = [...parts.skipped].sort(byPath);
  const gates = evaluateGates({ files, profile });
  return {
    schemaVersion,
    tool,
    status: statusOf(gates, skipped, profile),
    context,
    profile: { name: profile.name, origin: profile.origin },
    summary: {
      filesChanged,
      filesAnalyzed: files.length,
      filesSkipped: skipped.length,
      findings: countByChangeType(files),
    },
    gates,
    files,
    skipped,
    suppressions: [],
    expectedChanges: parts.expectedChanges,
    reviewLevel: parts.reviewLevel,
    warnings: [...parts.warnings, ...warnAboutGoals(files), ...warnAboutUnmeasured(skipped, profile)],
  };
}

/** Where the profile accepts files that cannot be measured, every output still says so. */
export function warnAboutUnmeasured(
  skipped: readonly SkippedFile[],
  { unmeasured }: Pick<Profile, 'unmeasured'>,
): string[] {
  if (unmeasured === 'fail') return [];
  return skipped
    .filter((file) => file.unmeasured)
    .map(({ path, reason }) => `${path} could not be measured, which the profile accepts: ${reason}.`);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}

function countByChangeType(files: readonly FileReport[]): Report['summary']['findings'] {
  const all = files.flatMap(({ findings }) => findings);
  const count = (changeType: ChangeType) => all.filter((finding) => finding.changeType === changeType).length;
  return {
    introduced: count('introduced'),
    degraded: count('degraded'),
    improved: count('improved'),
    fixed: count('fixed'),
  };
}
