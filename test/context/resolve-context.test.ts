import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CheckContext, type ContextOptions, resolveContext } from '../../src/context/index.ts';
import { openRepository } from '../../src/git/index.ts';
import {
  cloneLikePipelines,
  createRepository,
  type TestRepository,
  temporaryFolder,
  testEnvironment,
  useRepository,
} from '../helpers/create-repository.ts';

type Variables = Readonly<Record<string, string>>;

async function contextOf(
  repository: TestRepository,
  variables: Variables = {},
  options: ContextOptions = {},
): Promise<CheckContext> {
  const env = testEnvironment(variables);
  return resolveContext({ env, options, repository: await openRepository(repository.root, env) });
}

interface Build {
  readonly origin: TestRepository;
  readonly fork: string;
  readonly head: string;
  readonly target: string;
  /** The variables of the pull request's pipeline. */
  readonly variables: Record<string, string>;
}

/** A remote whose main branch has moved on since `feature/x` was made. */
function createBuild(): Build {
  const origin = createRepository();
  const fork = origin.commit('fork', { 'shared.ts': 's\n' });
  origin.git('checkout', '--quiet', '--detach');
  const head = origin.extend('feature/x', 2);
  const target = origin.extend('main', 1);
  origin.checkout('main');
  const variables = {
    BITBUCKET_BUILD_NUMBER: '7',
    BITBUCKET_COMMIT: head.slice(0, 12),
    BITBUCKET_BRANCH: 'feature/x',
    BITBUCKET_PR_ID: '42',
    BITBUCKET_PR_DESTINATION_BRANCH: 'main',
    BITBUCKET_PR_DESTINATION_COMMIT: target.slice(0, 12),
    BITBUCKET_WORKSPACE: 'team',
    BITBUCKET_REPO_SLUG: 'shop',
  };
  return { origin, fork, head, target, variables };
}

/** The variables of the same commit's build without a pull request. */
function withoutPullRequest(variables: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !name.includes('_PR_')));
}

