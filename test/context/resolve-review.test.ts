import { describe, expect, it } from 'vitest';
import { resolveReview } from '../../src/context/index.ts';
import { openRepository } from '../../src/git/index.ts';
import {
  cloneLikePipelines,
  createRepository,
  type TestRepository,
  testEnvironment,
} from '../helpers/create-repository.ts';

/** A build of the branch `feature`, whose pull request goes to `main`. */
function createBuild() {
  const origin = createRepository();
  const fork = origin.commit('start', { 'a.ts': 'a\n' });
  origin.checkout('feature');
  const head = origin.commit('work', { 'b.ts': 'b\n' });
  origin.checkout('main');
  const target = origin.commit('meanwhile', { 'c.ts': 'c\n' });
  const clone = cloneLikePipelines(origin, { branch: 'feature' });
  const variables = {
    BITBUCKET_BUILD_NUMBER: '17',
    BITBUCKET_BRANCH: 'feature',
    BITBUCKET_COMMIT: head.slice(0, 12),
    BITBUCKET_PR_ID: '42',
    BITBUCKET_PR_DESTINATION_BRANCH: 'main',
    BITBUCKET_PR_DESTINATION_COMMIT: target.slice(0, 12),
  };
  return { clone, fork, head, target, variables };
}

async function sourceOf(repository: TestRepository, env: Record<string, string>, source?: string) {
  const opened = await openRepository(repository.root, testEnvironment());
  return resolveReview({ env, repository: opened, source });
}

describe('resolveReview', () => {
  it('reviews the working tree by its own profile, outside of a pull request', async () => {
    const { clone, variables } = createBuild();
    const workingTree = { head: { kind: 'working-tree' }, profileAt: null, floorAt: null, notes: [] };
    expect(await sourceOf(clone, {})).toEqual(workingTree);
    const { BITBUCKET_PR_ID: _id, ...branchBuild } = variables;
    expect(await sourceOf(clone, branchBuild)).toEqual(workingTree);
  });

  it('reviews a commit by its own profile', async () => {
    const { clone, fork } = createBuild();
    expect(await sourceOf(clone, {}, 'HEAD~1')).toEqual({
      head: { kind: 'commit', commit: fork },
      profileAt: { ref: 'HEAD~1', commit: fork },
      floorAt: null,
      notes: [],
    });
  });

  it("takes profile and floor of the target's tip in the pipeline of a pull request", async () => {
    const { clone, head, target, variables } = createBuild();
    const profileAt = { ref: 'main', commit: target };
    expect(await sourceOf(clone, variables)).toMatchObject({
      head: { kind: 'working-tree' },
      profileAt,
      floorAt: profileAt,
    });
    expect(await sourceOf(clone, variables, head)).toMatchObject({
      head: { kind: 'commit', commit: head },
      profileAt,
      floorAt: profileAt,
    });
  });

  it('says where the target cannot be fetched, and never takes the side under review instead', async () => {
    const { clone, fork, variables } = createBuild();
    clone.git('remote', 'set-url', 'origin', 'http://127.0.0.1:9/nothing/here');
    await expect(sourceOf(clone, variables)).rejects.toMatchObject({ code: 'CSPR_GIT' });
    clone.git('branch', 'main', fork);
    const fallback = await sourceOf(clone, variables);
    expect(fallback.profileAt).toEqual({ ref: 'main', commit: fork });
    expect(fallback.notes).toEqual([expect.stringContaining('could not be fetched')]);
  });

  it.each([
    [{ BITBUCKET_PR_ID: '$BITBUCKET_PR_ID' }, 'BITBUCKET_PR_ID'],
    [{ BITBUCKET_PR_DESTINATION_BRANCH: '--upload-pack=x' }, 'BITBUCKET_PR_DESTINATION_BRANCH'],
    [{ BITBUCKET_PR_DESTINATION_BRANCH: '' }, 'BITBUCKET_PR_DESTINATION_BRANCH is not set'],
  ])('refuses %o', async (broken, says) => {
    const { clone, variables } = createBuild();
    await expect(sourceOf(clone, { ...variables, ...broken })).rejects.toMatchObject({
      code: 'CSPR_ENV',
      message: expect.stringContaining(says),
    });
  });
});
