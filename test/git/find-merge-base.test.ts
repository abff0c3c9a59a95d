import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchBranch } from '../../src/git/fetch-branch.ts';
import { findMergeBase } from '../../src/git/find-merge-base.ts';
import { listChangedFiles } from '../../src/git/list-changed-files.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import {
  cloneLikePipelines,
  createRepository,
  type TestRepository,
  testEnvironment,
} from '../helpers/create-repository.ts';

const branches = ['feature', 'main'];

interface Origin {
  readonly origin: TestRepository;
  readonly fork: string;
  readonly head: string;
  readonly target: string;
}

/** A pull request of three commits whose target has moved on by two; `before` commits precede both. */
function createOrigin(before = 1, ahead = 3): Origin {
  const origin = createRepository();
  origin.commit('root');
  origin.git('checkout', '--quiet', '--detach');
  const fork = origin.extend('main', before);
  origin.git('branch', 'feature', fork);
  const head = origin.extend('feature', ahead);
  const target = origin.extend('main', 2);
  origin.checkout('main');
  return { origin, fork, head, target };
}

const isShallow = (clone: TestRepository) => clone.git('rev-parse', '--is-shallow-repository') === 'true';
const open = (clone: TestRepository) => openRepository(clone.root, testEnvironment());

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

  it('fetches by an explicit refspec into a ref of its own and touches no other', async () => {
    const { origin, head, target } = createOrigin();
    origin.git('tag', 'v1', target);
    const clone = cloneLikePipelines(origin, { branch: 'feature' });
    const before = clone.git('for-each-ref').split('\n');
    const repository = await open(clone);
    expect(await fetchBranch(repository, 'main')).toBe(target);
    const ours = `${target} commit\trefs/remotes/codescene-pr/main`;
    expect(clone.git('for-each-ref').split('\n').sort()).toEqual([...before, ours].sort());
    expect(existsSync(path.join(clone.root, '.git/FETCH_HEAD'))).toBe(false);
    const moved = origin.extend('feature', 1);
    expect(await fetchBranch(repository, 'feature')).toBe(moved);
    expect(clone.git('rev-parse', 'refs/remotes/origin/feature')).toBe(head);
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

describe('fetchBranch', () => {
  it('says what git said, without credentials and control characters', async () => {
    const { origin } = createOrigin();
    const clone = cloneLikePipelines(origin, { branch: 'feature' });
    clone.git(
      'remote',
      'set-url',
      'origin',
      'http://x-token-auth:s3cret@127.0.0.1:9/work\u001bspace/repo.git',
    );
    const error = await fetchBranch(await open(clone), 'main').catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'CSPR_GIT', message: expect.stringContaining('"main"') });
    expect(error.reason).toContain('127.0.0.1');
    expect(`${error.message} ${error.reason} ${error.hint}`).not.toContain('s3cret');
    expect(`${error.message} ${error.reason} ${error.hint}`).not.toMatch(/\p{Cc}/u);
  });

  it('says that a branch is missing', async () => {
    const { origin } = createOrigin();
    await expect(
      fetchBranch(await open(cloneLikePipelines(origin, { branch: 'feature' })), 'no-such'),
    ).rejects.toMatchObject({
      reason: expect.stringContaining("couldn't find remote ref refs/heads/no-such"),
    });
  });

  it('takes no text for a branch that could be an option, a refspec or a pattern', async () => {
    const repository = await open(createOrigin().origin);
    for (const branch of ['--upload-pack=x', 'a:refs/heads/b', '*', '+main', '', 'a..b', 'x\ny']) {
      if (branch === '+main') continue;
      await expect(fetchBranch(repository, branch)).rejects.toMatchObject({
        message: /is not the name of a branch/,
      });
    }
  });

  it("fetches branches whose names stand in each other's way", async () => {
    const { origin, head, target } = createOrigin();
    origin.git('branch', 'topic%2Fx', target);
    origin.git('branch', '-m', 'feature', 'topic/x');
    const clone = cloneLikePipelines(origin, { branch: 'main' });
    const repository = await open(clone);
    expect(await fetchBranch(repository, 'topic/x')).toBe(head);
    expect(await fetchBranch(repository, 'topic%2Fx')).toBe(target);
    origin.git('branch', '-m', 'topic/x', 'topic');
    expect(await fetchBranch(repository, 'topic')).toBe(head);
  });
});
