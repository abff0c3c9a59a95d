import { stat } from 'node:fs/promises';
import {
  type ContextOptions,
  examineVariables,
  findHistory,
  findLocalMergeBase,
  isPipeline,
  isPullRequestBuild,
  type LocatedTarget,
  locateTarget,
} from '../context/index.ts';
import {
  assertOpens,
  countCommits,
  type Environment,
  expandCommitHash,
  findGit,
  locateRepository,
  type Repository,
  resolveCommit,
  withTimeLimit,
} from '../git/index.ts';
import type {
  Examined,
  PlaceFacts,
  PlaceKind,
  ProfileFacts,
  RepositoryFacts,
  TargetFacts,
  VariableFacts,
} from '../model/diagnosis.ts';
import { examine, toTrouble } from './examine.ts';
import { loadProfile, type ProfileSide } from './load-profile.ts';
import { openProject } from './open-project.ts';

/** The place that is looked at. */
export interface PlaceRequest {
  readonly cwd: string;
  readonly env: Environment;
  readonly options: ContextOptions;
  readonly profile: string | undefined;
}

/** Everything but Bitbucket and the process itself. */
export type ClonedPlace = Omit<PlaceFacts, 'node' | 'stdout' | 'bitbucket'> & {
  /** Full hash of the judged commit, or its digits as far as they are known; `null` where none is. */
  readonly commit: string | null;
  /** For what else wants to look at it; `null` where it cannot be opened. */
  readonly opened: Repository | null;
};

/** One local git command may take so long: a place that hangs is said, not waited for. */
const commandSeconds = 10;

/**
 * Looks at git, the clone, the variables, the target and the profile, each by itself, and changes nothing: where
 * `check` would fetch, `origin` is only asked.
 */
export async function examinePlace(request: PlaceRequest): Promise<ClonedPlace> {
  const { env, cwd, options } = request;
  const located = await examine(() => locateRepository(cwd, env));
  const root = 'found' in located ? located.found.root : null;
  const [git, project] = await Promise.all([
    examine(() => findGit(env, root)),
    examine(() => openLimited(request)),
  ]);
  const opened = 'found' in project ? project.found : null;
  const repository =
    'found' in located && opened ? await examine(() => describe(opened)) : troubleOf(located, project);
  const variables = isPipeline(env) ? await readVariables(request, opened) : [];
  const target = opened && (await examine(() => lookForTarget(request, opened)));
  const profile = opened && (await examine(() => lookForProfile(request, opened, target)));
  const commit = await judgedCommit(request, variables, opened);
  return { kind: kindOf(env, options), git, repository, variables, target, profile, commit, opened };
}

async function openLimited(request: PlaceRequest): Promise<Repository> {
  const { repository } = await openProject(request);
  const limited = withTimeLimit(repository, commandSeconds);
  await assertOpens(limited.run);
  return limited;
}

/** Why there is no repository, else why it cannot be opened. */
function troubleOf(located: Examined<unknown>, project: Examined<unknown>): Examined<RepositoryFacts> {
  for (const each of [located, project]) if ('trouble' in each) return each;
  return { trouble: { message: 'The repository cannot be opened.', reason: null, hint: null } };
}

function kindOf(env: Environment, { pullRequest }: ContextOptions): PlaceKind {
  if (!isPipeline(env)) return 'local';
  return pullRequest === undefined && !isPullRequestBuild(env) ? 'branch' : 'pull-request';
}

async function describe(repository: Repository): Promise<RepositoryFacts> {
  const { root, shallow } = repository;
  const owner = (await stat(root)).uid;
  const user = process.getuid?.() ?? owner;
  return { root, shallow, isForeign: owner !== user && user !== 0, commits: await countCommits(repository) };
}

async function readVariables(
  { env, options }: PlaceRequest,
  repository: Repository | null,
): Promise<readonly VariableFacts[]> {
  return Promise.all(
    examineVariables(env, options).map(async ({ name, value, flag, error }): Promise<VariableFacts> => {
      const trouble = error === null ? null : toTrouble(error);
      const facts = { name, value, flag, trouble, commit: null };
      const isCommit = name === 'BITBUCKET_COMMIT' || name === 'BITBUCKET_PR_DESTINATION_COMMIT';
      if (!isCommit || value === null || trouble !== null || !repository) return facts;
      const expanded = await examine(() => expandCommitHash(repository, value));
      return 'trouble' in expanded ? { ...facts, ...expanded } : { ...facts, commit: expanded.found };
    }),
  );
}

async function lookForTarget(request: PlaceRequest, repository: Repository): Promise<TargetFacts | null> {
  const { env, options } = request;
  const context = { env, options, repository };
  const located = await locateTarget(context);
  if (located === null) return null;
  const { ref, commit, remote } = located;
  // Who did not answer once is not asked again.
  const mayAskOrigin = kindOf(env, options) === 'pull-request' && remote !== null && !('error' in remote);
  const [mergeBase, history] = await Promise.all([
    commit === null ? null : examine(() => findLocalMergeBase(context, commit)),
    examine(() => findHistory(repository, located, mayAskOrigin)),
  ]);
  return {
    ref,
    commit,
    remote: remote === null ? null : describeRemote(remote),
    mergeBase,
    history: 'found' in history ? history.found : null,
  };
}

function describeRemote(remote: NonNullable<LocatedTarget['remote']>): NonNullable<TargetFacts['remote']> {
  return 'error' in remote ? { trouble: toTrouble(remote.error) } : { found: remote };
}

async function lookForProfile(
  { cwd, env, profile }: PlaceRequest,
  repository: Repository,
  target: Examined<TargetFacts | null> | null,
): Promise<ProfileFacts> {
  const found = target && 'found' in target ? target.found : null;
  const isOfTarget = isPipeline(env);
  const side: ProfileSide =
    isOfTarget && found?.commit
      ? { kind: 'commit', commit: found.commit, ref: found.ref }
      : { kind: 'working-tree' };
  const { name, origin, warnings, feedback, connections } = await loadProfile({
    repository,
    cwd,
    profile,
    side,
  });
  const isStandIn = isOfTarget && side.kind === 'working-tree';
  return { name, origin, warnings, feedback, isStandIn, connections };
}

/** What Bitbucket is asked about: in a pipeline the build's commit, elsewhere HEAD. */
async function judgedCommit(
  { options }: PlaceRequest,
  variables: readonly VariableFacts[],
  repository: Repository | null,
): Promise<string | null> {
  const ofBuild = variables.find(({ name }) => name === 'BITBUCKET_COMMIT');
  if (ofBuild) return ofBuild.trouble === null ? (ofBuild.commit ?? ofBuild.value) : null;
  if (!repository) return null;
  const revision = options.commit ?? 'HEAD';
  const resolved = await examine(() => resolveCommit(repository, revision));
  return 'found' in resolved ? resolved.found : null;
}
