import { describe, expect, it } from 'vitest';
import { cloneLikePipelines } from '../helpers/create-repository.ts';
import { contextOf, createBuild } from './create-build.ts';

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
