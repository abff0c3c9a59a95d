import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMergeBase } from '../../src/git/find-merge-base.ts';
import { listChangedFiles } from '../../src/git/list-changed-files.ts';
import { assertOpens, openRepository } from '../../src/git/open-repository.ts';
import { resolveCommit } from '../../src/git/resolve-commit.ts';
import {
  cloneLikePipelines,
  createRepository,
  temporaryFolder,
  testEnvironment,
} from '../helpers/create-repository.ts';

/** Variables whose PATH begins with a program `git` that is a shell script. */
function withGitProgram(script: string): Record<string, string> {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'git'), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, 'git'), 0o755);
  return testEnvironment({ PATH: `${folder}:${process.env.PATH}`, REAL_PATH: process.env.PATH ?? '' });
}

describe('openRepository', () => {
  it('knows the top folder, whether history is cut off and the kind of hash', async () => {
    const origin = createRepository();
    origin.commit('one', { 'src/deep/a.ts': 'a\n' });
    origin.commit('two');
    const clone = cloneLikePipelines(origin, { branch: 'main', depth: 1 });
    expect(await openRepository(path.join(origin.root, 'src/deep'), testEnvironment())).toMatchObject({
      root: origin.root,
      gitDirectory: path.join(origin.root, '.git'),
      shallow: false,
      objectFormat: 'sha1',
    });
    expect((await openRepository(clone.root, testEnvironment())).shallow).toBe(true);
  });

  it('resolves symbolic links on the way to the repository', async () => {
    const repository = createRepository();
    const link = path.join(temporaryFolder(), 'link');
    symlinkSync(repository.root, link);
    expect((await openRepository(link, testEnvironment())).root).toBe(repository.root);
  });

  it('says which images have no git where there is none', async () => {
    const repository = createRepository();
    for (const PATH of [temporaryFolder(), '']) {
      await expect(openRepository(repository.root, testEnvironment({ PATH }))).rejects.toMatchObject({
        code: 'CSPR_ENV',
        message: 'git was not found.',
        hint: expect.stringMatching(/slim.*alpine.*apt-get.*apk/),
      });
    }
  });

  it('says that git was ended by the system', async () => {
    const environment = withGitProgram('kill -KILL $$');
    await expect(openRepository(createRepository().root, environment)).rejects.toMatchObject({
      code: 'CSPR_GIT',
      message: 'git --version did not run to its end.',
      reason: 'The system says SIGKILL.',
    });
  });

  it('refuses a git that is too old, and says which one it is', async () => {
    const repository = createRepository();
    const environment = withGitProgram('echo "git version 2.29.3 (Old)"');
    await expect(openRepository(repository.root, environment)).rejects.toMatchObject({
      code: 'CSPR_ENV',
      message: 'This git is too old.',
      reason: expect.stringContaining('git version 2.29.3 (Old)'),
    });
  });

  it('says that this is no repository, and in Pipelines that the clone may be switched off', async () => {
    const folder = temporaryFolder();
    const local = await openRepository(folder, testEnvironment()).catch((error) => error);
    expect(local).toMatchObject({ code: 'CSPR_ENV', reason: expect.stringContaining(folder) });
    expect(local.hint).not.toContain('enabled');
    await expect(
      openRepository(folder, testEnvironment({ BITBUCKET_BUILD_NUMBER: '1' })),
    ).rejects.toMatchObject({ code: 'CSPR_ENV', hint: expect.stringContaining('clone: enabled: false') });
  });

  it('says that a folder does not exist', async () => {
    const folder = path.join(temporaryFolder(), 'gone');
    await expect(openRepository(folder, testEnvironment())).rejects.toMatchObject({
      code: 'CSPR_ENV',
      message: expect.stringContaining('does not exist'),
    });
  });

  it("shows git's own words where the repository is damaged", async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, '.git'));
    const opened = await openRepository(folder, testEnvironment());
    for (const attempt of [assertOpens(opened.run), resolveCommit(opened, 'HEAD')]) {
      await expect(attempt).rejects.toMatchObject({
        code: 'CSPR_GIT',
        message: 'git cannot open this repository.',
        reason: expect.stringContaining('not a git repository'),
      });
    }
  });

  it('works in a clone of another owner', async () => {
    const repository = createRepository();
    const base = repository.commit('one', { 'a.ts': 'a\n' });
    const head = repository.commit('two', { 'a.ts': 'A\n' });
    const asOther = 'export GIT_TEST_ASSUME_DIFFERENT_OWNER=1 PATH="$REAL_PATH"';
    // git 2.35.2 to 2.37 do not take safe.directory from the command line: this one neither.
    const script = `${asOther}
safe=safe.directory=
count=$#
while [ "$count" -gt 0 ]; do
  case "$1" in "$safe"*) set -- "$@" safe.directory= ;; *) set -- "$@" "$1" ;; esac
  shift
  count=$((count - 1))
done
exec git "$@"`;
    for (const environment of [withGitProgram(`${asOther}\nexec git "$@"`), withGitProgram(script)]) {
      const opened = await openRepository(repository.root, environment);
      expect(await findMergeBase(opened, { head, target: base })).toBe(base);
      const workingTree = await listChangedFiles(opened, base, { kind: 'working-tree' });
      expect(workingTree.map((file) => file.new?.path)).toEqual(['a.ts']);
    }
    const plain = withGitProgram(`${asOther}\nexec git "$@"`);
    expect(() =>
      execFileSync('git', ['status'], {
        cwd: repository.root,
        env: plain,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    ).toThrow(/dubious ownership|unsafe repository/);
  });

  it('follows GIT_DIR and GIT_WORK_TREE as git itself does', async () => {
    const repository = createRepository();
    const commit = repository.commit('one', { 'a.ts': 'a\n' });
    const elsewhere = temporaryFolder();
    const opened = await openRepository(
      elsewhere,
      testEnvironment({ GIT_DIR: path.join(repository.root, '.git'), GIT_WORK_TREE: elsewhere }),
    );
    expect(opened.root).toBe(elsewhere);
    expect(await resolveCommit(opened, 'HEAD')).toBe(commit);
    const files = await listChangedFiles(opened, commit, { kind: 'working-tree' });
    expect(files.map((file) => [file.change, file.old?.path])).toEqual([['deleted', 'a.ts']]);
  });

  it('is not led to another working tree by the configuration of the clone', async () => {
    const repository = createRepository();
    const commit = repository.commit('one', { 'a.ts': 'a\n' });
    repository.git('config', 'core.worktree', temporaryFolder());
    const opened = await openRepository(repository.root, testEnvironment());
    expect(await listChangedFiles(opened, commit, { kind: 'working-tree' })).toEqual([]);
  });
});
