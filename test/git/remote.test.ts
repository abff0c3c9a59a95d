import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchBranch } from '../../src/git/fetch-branch.ts';
import { findCurrentBranch, findDefaultBranch } from '../../src/git/find-default-branch.ts';
import { findMergeBase } from '../../src/git/find-merge-base.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { remoteArguments } from '../../src/git/remote-arguments.ts';
import {
  cloneLikePipelines,
  createRepository,
  type TestRepository,
  temporaryFolder,
  testEnvironment,
} from '../helpers/create-repository.ts';
import { startGitProxy } from '../helpers/start-git-proxy.ts';

const open = (repository: TestRepository, variables: Record<string, string> = {}) =>
  openRepository(repository.root, testEnvironment(variables));

const bitbucketUrl = 'http://bitbucket.org/workspace/repository';

/** A shallow clone of a pull request whose origin is the plain http address that Pipelines sets. */
function createPipelinesClone() {
  const origin = createRepository();
  origin.commit('root');
  origin.git('checkout', '--quiet', '--detach');
  const fork = origin.extend('main', 60);
  origin.git('branch', 'feature', fork);
  const head = origin.extend('feature', 2);
  const target = origin.extend('main', 1);
  origin.checkout('main');
  const clone = cloneLikePipelines(origin, { branch: 'feature', depth: 2 });
  clone.git('remote', 'set-url', 'origin', bitbucketUrl);
  // The build container's address of the proxy, where nothing listens here.
  clone.git('config', `http.${bitbucketUrl}.proxy`, 'http://127.0.0.1:9/');
  return { origin, clone, fork, head, target };
}

describe('talking to the remote inside of a pipe', () => {
  it('goes through the proxy given for it, in absolute form and without credentials', async () => {
    const { origin, clone, fork, head, target } = createPipelinesClone();
    const proxy = await startGitProxy(path.join(origin.root, '.git'));
    const repository = await open(clone, {
      BITBUCKET_PIPE_STORAGE_DIR: '/pipe',
      CODESCENE_PR_PIPELINES_PROXY: proxy.url,
    });
    expect(await findDefaultBranch(repository, { network: true })).toBe('main');
    expect(await fetchBranch(repository, 'main')).toBe(target);
    expect(await findMergeBase(repository, { head, target }, ['main', 'feature'])).toBe(fork);
    expect(proxy.requests.length).toBeGreaterThan(2);
    expect(proxy.requests[0]).toBe(`GET ${bitbucketUrl}/info/refs?service=git-upload-pack`);
    expect(proxy.requests.some((request) => / Basic | Bearer /.test(request))).toBe(false);
  });

  it('names the address that a pipe reaches the proxy at, for exactly the origin', async () => {
    const { clone } = createPipelinesClone();
    const setting = ['-c', `http.${bitbucketUrl}.proxy=http://host.docker.internal:29418/`];
    for (const name of ['BITBUCKET_PIPE_STORAGE_DIR', 'BITBUCKET_PIPE_SHARED_STORAGE_DIR']) {
      expect(await remoteArguments(await open(clone, { [name]: '/x' }))).toEqual(setting);
    }
    expect(await remoteArguments(await open(clone, { BITBUCKET_BUILD_NUMBER: '1' }))).toEqual([]);
    clone.git('remote', 'set-url', 'origin', 'https://bitbucket.org/workspace/repository.git');
    expect(await remoteArguments(await open(clone, { BITBUCKET_PIPE_STORAGE_DIR: '/x' }))).toEqual([]);
  });

  it('refuses an override that is no address', async () => {
    const { clone } = createPipelinesClone();
    const repository = await open(clone, { CODESCENE_PR_PIPELINES_PROXY: 'localhost:1' });
    await expect(fetchBranch(repository, 'main')).rejects.toMatchObject({
      code: 'CSPR_ENV',
      message: expect.stringContaining('CODESCENE_PR_PIPELINES_PROXY'),
    });
  });
});

describe('the URL of origin', () => {
  it('has no user name and password', async () => {
    const repository = createRepository();
    expect((await open(repository)).originUrl).toBeNull();
    repository.git('remote', 'add', 'origin', 'https://x-token-auth:s3cret@bitbucket.org/w/r.git');
    expect((await open(repository)).originUrl).toBe('https://bitbucket.org/w/r.git');
    repository.git('remote', 'set-url', 'origin', 'git@bitbucket.org:w/r.git');
    expect((await open(repository)).originUrl).toBe('git@bitbucket.org:w/r.git');
  });

  it('is the first of several, and begins anew after an empty one', async () => {
    const repository = createRepository();
    for (const url of ['https://a.example/1.git', 'https://a.example/2.git'])
      repository.git('config', '--add', 'remote.origin.url', url);
    expect((await open(repository)).originUrl).toBe('https://a.example/1.git');
    for (const url of ['', 'https://a.example/3.git'])
      repository.git('config', '--add', 'remote.origin.url', url);
    expect((await open(repository)).originUrl).toBe('https://a.example/3.git');
  });

  it('is rewritten as git is told to', async () => {
    const repository = createRepository();
    repository.git('remote', 'add', 'origin', 'bb:w/r.git');
    repository.git('config', 'url.https://user:s3cret@bitbucket.org/.insteadOf', 'bb:');
    expect((await open(repository)).originUrl).toBe('https://bitbucket.org/w/r.git');
    repository.git('remote', 'remove', 'origin');
    expect((await open(repository)).originUrl).toBeNull();
  });
});

describe('findDefaultBranch', () => {
  it('takes what the clone recorded', async () => {
    const origin = createRepository();
    origin.commit('one');
    origin.git('branch', '-m', 'trunk');
    const root = path.join(temporaryFolder(), 'clone');
    origin.git('clone', '--quiet', origin.root, root);
    expect(await findDefaultBranch(await openRepository(root, testEnvironment()), { network: false })).toBe(
      'trunk',
    );
  });

  it('asks the remote of a single-branch clone only where that is allowed', async () => {
    const origin = createRepository();
    origin.commit('one');
    origin.git('branch', '-m', 'trunk');
    origin.git('branch', 'feature');
    const clone = cloneLikePipelines(origin, { branch: 'feature' });
    expect(await findDefaultBranch(await open(clone), { network: false })).toBeNull();
    expect(await findDefaultBranch(await open(clone), { network: true })).toBe('trunk');
  });

  it('falls back to main or master, those of the remote first', async () => {
    const repository = createRepository();
    expect(await findDefaultBranch(await open(repository), { network: false })).toBeNull();
    const commit = repository.commit('one');
    repository.git('branch', '-m', 'master');
    expect(await findDefaultBranch(await open(repository), { network: false })).toBe('master');
    repository.git('branch', 'main');
    expect(await findDefaultBranch(await open(repository), { network: true })).toBe('main');
    repository.git('update-ref', 'refs/remotes/origin/master', commit);
    expect(await findDefaultBranch(await open(repository), { network: false })).toBe('master');
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/gone');
    expect(await findDefaultBranch(await open(repository), { network: false })).toBe('master');
  });
});

describe('findCurrentBranch', () => {
  it('names the checked-out branch, also before its first commit, and none where HEAD is a commit', async () => {
    const repository = createRepository();
    expect(await findCurrentBranch(await open(repository))).toBe('main');
    repository.commit('one');
    repository.git('checkout', '--quiet', '-b', 'topic/x');
    expect(await findCurrentBranch(await open(repository))).toBe('topic/x');
    repository.git('checkout', '--quiet', '--detach');
    expect(await findCurrentBranch(await open(repository))).toBeNull();
  });
});
