import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fetchRef } from '../../src/git/fetch-branch.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { readHistory } from '../../src/git/read-history.ts';
import { readRemoteHistory } from '../../src/git/read-remote-history.ts';
import {
  cloneLikePipelines,
  createRepository,
  type TestRepository,
  temporaryFolder,
  testEnvironment,
  useRepository,
} from '../helpers/create-repository.ts';
import { startGitProxy } from '../helpers/start-git-proxy.ts';
import { open } from './open.ts';

const day = 24 * 60 * 60;
const firstTime = 1_600_000_000;

interface RemoteOptions {
  readonly format?: string;
  /** Days between the first two commits and the rest. */
  readonly gap?: number;
  readonly canFilter?: boolean;
}

/** A remote whose main branch has more commits than a clone of depth 5; the first ones long before. */
function createRemote({ format = 'sha1', gap = 300, canFilter = true }: RemoteOptions = {}) {
  const origin = createRepository(`--object-format=${format}`);
  if (canFilter) origin.git('config', 'uploadpack.allowFilter', 'true');
  const before = useRepository(origin.root, firstTime);
  before.commit('root', { 'a.ts': 'a\n' });
  before.commit('first', { 'a.ts': 'b\n' });
  const after = useRepository(origin.root, firstTime + gap * day);
  for (let number = 1; number <= 12; number += 1) after.commit(`c${number}`, { 'a.ts': `${number}\n` });
  origin.git('branch', 'feature');
  return { origin, tip: origin.git('rev-parse', 'main') };
}

/** Everything that another program could notice of a clone. */
function stateOf(clone: TestRepository) {
  const read = (file: string) => readFileSync(path.join(clone.root, '.git', file), 'utf8');
  return {
    config: read('config'),
    shallow: read('shallow'),
    refs: clone.git('for-each-ref'),
    objects: clone.git('count-objects', '-v'),
    packs: readdirSync(path.join(clone.root, '.git/objects/pack')).sort(),
  };
}

async function shallowClone(origin: TestRepository) {
  const clone = cloneLikePipelines(origin, { branch: 'feature', depth: 5 });
  const repository = await open(clone);
  clone.git('fetch', '--quiet', '--depth=5', 'origin', '+refs/heads/main:refs/remotes/codescene-pr/main');
  return { clone, repository };
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('readRemoteHistory', () => {
  it.each([
    { what: 'the whole history within the year', options: { gap: 300 } },
    { what: 'a history that began before the year', options: { gap: 500 } },
    { what: 'a repository of sha256', options: { format: 'sha256' } },
  ])('reads $what as a whole clone has it, and leaves the clone as it is', async ({ options }) => {
    const { origin, tip } = createRemote(options);
    const { clone, repository } = await shallowClone(origin);
    const own = await readHistory(repository, tip);
    expect(own.isComplete).toBe(false);
    const before = stateOf(clone);
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);

    const history = await readRemoteHistory(repository, { branch: 'main', commit: tip });

    expect(history).toEqual(await readHistory(await open(origin), tip));
    expect(history?.isComplete).toBe(true);
    expect(stateOf(clone)).toEqual(before);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves the contents of files where they are', async () => {
    const { origin } = createRemote();
    const own = createRepository();
    own.git('remote', 'add', 'origin', `file://${origin.root}`);
    const since = firstTime + 299 * day;
    await fetchRef(await open(own), 'main', { since }, { withoutBlobs: true });
    const objects = own.git('cat-file', '--batch-all-objects', '--batch-check=%(objecttype)').split('\n');
    expect([...new Set(objects)].sort()).toEqual(['commit', 'tree']);
    expect(objects.filter((type) => type === 'commit')).toHaveLength(12);
  });

  it('goes through the proxy that a pipe reaches the remote by', async () => {
    const { origin, tip } = createRemote();
    const { clone } = await shallowClone(origin);
    const url = 'http://bitbucket.org/workspace/repository';
    clone.git('remote', 'set-url', 'origin', url);
    clone.git('config', `http.${url}.proxy`, 'http://127.0.0.1:9/');
    const proxy = await startGitProxy(path.join(origin.root, '.git'));
    const variables = { BITBUCKET_PIPE_STORAGE_DIR: '/pipe', CODESCENE_PR_PIPELINES_PROXY: proxy.url };
    const repository = await openRepository(clone.root, testEnvironment(variables));
    const history = await readRemoteHistory(repository, { branch: 'main', commit: tip });
    expect(history).toEqual(await readHistory(await open(origin), tip));
    expect(proxy.requests.every((request) => request.includes(url))).toBe(true);
  });

  it('asks a remote that cannot leave contents out for nothing', async () => {
    const { origin, tip } = createRemote({ canFilter: false });
    const { clone, repository } = await shallowClone(origin);
    const before = stateOf(clone);
    expect(await readRemoteHistory(repository, { branch: 'main', commit: tip })).toBeNull();
    expect(stateOf(clone)).toEqual(before);
  });

  it('waits for a remote that says nothing no longer than it is told', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      silent.closeAllConnections();
      silent.close();
    });
    const clone = createRepository();
    const { port } = silent.address() as AddressInfo;
    clone.git('remote', 'add', 'origin', `http://127.0.0.1:${port}/repository`);
    await expect(fetchRef(await open(clone), 'main', 'as-is', { timeoutSeconds: 1 })).rejects.toMatchObject({
      code: 'CSPR_GIT',
      message: 'git fetch did not end within 1 seconds and was stopped.',
    });
  });

  it('gives up quietly where the remote or the branch is gone', async () => {
    const { origin, tip } = createRemote();
    const { clone, repository } = await shallowClone(origin);
    expect(await readRemoteHistory(repository, { branch: 'no-such', commit: tip })).toBeNull();
    expect(await readRemoteHistory(repository, { branch: '--upload-pack=x', commit: tip })).toBeNull();
    clone.git('remote', 'set-url', 'origin', `${origin.root}-gone`);
    expect(await readRemoteHistory(repository, { branch: 'main', commit: tip })).toBeNull();
  });
});
