import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloneLikePipelines, createRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { check, createBuild, profileFile, token, useServers } from './data-center-build.ts';
import { runCli } from './run-cli.ts';
import { nested } from './source-code.ts';

const startServer = useServers();

describe('check on Bitbucket Data Center by a connection of the profile', () => {
  it('takes a connection of the profile for its address and the variable of its token', async () => {
    const build = createBuild();
    const server = await startServer(build.commit);
    const profile = `connections:\n  ours: { type: data-center, url: "${server.url}", token-variable: OUR_TOKEN }\n`;
    build.clone.checkout('main');
    build.clone.commit('profile', { [profileFile]: profile });
    const env = { BITBUCKET_HTTP_ACCESS_TOKEN: '', OUR_TOKEN: token };

    const run = await check(build, ['--connection', 'ours', '--profile-from', 'target'], env);

    expect(run.exitCode).toBe(1);
    expect(server.state.reports.size).toBe(1);
    const missing = await check(build, ['--no-fail', '--connection', 'ours', '--profile-from', 'target']);
    expect(missing.exitCode).toBe(2);
    expect(missing.stderr).toContain('OUR_TOKEN');
  });

  it('publishes a result of an earlier step through the connection of the target’s profile', async () => {
    const build = createBuild();
    const server = await startServer(build.commit);
    const profile = `connections:\n  ours: { type: data-center, url: "${server.url}", token-variable: OUR_TOKEN }\n`;
    build.clone.checkout('main');
    build.clone.commit('profile', { [profileFile]: profile });
    const file = path.join(temporaryFolder(), 'result.json');
    const target = ['--profile-from', 'target', '--no-publish', '--output', `json=${file}`];
    const change = ['--source', build.commit, '--target', 'main', '--pull-request', '12'];
    await runCli(['check', ...change, ...target], { cwd: build.clone.root });

    build.clone.checkout('feature');
    const place = ['--commit', build.commit, '--target', 'main', '--pull-request', '12'];
    const args = ['publish', file, ...place, '--connection', 'ours'];
    const run = await runCli(args, { cwd: build.clone.root, env: { OUR_TOKEN: token } });

    expect(run.stderr).not.toContain('brings along');
    expect(run.exitCode).toBe(1);
    expect(server.state.reports.size).toBe(1);
    expect(server.state.comments).toHaveLength(1);
  });

  it('takes no connection out of the pull request’s own profile', async () => {
    const build = createBuild({
      source: { [profileFile]: 'connections: { ours: { type: data-center, url: "http://127.0.0.1:9" } }\n' },
    });
    const server = await startServer(build.commit);
    const run = await check(build, ['--no-fail', '--connection', 'ours']);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('the pull request itself brings along');
    expect(run.stderr).toContain('--profile-from target');
    expect(server.requests).toEqual([]);
  });

  it.each([['--publish'], ['--no-publish']])(
    'refuses an unknown connection before anything is measured (%s)',
    async (flag) => {
      const build = createBuild({
        target: { [profileFile]: 'connections: { ours: { type: pipelines } }\n' },
      });
      const run = await check(build, [flag, '--connection', 'our']);
      expect(run.exitCode).toBe(2);
      expect(run.stdout).toBe('');
      expect(run.stderr).toContain('Did you mean "ours"?');
    },
  );
});

describe('a connection of the profile in a pull-request pipeline', () => {
  const preset = (url: string) =>
    `connections:\n  ours: { type: data-center, url: "${url}", token-variable: OUR_TOKEN }\n`;

  it('is the target’s: a pull request that changes it sends the token nowhere else', async () => {
    const origin = createRepository();
    origin.commit('before', {});
    const thief = await startServer('f'.repeat(40));
    origin.checkout('feature');
    const commit = origin.commit('work', { 'src/a.ts': nested(4), [profileFile]: preset(thief.url) });
    const server = await startServer(commit);
    origin.checkout('main');
    const destination = origin.commit('profile', { [profileFile]: preset(server.url) });
    const { root } = cloneLikePipelines(origin, { branch: 'feature' });
    const env = {
      BITBUCKET_BUILD_NUMBER: '17',
      BITBUCKET_WORKSPACE: 'SHOP',
      BITBUCKET_REPO_SLUG: 'web',
      BITBUCKET_BRANCH: 'feature',
      BITBUCKET_COMMIT: commit,
      BITBUCKET_PR_ID: '12',
      BITBUCKET_PR_DESTINATION_BRANCH: 'main',
      BITBUCKET_PR_DESTINATION_COMMIT: destination,
      OUR_TOKEN: token,
    };

    const run = await runCli(['check', '--connection', 'ours'], { cwd: root, env });

    expect(run.exitCode).toBe(1);
    expect(server.state.reports.size).toBe(1);
    expect(thief.requests).toEqual([]);
    const own = await runCli(['check', '--no-fail', '--connection', 'ours', '--profile-from', 'source'], {
      cwd: root,
      env,
    });
    expect(own.exitCode).toBe(2);
    expect(thief.requests).toEqual([]);
  });
});