describe('resolveContext in the pipeline of a pull request', () => {
  it('judges the source commit, expanded, against the fork point from the destination', async () => {
    const { origin, fork, head, target, variables } = createBuild();
    const clone = cloneLikePipelines(origin, { branch: 'feature/x', merge: target });
    expect(clone.git('rev-parse', 'HEAD')).not.toBe(head);
    expect(await contextOf(clone, variables)).toEqual({
      kind: 'pull-request',
      head: { kind: 'commit', commit: head },
      headCommit: head,
      publishCommit: head,
      target: { ref: 'main', commit: target },
      mergeBase: fork,
      pullRequest: 42,
      workspace: 'team',
      repoSlug: 'shop',
      serverRepository: null,
      sourceBranch: 'feature/x',
      inPipeline: true,
      notes: [],
      reason: null,
    });
  });

  it('takes the tip that the destination has now, not the one that the variables name', async () => {
    const { origin, variables } = createBuild();
    const clone = cloneLikePipelines(origin, { branch: 'feature/x' });
    const target = origin.commit('later', { 'later.ts': 'l\n' });
    expect((await contextOf(clone, variables)).target).toEqual({ ref: 'main', commit: target });
  });

  it('falls back to what the clone has where the destination cannot be fetched, and says so', async () => {
    const { origin, head, fork, target, variables } = createBuild();
    const clone = cloneLikePipelines(origin, { branch: 'feature/x', merge: target });
    clone.git('remote', 'set-url', 'origin', 'http://token:s3cret@127.0.0.1:9/nothing/here');
    clone.git('branch', 'main', fork);
    const byCommit = await contextOf(clone, variables);
    expect(byCommit).toMatchObject({
      target: { ref: 'main', commit: target },
      mergeBase: fork,
      headCommit: head,
    });
    expect(byCommit.notes).toEqual([expect.stringContaining('BITBUCKET_PR_DESTINATION_COMMIT')]);
    expect(byCommit.notes.join()).not.toContain('s3cret');
    const byBranch = await contextOf(clone, {
      ...variables,
      BITBUCKET_PR_DESTINATION_COMMIT: 'abcdefabcdef',
    });
    expect(byBranch.target?.commit).toBe(fork);
    expect(byBranch.notes).toEqual([expect.stringContaining('refs/heads/main')]);
    clone.git('update-ref', 'refs/remotes/origin/main', head);
    const byRemote = await contextOf(clone, variables);
    expect(byRemote.target?.commit).toBe(head);
    expect(byRemote.notes).toEqual([expect.stringContaining('refs/remotes/origin/main')]);
  });

  it('says what to do where the destination is nowhere to be had', async () => {
    const { origin, variables } = createBuild();
    const clone = cloneLikePipelines(origin, { branch: 'feature/x' });
    const elsewhere = {
      ...variables,
      BITBUCKET_PR_DESTINATION_BRANCH: 'release/1',
      BITBUCKET_PR_DESTINATION_COMMIT: '',
    };
    await expect(contextOf(clone, elsewhere)).rejects.toMatchObject({
      code: 'CSPR_GIT',
      message: 'The target "release/1" is not in this clone.',
      reason: expect.stringContaining("couldn't find remote ref refs/heads/release/1"),
      hint: expect.stringContaining('--target'),
    });
  });

  it('deepens a shallow clone', async () => {
    const { origin, variables } = createBuild();
    const head = origin.extend('feature/x', 60);
    const clone = cloneLikePipelines(origin, { branch: 'feature/x', depth: 50 });
    const context = await contextOf(clone, { ...variables, BITBUCKET_COMMIT: head });
    expect(context.mergeBase).toBe(origin.git('merge-base', 'main', head));
  });

  it('fetches the source branch where a clone of another making lacks the commit', async () => {
    const { origin, head, fork, variables } = createBuild();
    const clone = cloneLikePipelines(origin, { branch: 'main' });
    expect(await contextOf(clone, variables)).toMatchObject({ headCommit: head, mergeBase: fork });
    await expect(contextOf(clone, { ...variables, BITBUCKET_COMMIT: 'abcdefabcdef' })).rejects.toMatchObject({
      code: 'CSPR_GIT',
      message: 'The commit "abcdefabcdef" of this build is not in the clone.',
    });
  });

  it('is not deceived by a branch that is named like a hash of the variables', async () => {
    const { origin, head, target, variables } = createBuild();
    const clone = cloneLikePipelines(origin, { branch: 'feature/x', merge: target });
    clone.git('branch', head.slice(0, 12), target);
    clone.git('branch', target.slice(0, 12), head);
    clone.git('remote', 'remove', 'origin');
    expect(await contextOf(clone, variables)).toMatchObject({ headCommit: head, target: { commit: target } });
  });

  it('names the variable that is missing', async () => {
    const { origin, variables } = createBuild();
    const clone = cloneLikePipelines(origin, { branch: 'feature/x' });
    for (const name of ['BITBUCKET_COMMIT', 'BITBUCKET_PR_DESTINATION_BRANCH']) {
      await expect(contextOf(clone, { ...variables, [name]: '' })).rejects.toMatchObject({
        code: 'CSPR_ENV',
        message: `${name} is not set.`,
      });
    }
  });

  it('names the variable that is malformed before it asks git for anything', async () => {
    const { origin, variables } = createBuild();
    await expect(contextOf(origin, { ...variables, BITBUCKET_COMMIT: '--all' })).rejects.toMatchObject({
      code: 'CSPR_ENV',
      message: expect.stringContaining('BITBUCKET_COMMIT is "--all"'),
    });
  });

  it('lets flags win over variables, malformed ones included', async () => {
    const { origin, head, fork, target, variables } = createBuild();
    origin.git('branch', 'develop', fork);
    const clone = cloneLikePipelines(origin, { branch: 'feature/x' });
    const options = {
      target: 'develop',
      workspace: 'other',
      repo: 'site',
      pullRequest: '5',
      commit: head.slice(0, 9),
    };
    const broken = {
      ...variables,
      BITBUCKET_COMMIT: '$X',
      BITBUCKET_PR_DESTINATION_BRANCH: '$X',
      BITBUCKET_WORKSPACE: '$X',
      BITBUCKET_REPO_SLUG: '$X',
      BITBUCKET_PR_ID: '$X',
    };
    expect(await contextOf(clone, broken, options)).toMatchObject({
      kind: 'pull-request',
      headCommit: head,
      publishCommit: head,
      target: { ref: 'develop', commit: fork },
      workspace: 'other',
      repoSlug: 'site',
      pullRequest: 5,
      inPipeline: true,
    });
    const parent = clone.git('rev-parse', `${head}~1`);
    expect(await contextOf(clone, variables, { source: `${head}~1`, commit: head })).toMatchObject({
      head: { kind: 'commit', commit: parent },
      headCommit: parent,
      publishCommit: head,
    });
    for (const given of [fork, fork.slice(0, 10), 'origin/develop', 'refs/heads/develop', 'feature/x~2']) {
      expect((await contextOf(clone, variables, { target: given })).target?.commit).toBe(fork);
    }
    expect((await contextOf(clone, variables, { target: 'main' })).target?.commit).toBe(target);
  });

  it('does not take a tag for the target branch of the same name', async () => {
    const { origin, head, target, variables } = createBuild();
    origin.git('tag', 'main', head);
    const clone = cloneLikePipelines(origin, { branch: 'feature/x' });
    expect(clone.git('rev-parse', 'refs/tags/main')).toBe(head);
    expect((await contextOf(clone, variables)).target?.commit).toBe(target);
    expect((await contextOf(clone, variables, { target: 'main' })).target?.commit).toBe(target);
  });
});

