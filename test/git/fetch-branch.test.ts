import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchBranch } from '../../src/git/fetch-branch.ts';
import { cloneLikePipelines } from '../helpers/create-repository.ts';
import { createOrigin } from './create-origin.ts';
import { open } from './open.ts';

describe('fetchBranch', () => {
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
