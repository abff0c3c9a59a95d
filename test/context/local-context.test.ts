import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ContextOptions } from '../../src/context/index.ts';
import {
  cloneLikePipelines,
  createRepository,
  temporaryFolder,
  useRepository,
} from '../helpers/create-repository.ts';
import { contextOf, createBuild } from './create-build.ts';

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