describe('resolveContext in the pipeline of a branch', () => {
  it('compares with the main branch that the remote names', async () => {
    const { origin, head, fork, target, variables } = createBuild();
    origin.git('branch', '-m', 'main', 'trunk');
    const clone = cloneLikePipelines(origin, { branch: 'feature/x' });
    const context = await contextOf(clone, withoutPullRequest(variables));
    expect(context).toMatchObject({
      kind: 'branch',
      headCommit: head,
      target: { ref: 'trunk', commit: target },
      mergeBase: fork,
      pullRequest: null,
    });
    expect(context.notes).toEqual([expect.stringContaining('nothing is published')]);
  });

  it('has nothing to compare in a build of the main branch or a tag, and says why', async () => {
    const { origin, target, variables } = createBuild();
    const clone = cloneLikePipelines(origin, { branch: 'main' });
    const main = { ...withoutPullRequest(variables), BITBUCKET_BRANCH: 'main', BITBUCKET_COMMIT: target };
    expect(await contextOf(clone, main)).toMatchObject({
      kind: 'nothing-to-compare',
      headCommit: target,
      target: null,
      mergeBase: null,
      reason: 'This is a build of the main branch "main" itself: there is nothing to compare.',
    });
    expect(await contextOf(clone, { ...main, BITBUCKET_BRANCH: '', BITBUCKET_TAG: 'v1' })).toMatchObject({
      kind: 'nothing-to-compare',
      reason: 'This is a build of the tag "v1": there is nothing to compare.',
    });
    expect(await contextOf(clone, main, { target: `${target}~1` })).toMatchObject({
      kind: 'branch',
      target: { commit: clone.git('rev-parse', `${target}~1`) },
    });
  });

  it('asks for --target where no main branch is known', async () => {
    const { origin, variables } = createBuild();
    const clone = cloneLikePipelines(origin, { branch: 'feature/x' });
    clone.git('remote', 'remove', 'origin');
    await expect(contextOf(clone, withoutPullRequest(variables))).rejects.toMatchObject({
      code: 'CSPR_ENV',
      hint: 'Give it by --target.',
    });
  });
});

