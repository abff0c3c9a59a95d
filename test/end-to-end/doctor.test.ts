import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, type FaultSchedule } from '../helpers/bitbucket-server/faults.ts';
import { createRepository, type TestRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { lineOf, openPractice, type Practice } from './doctor-visit.ts';
import { cloneOf, createPullRequest, pipelineVariables } from './pull-request.ts';
import { runCli } from './run-cli.ts';
import { healthy } from './source-code.ts';

let pullRequest: Practice['pullRequest'];
let clone: Practice['clone'];
let server: Practice['server'];
let visit: Practice['visit'];

beforeAll(async () => {
  ({ pullRequest, clone, server, visit } = await openPractice());
});

afterAll(() => server.close());

describe('doctor in a healthy pipeline', () => {
  it('finds everything with a token, and proves each permission', async () => {
    const run = await visit();
    expect(run.stdout).toMatch(/✓ READY\n$/);
    expect(run.exitCode).toBe(0);
    expect(lineOf(run, 'BITBUCKET_COMMIT')).toContain(`(${pullRequest.source})`);
    expect(lineOf(run, 'target')).toContain(`main at ${pullRequest.destination.slice(0, 12)}`);
    expect(lineOf(run, 'access token')).toBe('✓ access token BITBUCKET_ACCESS_TOKEN: set');
    expect(lineOf(run, 'report, annotations')).toContain('none is there yet');
    expect(lineOf(run, 'comment')).toMatch(/^✓ comment can be read/);
  });

  it('finds the proxy, and says what it cannot do', async () => {
    const run = await visit({
      without: ['BITBUCKET_ACCESS_TOKEN', 'CODESCENE_PR_API_URL'],
    });
    expect(lineOf(run, 'connection')).toBe('✓ connection pipelines is used');
    expect(lineOf(run, 'report, annotations')).toMatch(/^✓/);
    expect(lineOf(run, 'build status, comment')).toMatch(/^⚠ .*BITBUCKET_ACCESS_TOKEN$/);
    expect(run.exitCode).toBe(0);
    expect(server.violations).toEqual([]);
  });

  it('changes nothing, here and there', async () => {
    const before = stateOf(clone);
    const first = server.requests.length;
    await visit();
    expect(stateOf(clone)).toEqual(before);
    const methods = server.requests.slice(first).map(({ method }) => method);
    expect(methods.length).toBeGreaterThan(4);
    expect(new Set(methods)).toEqual(new Set(['GET']));
    expect(server.state.reports.size).toBe(0);
  });

  it('is ready on a laptop without any variable', async () => {
    const project = createRepository();
    project.commit('start', { 'src/a.ts': healthy() });
    const run = await runCli(['doctor'], { cwd: project.root });
    expect(run.stdout).toMatch(/✓ READY\n$/);
    expect(run.exitCode).toBe(0);
  });

  it('names the scopes of a token where Bitbucket does', async () => {
    const withScopes =
      (scopes: string): FaultSchedule =>
      () =>
        answering({ status: 200, headers: { 'x-oauth-scopes': scopes }, body: {} });
    expect(lineOf(await visit({ faults: withScopes('pullrequest') }), 'scopes')).toBe('✓ scopes pullrequest');
    const run = await visit({ faults: withScopes('repository') });
    expect(lineOf(run, 'scopes')).toContain('needs pullrequest too');
    expect(run.exitCode).toBe(0);
  });
});

describe('doctor where something is wrong', () => {
  it('looks at everything else outside of a repository', async () => {
    const run = await visit({ cwd: temporaryFolder() });
    expect(lineOf(run, 'repository')).toMatch(/^✗ .*"clone: enabled: false"/);
    expect(lineOf(run, 'git')).toMatch(/^✓ git \d/);
    expect(lineOf(run, 'comment')).toMatch(/^✓/);
    expect(run.exitCode).toBe(2);
    const nowhere = await visit({ cwd: temporaryFolder(), env: { PATH: '' } });
    expect(lineOf(nowhere, 'git')).toMatch(/^✗/);
    expect(nowhere.exitCode).toBe(2);
  });

  it('does not take a git that the repository brings along', async () => {
    const planted = cloneOf(pullRequest);
    const folder = path.join(planted.root, 'node_modules/.bin');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'git'), '#!/bin/sh\ntouch "$0.ran"\necho git version 9.9.9\n');
    chmodSync(path.join(folder, 'git'), 0o755);
    const run = await visit({ cwd: planted.root, env: { PATH: `${folder}:${process.env.PATH}` } });
    expect(lineOf(run, 'git')).not.toContain('9.9.9');
    expect(run.exitCode).toBe(0);
  });

  it('says every mistake of the profile in force, with its line', async () => {
    const own = createPullRequest();
    own.origin.checkout('main');
    const text = 'version: 1\ngates:\n  critical-ruls: on\n  new-code-health: { min-score: 11 }\n';
    const destination = own.origin.commit('break', { '.codescene/quality-profile.yml': text });
    const cwd = cloneOf({ ...own, destination }).root;
    const locally = await runCli(['doctor'], { cwd: own.origin.root });
    expect(lineOf(locally, 'profile')).toMatch(/:3:3 .*critical-ruls.*:4:\d+ /);
    expect(locally.exitCode).toBe(2);
    // The target has to be fetched first, so that the folder's own profile stands in for it.
    const env = pipelineVariables({ ...own, destination }, { CODESCENE_PR_PIPELINES_PROXY: server.proxyUrl });
    const inPipeline = await runCli(['doctor'], { cwd, env });
    expect(lineOf(inPipeline, 'profile')).toContain('stands in for it');
  });

  it('finds a shallow clone that cannot know the history, and a merge base that is out of reach', async () => {
    const own = createPullRequest();
    const source = own.origin.extend('feature', 80);
    const shallow = cloneOf({ ...own, source });
    shallow.git('fetch', '--quiet', '--depth=1', 'origin', '+refs/heads/main:refs/remotes/origin/main');
    const env = pipelineVariables({ ...own, source });
    const run = await runCli(['doctor'], { cwd: shallow.root, env });
    expect(lineOf(run, 'clone depth')).toContain('50 commits; what came before is cut off');
    expect(lineOf(run, 'merge base')).toMatch(/^⚠ .*clone: depth: full$/);
    expect(lineOf(run, 'history')).toMatch(/^⚠|^✓ history cut off/);
  });

  it('ends within 20 seconds though neither origin nor Bitbucket answers', async () => {
    const started = Date.now();
    clone.git('config', 'remote.origin.url', 'http://127.0.0.1:1/acme/shop');
    try {
      const run = await visit({ faults: () => ({ kind: 'hang' }) });
      expect(lineOf(run, 'target')).toContain('cannot be fetched');
      expect(lineOf(run, 'read repository')).toContain('no answer in time');
      expect(run.exitCode).toBe(2);
    } finally {
      clone.git('config', 'remote.origin.url', `file://${pullRequest.origin.root}`);
    }
    expect(Date.now() - started).toBeLessThan(20_000);
  });

  it('shows names from outside in safe words, in any width', async () => {
    const run = await visit({
      env: { BITBUCKET_BRANCH: 'a\u001b[31m\u202eb', BITBUCKET_WORKSPACE: 'x'.repeat(300), COLUMNS: '60' },
    });
    expect(run.stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(run.exitCode).toBe(2);
    const colored = await visit({ env: { FORCE_COLOR: '1' } });
    expect(colored.stdout).toContain('\u001b[');
    expect((await visit({ env: { FORCE_COLOR: '1' }, args: ['--no-color'] })).stdout).not.toContain('\u001b');
  });
});

/** Everything that a run could have changed in a clone. */
function stateOf({ git, root }: TestRepository) {
  return {
    refs: git('for-each-ref'),
    objects: git('count-objects', '--verbose'),
    config: readFileSync(path.join(root, '.git/config'), 'utf8'),
    status: git('status', '--porcelain', '--ignored'),
  };
}
