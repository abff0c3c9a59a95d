import type { CheckContext } from './context/index.ts';
import type { KnownSides } from './measurement/known-sides.ts';
import type { Profile } from './model/profile.ts';
import type { Report, SkippedFile } from './model/report.ts';
import type { SourceCode } from './model/source-code.ts';
import { announceProfileChange } from './pipeline/announce-profile-change.ts';
import { coverChange } from './pipeline/cover-change.ts';
import { measureFiles } from './pipeline/measure-files.ts';
import { openProject } from './pipeline/open-project.ts';
import { type ChangePlan, type ChangeRequest, planChange } from './pipeline/plan-change.ts';
import { warnAboutOwnProfile } from './pipeline/profile-side.ts';
import { readCode } from './pipeline/read-code.ts';
import { readCoverageFiles } from './pipeline/read-coverage.ts';
import { recallChange } from './pipeline/recall-change.ts';
import { assembleReport } from './report/assemble-report.ts';
import { assessFile, type FileAssessment } from './report/assess-file.ts';
import { listCodeOfChange } from './report/list-code.ts';
import { reportFiles } from './report/report-files.ts';
import { version } from './version.ts';

/** What to check; everything that is left out is found out from environment and git. */
export interface CheckRequest extends ChangeRequest {
  /** Coverage files that the tests wrote, relative to `cwd`. */
  readonly coverage?: readonly string[];
}

/** What was found out about a change before this run. */
export interface Foreknowledge {
  /** Takes the place of the request's `paths`: files and folders as git has them. */
  readonly below?: readonly string[] | undefined;
  /**
   * Called once it is known what is to be measured.
   * @returns what of it need not be
   * @throws CodeScenePrError where what is known belongs to something else
   */
  readonly recall: (plan: ChangePlan) => KnownSides;
}

/** A finished check: the report, and what it was made from. */
export interface CheckResult {
  readonly report: Report;
  readonly context: CheckContext;
  readonly profile: Profile;
  /** The folder of the working tree, which paths are relative to. */
  readonly root: string;
  /** Reads the source code that the findings speak of, for renderers that show it. */
  readonly readCode: () => Promise<SourceCode>;
}

/**
 * The delta analysis of a pull request or of local work, from the environment to the report. Changes
 * nothing but, in a pipeline, the objects and private refs that fetching the target adds to the clone.
 * @throws CodeScenePrError with what happened, why and what to do
 */
export function checkPullRequest(request: CheckRequest): Promise<CheckResult> {
  return checkChange(request);
}

/** The same for a change of which something is known already: what that is makes no difference to the report. */
export async function checkChange(request: CheckRequest, before?: Foreknowledge): Promise<CheckResult> {
  const { profileFrom, signal, onProgress = () => {} } = request;
  const project = await openProject(request);
  const { repository, cwd } = project;
  const reports = await readCoverageFiles(request.coverage ?? [], { cwd, root: repository.root });
  const plan = await planChange(project, request, before?.below);
  const { context, profile, changed, chosen, selected, skipped } = plan;
  const known = before?.recall(plan);
  const coverage = await coverChange({ repository, context, profile, reports, selected });

  // Runs while the compiler loads, and must not end the process where something else fails first.
  const recalling = recallChange({ repository, context, changed, selected, profile });
  recalling.catch(() => {});
  const assessments: FileAssessment[] = [];
  const progress = () => onProgress({ done: assessments.length, total: selected.length });
  progress();
  const { cache, jobs } = request;
  for await (const measured of measureFiles(repository, selected, { known, cache, jobs })) {
    signal?.throwIfAborted();
    assessments.push(assessFile(measured, profile));
    progress();
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
    cache: request.cache,
    inForce: profile,
  });
  return {
    report: { ...report, warnings: [...announced, ...report.warnings] },
    context,
    profile,
    root: repository.root,
    readCode: () => readCode(repository, selected, listCodeOfChange(report)),
  };
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
