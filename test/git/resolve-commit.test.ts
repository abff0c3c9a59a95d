import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { expandCommitHash, resolveCommit, resolveRef } from '../../src/git/resolve-commit.ts';
import { createRepository } from '../helpers/create-repository.ts';
import { open } from './open.ts';

describe('resolveCommit', () => {
  it('gives the full hash of what a revision means', async () => {
    const repository = createRepository();
    const first = repository.commit('first');
    const second = repository.commit('second');
    repository.git('tag', '-a', '-m', 'a tag', 'v1', first);
    const opened = await open(repository);
    expect(await resolveCommit(opened, 'HEAD')).toBe(second);
    expect(await resolveCommit(opened, 'HEAD~1')).toBe(first);
    expect(await resolveCommit(opened, 'main')).toBe(second);
    expect(await resolveCommit(opened, 'v1')).toBe(first);
    expect(await resolveCommit(opened, first.slice(0, 12))).toBe(first);
    expect(await resolveCommit(opened, first.slice(0, 12).toUpperCase())).toBe(first);
    expect(await resolveCommit(opened, repository.git('rev-parse', 'v1'))).toBe(first);
  });

  it('gives null for what is not there or is no commit', async () => {
    const repository = createRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    const opened = await open(repository);
    const blob = repository.git('rev-parse', 'HEAD:a.ts');
    for (const revision of [
      'no-such',
      'f'.repeat(40),
      'deadbeef1234',
      blob,
      'HEAD~7',
      'HEAD..main',
      'HEAD:a.ts',
    ]) {
      expect(await resolveCommit(opened, revision)).toBeNull();
    }
    expect(await resolveRef(opened, 'refs/heads/no-such')).toBeNull();
  });

  it('gives null for HEAD where nothing was ever committed', async () => {
    expect(await resolveCommit(await open(createRepository()), 'HEAD')).toBeNull();
  });

  it('takes a shortened hash for the commit even where a branch has that name', async () => {
    const repository = createRepository();
    const first = repository.commit('first');
    const second = repository.commit('second');
    repository.git('branch', first.slice(0, 12), second);
    const opened = await open(repository);
    expect(repository.git('rev-parse', first.slice(0, 12))).toBe(second);
    expect(await resolveCommit(opened, first.slice(0, 12))).toBe(first);
    expect(await expandCommitHash(opened, first.slice(0, 12))).toBe(first);
  });

  it('refuses a hash that begins more than one commit, and names them', async () => {
    const repository = createRepository();
    repository.commit('first');
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    const byPrefix = new Map<string, string>();
    let pair: readonly [string, string] | undefined;
    // Stored objects are needed, so their hashes are found by computing them.
    for (let number = 0; pair === undefined; number += 1) {
      const body = `tree ${tree}\nauthor A <a@example.com> 1 +0000\ncommitter A <a@example.com> 1 +0000\n\n${number}\n`;
      const prefix = createHash('sha1').update(`commit ${body.length}\0${body}`).digest('hex').slice(0, 7);
      const other = byPrefix.get(prefix);
      if (other !== undefined) pair = [other, body];
      byPrefix.set(prefix, body);
    }
    const ids = pair.map((body) => {
      repository.write({ '../body': body });
      return repository.git('hash-object', '-t', 'commit', '-w', '../body');
    });
    const opened = await open(repository);
    await expect(resolveCommit(opened, ids[0]?.slice(0, 7) ?? '')).rejects.toMatchObject({
      code: 'CSPR_GIT',
      message: expect.stringContaining('ambiguous'),
      reason: expect.stringContaining(ids[1] ?? '-'),
    });
    expect(await resolveCommit(opened, ids[0] ?? '')).toBe(ids[0]);
  });

  it('refuses a name that is a branch and a tag', async () => {
    const repository = createRepository();
    const first = repository.commit('first');
    const second = repository.commit('second');
    repository.git('tag', 'release', first);
    repository.git('branch', 'release', second);
    const opened = await open(repository);
    await expect(resolveCommit(opened, 'release')).rejects.toMatchObject({
      code: 'CSPR_GIT',
      hint: expect.stringContaining('refs/heads/'),
    });
    expect(await resolveCommit(opened, 'refs/heads/release')).toBe(second);
    expect(await resolveCommit(opened, 'refs/tags/release')).toBe(first);
  });

  it('takes nothing that could be an option or steer a terminal', async () => {
    const opened = await open(createRepository());
    for (const revision of ['', '--all', '-n', 'a\nb', 'a\u001b[31m', 'x'.repeat(2000)]) {
      const error = await resolveCommit(opened, revision).catch((thrown) => thrown);
      expect(error).toMatchObject({ code: 'CSPR_USAGE' });
      expect(error.message).not.toMatch(/\p{Cc}/u);
    }
  });
});
