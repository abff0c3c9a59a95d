import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchBranch } from '../../src/git/fetch-branch.ts';
import { findMergeBase } from '../../src/git/find-merge-base.ts';
import { listChangedFiles } from '../../src/git/list-changed-files.ts';
import { cloneLikePipelines, createRepository, type TestRepository } from '../helpers/create-repository.ts';
import { createOrigin } from './create-origin.ts';
import { open } from './open.ts';

const branches = ['feature', 'main'];

const isShallow = (clone: TestRepository) => clone.git('rev-parse', '--is-shallow-repository') === 'true';

describe('findMergeBase', () => {
  it('finds the fork point though the target has moved on', async () => {
    const { origin, fork, head, target } = createOrigin();
    expect(await findMergeBase(await open(origin), { head, target })).toBe(fork);
  });

  it('is not misled by the merge commit that a pull request pipeline leaves as HEAD', async () => {
    const { origin, fork, head, target } = createOrigin();
    const clone = cloneLikePipelines(origin, { branch: 'feature', commit: head, merge: target });
    expect(clone.git('rev-parse', 'HEAD')).not.toBe(head);
    expect(clone.git('merge-base', 'HEAD', target)).toBe(target);
    const repository = await open(clone);
    const base = await findMergeBase(
      repository,
      { head, target: await fetchBranch(repository, 'main') },
      branches,
    );
    const files = await listChangedFiles(repository, base, { kind: 'commit', commit: head });
    expect(base).toBe(fork);
    expect(files.map((file) => file.new?.path)).toEqual(['feature.ts']);
  });

  it('never makes a whole clone shallow', async () => {
    const { origin, fork, head, target } = createOrigin();
    const clone = cloneLikePipelines(origin, { branch: 'feature' });
    expect(isShallow(clone)).toBe(false);
    const repository = await open(clone);
    expect(
      await findMergeBase(repository, { head, target: await fetchBranch(repository, 'main') }, branches),
    ).toBe(fork);
    expect(isShallow(clone)).toBe(false);
    expect(clone.git('rev-list', '--count', target)).toBe(origin.git('rev-list', '--count', target));
  });

  it('deepens a shallow clone no further than it must', async () => {
    const { origin, fork, head } = createOrigin(400, 5);
    const clone = cloneLikePipelines(origin, { branch: 'feature', depth: 2 });
    const repository = await open(clone);
    const target = await fetchBranch(repository, 'main');
    expect(() => clone.git('merge-base', head, target)).toThrow();
    expect(await findMergeBase(repository, { head, target }, branches)).toBe(fork);
    expect(isShallow(clone)).toBe(true);
  });

  it('fetches all history where the steps do not reach', async () => {
    const { origin, fork } = createOrigin(1, 2300);
    origin.git('checkout', '--quiet', '--detach');
    origin.extend('main', 2300);
    origin.checkout('main');
    const clone = cloneLikePipelines(origin, { branch: 'feature', depth: 1 });
    const repository = await open(clone);
    const target = await fetchBranch(repository, 'main');
    const head = clone.git('rev-parse', 'HEAD');
    expect(await findMergeBase(repository, { head, target }, branches)).toBe(fork);
    expect(isShallow(clone)).toBe(false);
  });

  it('does not take an older ancestor for the merge base because the way to it is cut off', async () => {
    const origin = createRepository();
    const old = origin.commit('old', { 'old.ts': 'o\n' });
    origin.extend('side', 1);
    origin.git('checkout', '--quiet', '--detach');
    const fork = origin.extend('main', 3);
    origin.git('branch', 'feature', fork);
    origin.extend('feature', 8);
    origin.checkout('feature');
    // The way over the side branch to the old commit is short, the one to the fork point long.
    origin.git('merge', '--quiet', '--no-edit', 'side');
    const head = origin.commit('after merge', { 'after.ts': 'a\n' });
    origin.checkout('main');
    origin.commit('main', { 'main.ts': 'm\n' });
    const clone = cloneLikePipelines(origin, { branch: 'feature', depth: 5 });
    const repository = await open(clone);
    const target = await fetchBranch(repository, 'main');
    expect(clone.git('merge-base', head, target)).toBe(old);
    await expect(findMergeBase(repository, { head, target })).rejects.toMatchObject({ code: 'CSPR_GIT' });
    expect(await findMergeBase(repository, { head, target }, branches)).toBe(fork);
  });

  it('deepens the target where the source branch is gone from the remote', async () => {
    const { origin, fork, head } = createOrigin(10, 3);
    const clone = cloneLikePipelines(origin, { branch: 'feature', depth: 2 });
    const repository = await open(clone);
    origin.git('branch', '-D', 'feature');
    const target = await fetchBranch(repository, 'main');
    expect(await findMergeBase(repository, { head, target }, branches)).toBe(fork);
  });

  it('says to clone the whole history where the remote refuses to give more', async () => {
    const { origin, head, target } = createOrigin(10, 3);
    const clone = cloneLikePipelines(origin, { branch: 'feature', depth: 2 });
    const repository = await open(clone);
    await fetchBranch(repository, 'main');
    clone.git('config', 'remote.origin.url', `${path.dirname(origin.root)}/nowhere`);
    await expect(
      findMergeBase(repository, { head, target: await targetOf(clone) }, branches),
    ).rejects.toMatchObject({
      code: 'CSPR_GIT',
      hint: expect.stringContaining('clone: depth: full'),
      reason: expect.stringContaining('does not appear to be a git repository'),
    });
    expect(target).toBe(await targetOf(clone));
  });

  it('touches no network without branches to fetch, and says how to get the history', async () => {
    const { origin, head, target } = createOrigin(10, 3);
    const clone = cloneLikePipelines(origin, { branch: 'feature', depth: 2 });
    clone.git('fetch', '--quiet', '--depth=1', 'origin', target);
    await expect(findMergeBase(await open(clone), { head, target })).rejects.toMatchObject({
      code: 'CSPR_GIT',
      hint: expect.stringContaining('git fetch --unshallow'),
    });
  });

  it('refuses histories that have nothing in common', async () => {
    const { origin, target } = createOrigin();
    origin.git('checkout', '--quiet', '--orphan', 'unrelated');
    const head = origin.commit('unrelated', { 'u.ts': 'u\n' });
    await expect(findMergeBase(await open(origin), { head, target })).rejects.toMatchObject({
      code: 'CSPR_GIT',
      message: expect.stringContaining('no common history'),
      hint: expect.stringContaining('--target'),
    });
  });

  it('gives the same one of several merge bases each time, and one that git calls best', async () => {
    const origin = createRepository();
    origin.commit('root', { 'r.ts': 'r\n' });
    origin.checkout('feature');
    const onFeature = origin.commit('feature', { 'f.ts': 'f\n' });
    origin.checkout('main');
    const onMain = origin.commit('main', { 'm.ts': 'm\n' });
    origin.git('merge', '--quiet', '--no-edit', onFeature);
    const target = origin.git('rev-parse', 'HEAD');
    origin.checkout('feature');
    origin.git('merge', '--quiet', '--no-edit', onMain);
    const head = origin.git('rev-parse', 'HEAD');
    const repository = await open(origin);
    const answers = [
      await findMergeBase(repository, { head, target }),
      await findMergeBase(repository, { head, target }),
    ];
    expect(new Set(answers).size).toBe(1);
    expect(origin.git('merge-base', '--all', head, target).split('\n').sort()).toEqual(
      [onFeature, onMain].sort(),
    );
    expect([onFeature, onMain]).toContain(answers[0]);
  });
});

async function targetOf(clone: TestRepository): Promise<string> {
  return clone.git('rev-parse', 'refs/remotes/codescene-pr/main');
}
