import type { CacheSettings } from './cache/index.ts';
import { isPipeline, type ReviewSource, resolveReview } from './context/index.ts';
import { listFiles } from './git/index.ts';
import { selectFiles } from './measurement/select-files.ts';
import type { Profile } from './model/profile.ts';
import type { MeasuringProgress } from './model/progress.ts';
import type { RatchetInForce } from './model/ratchet.ts';
import type { ReviewContext, ReviewReport } from './model/review.ts';
import type { SourceCode } from './model/source-code.ts';
import { describeReviewed } from './pipeline/describe-reviewed.ts';
import { hashRules } from './pipeline/hash-rules.ts';
import { pathsOf } from './pipeline/list-paths.ts';
import { loadProfile } from './pipeline/load-profile.ts';
import { type LoadedRatchet, loadRatchet, type RatchetOptions } from './pipeline/load-ratchet.ts';
import { measureFiles } from './pipeline/measure-files.ts';
import { openProject } from './pipeline/open-project.ts';
import { planRatchet, type RatchetPlan, warnAboutYardstick } from './pipeline/plan-ratchet.ts';
import {
  isJudgedByTarget,
  type ProfileFrom,
  reviewSide,
  warnAboutOwnProfile,
} from './pipeline/profile-side.ts';
import { readCode } from './pipeline/read-code.ts';
import { recallReview } from './pipeline/recall-review.ts';
import { refuseUnknownPaths } from './pipeline/refuse-unknown-paths.ts';
import { selectPaths } from './pipeline/select-paths.ts';
import { assembleReview } from './report/assemble-review.ts';
import { assessReviewedFile, type ReviewedFileAssessment } from './report/assess-reviewed-file.ts';
import { listCodeOfReview } from './report/list-code.ts';
import { version } from './version.ts';

/** What to review. */
export interface ReviewRequest {
  /** A folder of the repository. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A branch, tag or commit; the working tree, untracked files included, where left out. */
  readonly source?: string | undefined;
  /** A built-in profile's name or a file, see `--profile`. */
  readonly profile?: string | undefined;
  /** `source`: the reviewed side's own, in the pipeline of a pull request as well. */
  readonly profileFrom?: ProfileFrom | undefined;
  /** Only these files and folders, relative to `cwd`; the whole repository where empty. */
  readonly paths?: readonly string[];
  /** The lowest score that a file may have, 1.0 to 10.0; none where left out. */
  readonly minScore?: number | undefined;
  /** The stored floor that the review is held against; none where left out. */
  readonly ratchet?: RatchetOptions | undefined;
  /** Count of threads that measure; as many as pay off where left out. */
  readonly jobs?: number | undefined;
  /** Where results of earlier runs are kept; nowhere where left out. */
  readonly cache?: CacheSettings | null | undefined;
  /** Called before the first file and after each one. */
  readonly onProgress?: (progress: MeasuringProgress) => void;
}

/** A finished review: the report, and the profile that it was judged by. */
export interface ReviewResult {
  readonly report: ReviewReport;
  readonly profile: Profile;
  /** What becomes of the ratchet file: nothing is written here. `null` where none is asked for. */
  readonly ratchet: RatchetPlan | null;
  /** The folder of the working tree, which paths are relative to. */
  readonly root: string;
  /** Reads the source code that the findings speak of, for renderers that show it. */
  readonly readCode: () => Promise<SourceCode>;
}

/**
 * Scores whole files as they are, in the working tree or at a commit. Changes nothing but, in the pipeline of a
 * pull request, the objects and private refs that fetching the target adds to the clone.
 * @throws CodeScenePrError with what happened, why and what to do
 */
export async function reviewRepository(request: ReviewRequest): Promise<ReviewResult> {
  const { env, source, profileFrom, paths = [], minScore, ratchet: options } = request;
  const { onProgress = () => {} } = request;
  const { repository, cwd } = await openProject(request);
  const reviewed = await resolveReview({ env, repository, source });
  const ratchet = options
    ? await loadRatchet(options, { repository, cwd, at: reviewed.floorAt, paths })
    : null;
  const [profile, files] = await Promise.all([
    loadProfile({ repository, cwd, profile: request.profile, side: reviewSide(reviewed, profileFrom) }),
    listFiles(repository, reviewed.head),
  ]);
  const folders = { cwd, root: repository.root };
  refuseUnknownPaths({ files, place: describeReviewed(reviewed, source) }, paths, folders);
  const { selected, skipped } = selectFiles(selectPaths(files, paths, folders), profile);

  const { head } = reviewed;
  const recalling = recallReview({ repository, head, profile, inPipeline: isPipeline(env) });
  recalling.catch(() => {});
  const assessments: ReviewedFileAssessment[] = [];
  const progress = () => onProgress({ done: assessments.length, total: selected.length });
  progress();
  for await (const measured of measureFiles(repository, selected, request)) {
    assessments.push(assessReviewedFile(measured, profile));
    progress();
  }
  const history = await recalling;

  const yardstick = { version, rules: hashRules(profile) };
  const report = assembleReview({
    tool: { name: 'codescene-pr', version },
    context: reviewContext(reviewed),
    profile,
    minScore: minScore ?? null,
    ratchet: ratchet && ratchetInForce(ratchet),
    assessments: assessments.map(history.mark),
    skipped,
    warnings: [
      ...warnAboutOwnProfile(profileFrom, { inPipeline: isJudgedByTarget(reviewed) }),
      ...reviewed.notes,
      ...profile.warnings,
      ...profile.warningsFor(pathsOf(files)),
      ...history.warnings,
      ...(ratchet ? warnAboutYardstick(ratchet, yardstick) : []),
    ],
  });
  return {
    report,
    profile,
    ratchet: ratchet && planRatchet(ratchet, { report, profile, yardstick }),
    root: repository.root,
    readCode: () => readCode(repository, selected, listCodeOfReview(report)),
  };
}

function ratchetInForce({ path, stored }: LoadedRatchet): RatchetInForce {
  if (!stored) return { path, floor: null };
  const { minScore, maxRedFiles, maxRedAndYellowFiles } = stored;
  return { path, floor: { minScore, maxRedFiles, maxRedAndYellowFiles } };
}

function reviewContext({ head }: ReviewSource): ReviewContext {
  return { source: head.kind === 'commit' ? head.commit : null, sourceKind: head.kind };
}
