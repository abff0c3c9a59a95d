import { profilePath } from './config/index.ts';
import { type CheckContext, type ContextOptions, resolveContext } from './context/index.ts';
import { listChangedFiles, type Repository } from './git/index.ts';
import { loadMeasurer } from './languages/index.ts';
import { measureSides } from './measurement/measure-sides.ts';
import { selectFiles } from './measurement/select-files.ts';
import type { Profile } from './model/profile.ts';
import type { Report, SkippedFile } from './model/report.ts';
import type { ChangedFile } from './model/source.ts';
import { loadProfile, type ProfileSide } from './pipeline/load-profile.ts';
import { openProject } from './pipeline/open-project.ts';
import { readSides } from './pipeline/read-sides.ts';
import { recallChange } from './pipeline/recall-change.ts';
import { selectPaths } from './pipeline/select-paths.ts';
import { assembleReport } from './report/assemble-report.ts';
import { assessFile, type FileAssessment } from './report/assess-file.ts';
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
  /** Only these files and folders of the change, relative to `cwd`; all where empty. */
  readonly paths?: readonly string[];
}

/** A finished check: the report, and what it was made from. */
export interface CheckResult {
  readonly report: Report;
  readonly context: CheckContext;
  readonly profile: Profile;
}

/**
 * The delta analysis of a pull request or of local work, from the environment to the report. Changes
 * nothing but, in a pipeline, the objects and private refs that fetching the target adds to the clone.
 * @throws CodeScenePrError with what happened, why and what to do
 */
export async function checkPullRequest(request: CheckRequest): Promise<CheckResult> {
  const { env, options = {} } = request;
  const { repository, cwd } = await openProject(request);
  const context = await resolveContext({ env, options, repository });
  const [profile, changed] = await Promise.all([
    loadProfile({ repository, cwd, profile: request.profile, side: profileSide(context) }),
    listChange(repository, context),
  ]);
  const chosen = selectPaths(changed, request.paths ?? [], { cwd, root: repository.root });
  const { selected, skipped } = selectFiles(chosen, profile);

  // Runs while the compiler loads, and must not end the process where something else fails first.
  const recalling = recallChange({ repository, context, changed, selected, profile });
  recalling.catch(() => {});
  const assessments: FileAssessment[] = [];
  const read = readSides.bind(null, repository);
  for await (const measured of measureSides(selected, read, loadMeasurer)) {
    assessments.push(assessFile(measured, profile));
  }
  const history = await recalling;

  const report = assembleReport({
    tool: { name: 'codescene-pr', version },
    context: reportContext(context),
    profile,
    filesChanged: chosen.length,
    files: reportFiles(assessments.flatMap(({ sides }) => sides ?? [])).map(history.mark),
    expectedChanges: history.expectedChanges,
    reviewLevel: history.reviewLevel,
    skipped: [
      ...skipped,
      ...assessments.flatMap((assessment): readonly SkippedFile[] =>
        assessment.skipped ? [assessment.skipped] : [],
      ),
    ],
    warnings: [
      ...(context.reason === null ? [] : [context.reason]),
      ...context.notes,
      ...announceProfileChange(changed, context),
      ...profile.warnings,
      ...history.warnings,
      ...assessments.flatMap(({ warnings }) => warnings),
    ],
  });
  return { report, context, profile };
}

async function listChange(repository: Repository, context: CheckContext): Promise<readonly ChangedFile[]> {
  if (context.mergeBase === null) return [];
  return listChangedFiles(repository, context.mergeBase, context.head);
}

/** In a pipeline the target's side decides; a developer tries out what stands in the working tree. */
function profileSide({ inPipeline, target }: CheckContext): ProfileSide {
  return inPipeline && target ? { kind: 'commit', ...target } : { kind: 'working-tree' };
}

function announceProfileChange(changed: readonly ChangedFile[], { inPipeline }: CheckContext): string[] {
  const touched = changed.some((file) => [file.old?.path, file.new?.path].includes(profilePath));
  if (!touched || !inPipeline) return [];
  return [
    `This change edits ${profilePath}. The target's profile is in force; the edit takes effect after the merge.`,
  ];
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
