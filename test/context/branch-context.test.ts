import { describe, expect, it } from 'vitest';
import { cloneLikePipelines } from '../helpers/create-repository.ts';
import { contextOf, createBuild } from './create-build.ts';

/** The variables of the same commit's build without a pull request. */
function withoutPullRequest(variables: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !name.includes('_PR_')));
}

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
