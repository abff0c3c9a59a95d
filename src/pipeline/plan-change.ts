import type { CacheSettings } from '../cache/index.ts';
import { type CheckContext, type ContextOptions, resolveContext } from '../context/index.ts';
import { listChangedFiles, type Repository } from '../git/index.ts';
import { type Selection, selectFiles } from '../measurement/select-files.ts';
import type { Profile } from '../model/profile.ts';
import type { MeasuringProgress } from '../model/progress.ts';
import type { ChangedFile } from '../model/source.ts';
import { loadProfile } from './load-profile.ts';
import type { Project } from './open-project.ts';
import { checkProfileSide, type ProfileFrom } from './profile-side.ts';
import { selectBelow, toRepositoryPath } from './select-paths.ts';

/** Which change is meant; everything that is left out is found out from environment and git. */
export interface ChangeRequest {
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
  /** Count of threads that measure; as many as pay off where left out. */
  readonly jobs?: number | undefined;
  /** Where results of earlier runs are kept; nowhere where left out. */
  readonly cache?: CacheSettings | null | undefined;
  /** Ends the check before its end: it then throws the signal's reason, or what the broken-off work made of it. */
  readonly signal?: AbortSignal | undefined;
  /** Called once it is known what is compared with what, before anything is measured. */
  readonly onContext?: (context: CheckContext) => void;
  /** Called once the profile is known, after the context and before anything is measured. */
  readonly onProfile?: (profile: Profile) => void;
  /** Called before the first file is measured and after each one. */
  readonly onProgress?: (progress: MeasuringProgress) => void;
}

/** What is compared with what, by which profile, and which files of it are measured. */
export interface ChangePlan extends Selection {
  readonly repository: Repository;
  /** Without symbolic links. */
  readonly cwd: string;
  readonly context: CheckContext;
  readonly profile: Profile;
  /** The files and folders that were asked for, relative to the root, in alphabetical order; all where empty. */
  readonly paths: readonly string[];
  /** Everything that differs. */
  readonly changed: readonly ChangedFile[];
  /** What was asked for of it. */
  readonly chosen: readonly ChangedFile[];
}

/**
 * Finds out what a change is and what of it is measured. Changes nothing but, in a pipeline, the objects and private
 * refs that fetching the target adds to the clone.
 * @param below takes the place of the request's `paths`: files and folders as git has them
 * @throws CodeScenePrError with what happened, why and what to do
 */
export async function planChange(
  { repository, cwd }: Project,
  request: Omit<ChangeRequest, 'cwd' | 'signal'>,
  below?: readonly string[],
): Promise<ChangePlan> {
  const { env, options = {}, profileFrom } = request;
  const context = await resolveContext({ env, options, repository });
  request.onContext?.(context);
  const [profile, changed] = await Promise.all([
    loadProfile({ repository, cwd, profile: request.profile, side: checkProfileSide(context, profileFrom) }),
    listChange(repository, context),
  ]);
  request.onProfile?.(profile);
  const folders = { cwd, root: repository.root };
  const paths = below ?? (request.paths ?? []).map((path) => toRepositoryPath(path, folders));
  const chosen = selectBelow(changed, paths);
  return {
    ...{ repository, cwd, context, profile, changed, chosen },
    ...{ paths: [...new Set(paths)].sort() },
    ...selectFiles(chosen, profile),
  };
}

/** Every file that differs between the merge base and the head; none where there is nothing to compare. */
export async function listChange(
  repository: Repository,
  { mergeBase, head }: CheckContext,
): Promise<readonly ChangedFile[]> {
  return mergeBase === null ? [] : listChangedFiles(repository, mergeBase, head);
}
