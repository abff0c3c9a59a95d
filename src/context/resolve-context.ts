import { GitError } from '../errors.ts';
import { expandCommitHash, findMergeBase, quoted } from '../git/index.ts';
import { quietly } from '../quietly.ts';
import type { CheckContext } from './check-context.ts';
import { parseRemoteUrl, parseServerUrl } from './parse-remote-url.ts';
import { type ResolvedHead, resolveHead } from './resolve-head.ts';
import { type ResolvedTarget, resolveTarget } from './resolve-target.ts';
import { assessSituation, type ContextRequest, type Situation } from './situation.ts';

async function resolvePublishCommit(
  { repository, options }: Situation,
  headCommit: string | null,
): Promise<string | null> {
  if (options.commit === undefined) return headCommit;
  const commit = await expandCommitHash(repository, options.commit);
  if (commit !== null) return commit;
  throw new GitError(`--commit ${quoted(options.commit)} is not in this clone.`, {
    hint: 'Give a commit of the source branch; git fetch origin gets what is missing.',
  });
}

type Place = Pick<CheckContext, 'workspace' | 'repoSlug' | 'serverRepository'>;

function resolvePlace({ repository, options, pipelines }: Situation): Place {
  const workspace = options.workspace ?? pipelines.workspace;
  const repoSlug = options.repo ?? pipelines.repoSlug;
  if (workspace !== null && repoSlug !== null) return { workspace, repoSlug, serverRepository: null };
  const url = repository.originUrl ?? '';
  const remote = parseRemoteUrl(url);
  return {
    workspace: workspace ?? remote?.workspace ?? null,
    repoSlug: repoSlug ?? remote?.repoSlug ?? null,
    serverRepository: parseServerUrl(url),
  };
}

type Comparison = Pick<CheckContext, 'kind' | 'target' | 'mergeBase' | 'notes' | 'reason'>;

/**
 * Begins to look for the target beside the head, where it does not depend on that: outside of a pipeline, where nothing is
 * fetched for it.
 */
function beginTarget(situation: Situation, head: Promise<ResolvedHead>): Promise<ResolvedTarget> | null {
  // What went wrong with the head is said first.
  const tip = quietly(head.then((resolved) => resolved.tip));
  return situation.inPipeline ? null : quietly(resolveTarget(situation, tip));
}

async function compare(
  situation: Situation,
  { tip, sourceBranch }: ResolvedHead,
  resolved: ResolvedTarget,
): Promise<Comparison> {
  if ('reason' in resolved) {
    return { kind: 'nothing-to-compare', target: null, mergeBase: null, notes: [], reason: resolved.reason };
  }
  const { target, branch, notes } = resolved;
  const branches = situation.inPipeline ? [branch, sourceBranch].filter((name) => name !== null) : [];
  const mergeBase = await findMergeBase(situation.repository, { head: tip, target: target.commit }, branches);
  const build = situation.pullRequest === null ? 'branch' : 'pull-request';
  return { kind: situation.inPipeline ? build : 'local', target, mergeBase, notes, reason: null };
}

/**
 * Finds out what is compared with what, and where the results belong. Flags beat the variables of Bitbucket
 * Pipelines, which beat what the clone says.
 *
 * In a pipeline the target's tip, and in a shallow clone as much history as the merge base needs, are
 * fetched from `origin`. Outside of a pipeline the network is never touched.
 *
 * @throws UsageError for a flag whose value cannot be what it should be
 * @throws EnvironmentError for a variable that is malformed or missing
 * @throws GitError where a revision is not to be had, or the histories have nothing in common
 */
export async function resolveContext(request: ContextRequest): Promise<CheckContext> {
  const situation = assessSituation(request);
  const findingHead = resolveHead(situation);
  const findingTarget = beginTarget(situation, findingHead);
  const resolvedHead = await findingHead;
  const { head, sourceBranch } = resolvedHead;
  const headCommit = head.kind === 'commit' ? head.commit : null;
  const publishCommit = await resolvePublishCommit(situation, headCommit);
  const target = await (findingTarget ?? resolveTarget(situation, resolvedHead.tip));
  return {
    ...(await compare(situation, resolvedHead, target)),
    ...resolvePlace(situation),
    head,
    headCommit,
    publishCommit,
    sourceBranch,
    pullRequest: situation.pullRequest,
    inPipeline: situation.inPipeline,
  };
}