describe('resolveContext outside of a pipeline', () => {
  /** A developer's clone with a commit of its own on `work`. */
  function createLocalClone() {
    const { origin, fork, target } = createBuild();
    const root = path.join(temporaryFolder(), 'clone');
    origin.git('clone', '--quiet', `file://${origin.root}`, root);
    const clone = useRepository(root, 1_700_500_000);
    clone.git('checkout', '--quiet', '-b', 'work', fork);
    return { origin, clone, fork, target, head: clone.commit('work', { 'work.ts': 'w\n' }) };
  }

  it("judges the working tree against the remote's main branch as the clone has it", async () => {
    const { origin, clone, fork, target } = createLocalClone();
    origin.commit('later', { 'later.ts': 'l\n' });
    expect(await contextOf(clone)).toMatchObject({
      kind: 'local',
      head: { kind: 'working-tree' },
      headCommit: null,
      publishCommit: null,
      target: { ref: 'origin/main', commit: target },
      mergeBase: fork,
      sourceBranch: 'work',
      inPipeline: false,
      pullRequest: null,
      workspace: null,
      repoSlug: null,
      notes: [],
    });
  });

  it('judges the index or a commit where flags say so', async () => {
    const { clone, fork, target, head } = createLocalClone();
    expect(await contextOf(clone, {}, { staged: true })).toMatchObject({
      head: { kind: 'index' },
      mergeBase: fork,
    });
    expect(await contextOf(clone, {}, { source: 'work' })).toMatchObject({
      headCommit: head,
      sourceBranch: 'work',
    });
    expect(await contextOf(clone, {}, { source: 'feature/x' })).toMatchObject({
      headCommit: clone.git('rev-parse', 'origin/feature/x'),
      sourceBranch: 'feature/x',
    });
    expect(await contextOf(clone, {}, { source: 'HEAD~1', target: 'main' })).toMatchObject({
      headCommit: fork,
      sourceBranch: null,
      target: { ref: 'main', commit: target },
    });
    expect(await contextOf(clone, {}, { target: 'feature/x' })).toMatchObject({
      target: { ref: 'feature/x', commit: clone.git('rev-parse', 'origin/feature/x') },
    });
  });

  it('keeps judging the working tree where a flag says which commit the results belong to', async () => {
    const { clone, head } = createLocalClone();
    const options = { commit: head.slice(0, 8), pullRequest: '3', workspace: 'team', repo: 'shop' };
    expect(await contextOf(clone, {}, options)).toMatchObject({
      kind: 'local',
      head: { kind: 'working-tree' },
      publishCommit: head,
      pullRequest: 3,
      workspace: 'team',
      repoSlug: 'shop',
    });
    await expect(contextOf(clone, {}, { commit: 'abcdefabcdef' })).rejects.toMatchObject({
      code: 'CSPR_GIT',
    });
  });

  it('takes workspace and repository from the URL of origin where variables do not name them', async () => {
    const { clone } = createLocalClone();
    clone.git('remote', 'set-url', 'origin', 'git@bitbucket.org:team/shop.git');
    expect(await contextOf(clone)).toMatchObject({ workspace: 'team', repoSlug: 'shop' });
    expect(await contextOf(clone, { BITBUCKET_WORKSPACE: 'w', BITBUCKET_REPO_SLUG: 'r' })).toMatchObject({
      kind: 'local',
      workspace: 'w',
      repoSlug: 'r',
    });
    expect(await contextOf(clone, {}, { repo: 'site' })).toMatchObject({
      workspace: 'team',
      repoSlug: 'site',
    });
  });

  it("compares with the clone's own main branch where there is no remote", async () => {
    const repository = createRepository();
    const main = repository.commit('one', { 'a.ts': 'a\n' });
    repository.checkout('work');
    repository.commit('two', { 'b.ts': 'b\n' });
    expect(await contextOf(repository)).toMatchObject({
      target: { ref: 'main', commit: main },
      mergeBase: main,
    });
  });

  it('judges what is not committed where there is one branch of another name', async () => {
    const repository = createRepository();
    const head = repository.commit('one', { 'a.ts': 'a\n' });
    repository.git('branch', '-m', 'trunk');
    const context = await contextOf(repository);
    expect(context).toMatchObject({ target: { ref: 'HEAD', commit: head }, mergeBase: head });
    expect(context.notes).toEqual([expect.stringContaining('--target')]);
  });

  it('says that a repository without a commit has nothing to compare with', async () => {
    for (const options of [{}, { staged: true }]) {
      await expect(contextOf(createRepository(), {}, options)).rejects.toMatchObject({
        code: 'CSPR_GIT',
        message: 'This repository has no commit yet.',
      });
    }
  });

  it('does not touch the network for a shallow clone, and says what to do', async () => {
    const { origin } = createBuild();
    const clone = cloneLikePipelines(origin, { branch: 'feature/x', depth: 1 });
    clone.git('fetch', '--quiet', '--depth=1', 'origin', '+refs/heads/main:refs/remotes/origin/main');
    await expect(contextOf(clone)).rejects.toMatchObject({
      code: 'CSPR_GIT',
      hint: expect.stringContaining('git fetch --unshallow'),
    });
  });

  it('refuses revisions that are not there', async () => {
    const { clone } = createLocalClone();
    await expect(contextOf(clone, {}, { target: 'no-such' })).rejects.toMatchObject({
      code: 'CSPR_GIT',
      message: 'The target "no-such" is not in this clone.',
    });
    await expect(contextOf(clone, {}, { source: 'no-such' })).rejects.toMatchObject({ code: 'CSPR_GIT' });
  });

  it.each([
    [{ target: '--all' }, '--target is "--all", which is not a revision.'],
    [{ source: '' }, '--source is "", which is not a revision.'],
    [{ commit: 'HEAD' }, '--commit is "HEAD", which is not the hash'],
    [{ pullRequest: 'seven' }, '--pull-request is "seven"'],
    [{ workspace: '../x' }, '--workspace is "../x"'],
    [{ repo: 'a/b' }, '--repo is "a/b"'],
    [{ staged: true, source: 'main' }, '--staged and --source contradict each other.'],
  ])('refuses %j', async (options: ContextOptions, message) => {
    await expect(contextOf(createRepository(), {}, options)).rejects.toMatchObject({
      code: 'CSPR_USAGE',
      message: expect.stringContaining(message),
    });
  });
});
