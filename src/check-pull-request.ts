import { type CheckContext, type ContextOptions, resolveContext } from './context/index.ts';
import { listChangedFiles, type Repository } from './git/index.ts';
import { loadMeasurer } from './languages/index.ts';
import { measureSides } from './measurement/measure-sides.ts';
import { selectFiles } from './measurement/select-files.ts';
import type { Profile } from './model/profile.ts';
import type { Report, SkippedFile } from './model/report.ts';
import type { ChangedFile } from './model/source.ts';
import type { SourceCode } from './model/source-code.ts';
import { announceProfileChange } from './pipeline/announce-profile-change.ts';
import { coverChange } from './pipeline/cover-change.ts';
import { loadProfile } from './pipeline/load-profile.ts';
import { openProject } from './pipeline/open-project.ts';
import { checkProfileSide, type ProfileFrom, warnAboutOwnProfile } from './pipeline/profile-side.ts';
import { readCode } from './pipeline/read-code.ts';
import { readCoverageFiles } from './pipeline/read-coverage.ts';
import { readSides } from './pipeline/read-sides.ts';
import { recallChange } from './pipeline/recall-change.ts';
import { selectPaths } from './pipeline/select-paths.ts';
import { assembleReport } from './report/assemble-report.ts';
import { assessFile, type FileAssessment } from './report/assess-file.ts';
import { listCodeOfChange } from './report/list-code.ts';
import { reportFiles } from './report/report-files.ts';
import { version } from './version.ts';

/** What to check; everything that is left out is found out from environment and git. */
export interface CheckRequest {
  /** A folder of the repository. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly options?: ContextOptions;
  /** A built-in profile's name or a file, see `--profile`. */
  readonly profile?: string | undefined;
  /** Whose profile holds; by default the target's in a pipeline, and the working tree's elsewhere. */
  readonly profileFrom?: ProfileFrom | undefined;
  /** Only these files and folders of the change, relative to `cwd`; all where empty. */
  readonly paths?: readonly string[];
  /** Coverage files that the tests wrote, relative to `cwd`. */
  readonly coverage?: readonly string[];
  /** Ends the check before its end: it then throws the signal's reason, or what the broken-off work made of it. */
  readonly signal?: AbortSignal | undefined;
  /** Called once it is known what is compared with what, before anything is measured. */
  readonly onContext?: (context: CheckContext) => void;
  /** Called once the profile is known, after the context and before anything is measured. */
  readonly onProfile?: (profile: Profile) => void;
}

/** A finished check: the report, and what it was made from. */
export interface CheckResult {
  readonly report: Report;
  readonly context: CheckContext;
  readonly profile: Profile;
  /** Reads the source code that the findings speak of, for renderers that show it. */
  readonly readCode: () => Promise<SourceCode>;
}

/**
 * The delta analysis of a pull request or of local work, from the environment to the report. Changes
 * nothing but, in a pipeline, the objects and private refs that fetching the target adds to the clone.
 * @throws CodeScenePrError with what happened, why and what to do
 */
export async function checkPullRequest(request: CheckRequest): Promise<CheckResult> {
  const { env, options = {}, profileFrom, signal } = request;
  const { repository, cwd } = await openProject(request);
  const reports = await readCoverageFiles(request.coverage ?? [], { cwd, root: repository.root });
  const context = await resolveContext({ env, options, repository });
  request.onContext?.(context);
  const [profile, changed] = await Promise.all([
    loadProfile({ repository, cwd, profile: request.profile, side: checkProfileSide(context, profileFrom) }),
    listChange(repository, context),
  ]);
  request.onProfile?.(profile);
  const chosen = selectPaths(changed, request.paths ?? [], { cwd, root: repository.root });
  const { selected, skipped } = selectFiles(chosen, profile);
  const coverage = await coverChange({ repository, context, profile, reports, selected });

  // Runs while the compiler loads, and must not end the process where something else fails first.
  const recalling = recallChange({ repository, context, changed, selected, profile });
  recalling.catch(() => {});
  const assessments: FileAssessment[] = [];
  const read = readSides.bind(null, repository);
  for await (const measured of measureSides(selected, read, loadMeasurer)) {
    signal?.throwIfAborted();
    assessments.push(assessFile(measured, profile));
  }
  const history = await recalling;

  const { files, suppressions, warnings } = reportFiles(
    assessments.flatMap(({ sides }) => sides ?? []),
    profile,
  );
  const report = assembleReport({
    tool: { name: 'codescene-pr', version },
    context: reportContext(context),
    profile,
    filesChanged: chosen.length,
    files: files.map(history.mark).map(coverage.addTo),
    expectedChanges: history.expectedChanges,
    reviewLevel: history.reviewLevel,
    skipped: [
      ...skipped,
      ...assessments.flatMap((assessment): readonly SkippedFile[] =>
        assessment.skipped ? [assessment.skipped] : [],
      ),
    ],
    suppressions,
    warnings: [
      ...(context.reason === null ? [] : [context.reason]),
      ...context.notes,
      ...warnAboutOwnProfile(profileFrom, context),
      ...profile.warnings,
      ...history.warnings,
      ...assessments.flatMap((assessment) => assessment.warnings),
      ...warnings,
      ...coverage.warnings,
    ],
  });
  const announced = await announceProfileChange({
    ...{ repository, cwd, context, changed, chosen, assessments, report, profileFrom },
    profile: request.profile,
    inForce: profile,
  });
  return {
    report: { ...report, warnings: [...announced, ...report.warnings] },
    context,
    profile,
    readCode: () => readCode(repository, selected, listCodeOfChange(report)),
  };
}

async function listChange(repository: Repository, context: CheckContext): Promise<readonly ChangedFile[]> {
  if (context.mergeBase === null) return [];
  return listChangedFiles(repository, context.mergeBase, context.head);
}

function reportContext(context: CheckContext): Report['context'] {
  const { head, headCommit, target, mergeBase, pullRequest } = context;
  return {
    source: headCommit,
    sourceKind: head.kind,
    target: target?.commit ?? null,
    targetRef: target?.ref ?? null,
    mergeBase,
    pullRequest,
  };
}
