import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchBranch } from '../../src/git/fetch-branch.ts';
import { findDefaultBranch } from '../../src/git/find-default-branch.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { createRepository, temporaryFolder, testEnvironment } from '../helpers/create-repository.ts';
import { createHostileClone } from './create-hostile-clone.ts';

describe('a clone whose configuration names programs for its remote', () => {
  it('runs nothing for a remote that is a command', async () => {
    const { clone, trap } = createHostileClone();
    const url = `ext::${trap.command('ext')} %S`;
    clone.git('remote', 'set-url', 'origin', url);
    clone.git('config', 'protocol.allow', 'always');
    clone.git('config', 'protocol.ext.allow', 'always');
    const repository = await openRepository(clone.root, testEnvironment());
    await expect(fetchBranch(repository, 'main')).rejects.toMatchObject({ code: 'CSPR_GIT' });
    expect(await findDefaultBranch(repository, { network: true })).toBeNull();
    clone.git('config', 'remote.origin.url', 'http://127.0.0.1:9/x');
    clone.git('config', 'remote.origin.vcs', 'ext');
    await expect(fetchBranch(repository, 'main')).rejects.toMatchObject({ code: 'CSPR_GIT' });
    expect(trap.marks()).toEqual([]);
  });

  it('runs no ssh command and no credential helper that the clone names', async () => {
    const { clone, trap } = createHostileClone();
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'ssh'), '#!/bin/sh\necho "the usual ssh: $*" >&2\nexit 255\n');
    chmodSync(path.join(folder, 'ssh'), 0o755);
    clone.git('remote', 'set-url', 'origin', 'ssh://git@127.0.0.1/x.git');
    const environment = testEnvironment({ PATH: `${folder}:${process.env.PATH}` });
    const repository = await openRepository(clone.root, environment);
    await expect(fetchBranch(repository, 'main')).rejects.toMatchObject({
      reason: expect.stringContaining('the usual ssh: -oBatchMode=yes'),
    });
    expect(trap.marks()).toEqual([]);
  });

  it('asks no credential helper and no password program that the clone names', async () => {
    const { clone, trap } = createHostileClone();
    const server = createServer((_, response) => {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    clone.git('remote', 'set-url', 'origin', `http://127.0.0.1:${port}/x.git`);
    clone.git('config', `credential.http://127.0.0.1:${port}.helper`, trap.command('credential-url'));
    const repository = await openRepository(clone.root, testEnvironment());
    await expect(fetchBranch(repository, 'main')).rejects.toMatchObject({
      reason: expect.stringContaining('could not read Username'),
    });
    expect(trap.marks()).toEqual([]);
  });

  it('runs no command that lists the refs of a repository whose objects are borrowed', async () => {
    const { clone, trap } = createHostileClone();
    const lender = createRepository();
    lender.commit('lent', { 'l.ts': 'l\n' });
    const alternates = path.join(clone.root, '.git/objects/info/alternates');
    writeFileSync(alternates, `${lender.root}/.git/objects\n`);
    const repository = await openRepository(clone.root, testEnvironment());
    expect(await fetchBranch(repository, 'main')).toMatch(/^[0-9a-f]{40}$/);
    expect(trap.marks()).toEqual([]);
  });
});
