import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type DataCenterOptions,
  type DataCenterServer,
  startDataCenterServer,
} from '../helpers/bitbucket-server/data-center.ts';
import { serverError } from '../helpers/bitbucket-server/data-center-state.ts';
import { answering } from '../helpers/bitbucket-server/faults.ts';
import {
  cloneLikePipelines,
  createRepository,
  type Files,
  type TestRepository,
  temporaryFolder,
} from '../helpers/create-repository.ts';
import { type Run, runCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';

const token = 'BBDC-a-secret-http-access-token';
const profileFile = '.codescene/quality-profile.yml';
const servers: DataCenterServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Build {
  readonly clone: TestRepository;
  readonly commit: string;
  readonly destination: string;
}

/** The workspace of a Jenkins job: a clone of a Data Center server with a pull request that got worse. */
function createBuild({ target = {}, source = {} }: { target?: Files; source?: Files } = {}): Build {
  const clone = createRepository();
  const destination = clone.commit('start', { 'src/a.ts': healthy(), ...target });
  clone.checkout('feature');
  const commit = clone.commit('work', { 'src/a.ts': nested(4), ...source });
  clone.git('remote', 'add', 'origin', 'https://bitbucket.acme.example/scm/SHOP/web.git');
  return { clone, commit, destination };
}

async function startServer(
  commit: string,
  options: Partial<DataCenterOptions> = {},
): Promise<DataCenterServer> {
  const identity = { project: 'SHOP', repository: 'web', commit, pullRequest: 12 };
  const server = await startDataCenterServer({ identity, tokens: { [token]: 1 }, ...options });
  servers.push(server);
  return server;
}

function check(
  { clone, commit }: Build,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Run> {
  const change = ['--source', commit, '--target', 'main', '--pull-request', '12', '--publish'];
  return runCli(['check', ...change, ...args], {
    cwd: clone.root,
    env: { BITBUCKET_HTTP_ACCESS_TOKEN: token, BUILD_URL: 'https://jenkins.acme.example/job/web/7/', ...env },
  });
}

describe('check on Bitbucket Data Center', () => {
  it('publishes report, annotations, build status and comment, and the next run edits them', async () => {
    const build = createBuild();
    const server = await startServer(build.commit, { contextPath: '/git' });
    const { state } = server;

    const first = await check(build, ['--api-url', server.url]);

    expect(first.stderr).not.toContain('Warning');
    expect(first.exitCode).toBe(1);
    const key = `${build.commit}/codescene-pr`;
    expect(state.reports.get(key)).toMatchObject({
      report: { result: 'FAIL', title: 'Code Health' },
      annotations: [{ path: 'src/a.ts', line: 1, type: 'CODE_SMELL', severity: 'HIGH' }],
    });
    expect(state.builds.get(key)).toMatchObject({
      build: { state: 'FAILED', url: 'https://jenkins.acme.example/job/web/7/' },
      states: ['INPROGRESS', 'FAILED'],
    });
    expect(state.comments).toHaveLength(1);
    expect(state.comments[0]?.text).toContain(
      `${server.url}/projects/SHOP/repos/web/browse/src/a.ts?at=${build.commit}`,
    );

    const second = await check(build, ['--api-url', server.url, '--profile', 'clean-code-collective']);

    expect(second.exitCode).toBe(1);
    expect(state.reports.get(key)?.annotations).toHaveLength(1);
    expect(state.builds.get(key)?.states).toEqual(['INPROGRESS', 'FAILED', 'INPROGRESS', 'FAILED']);
    expect(state.comments).toMatchObject([{ version: 1 }]);
    for (const { stdout, stderr } of [first, second]) expect(stdout + stderr).not.toContain(token);
  });

  it('keeps the verdict where nothing can be published, and fails because it was to publish', async () => {
    const bad = createBuild();
    const good = createBuild({ source: { 'src/a.ts': `// Said.\n${healthy()}` } });
    for (const { build, exitCode } of [
      { build: bad, exitCode: 1 },
      { build: good, exitCode: 2 },
    ]) {
      const refusal = serverError(403, `Not with ${token}.`);
      const server = await startServer(build.commit, { faults: () => answering(refusal) });
      const run = await check(build, ['--api-url', server.url]);
      expect(run.exitCode).toBe(exitCode);
      expect(run.stderr).toContain('Warning: report: Could not publish the Code Insights report');
      expect(run.stderr).toContain('Not with [secret].');
      expect(run.stdout + run.stderr).not.toContain(token);
    }
  });

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

  it('shows under --dry-run what it would send to the server, without a token', async () => {
    const build = createBuild();
    const run = await check(build, ['--dry-run', '--api-url', 'https://bitbucket.acme.example'], {
      BITBUCKET_HTTP_ACCESS_TOKEN: '',
    });
    const rest = 'https://bitbucket.acme.example/rest';
    const report = `${rest}/insights/latest/projects/SHOP/repos/web/commits/${build.commit}/reports/codescene-pr`;
    expect(run.stderr).toContain(`PUT ${report}\n`);
    expect(run.stderr).toContain(`POST ${report}/annotations\n`);
    expect(run.stderr).toContain(
      `POST ${rest}/api/latest/projects/SHOP/repos/web/commits/${build.commit}/builds\n`,
    );
    expect(run.stderr).toContain(
      '"link": "https://bitbucket.acme.example/projects/SHOP/repos/web/pull-requests/12/overview"',
    );
  });

  it('never sends the token over plain http to another machine', async () => {
    const run = await check(createBuild(), ['--no-fail', '--api-url', 'http://bitbucket.acme.example']);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('plain http');
    expect(run.stderr).not.toContain(token);
  });
});

describe('doctor on Bitbucket Data Center', () => {
  const ask = ({ clone, commit }: Build, args: readonly string[], env: Record<string, string>) =>
    runCli(['doctor', '--commit', commit, ...args], { cwd: clone.root, env });

  it('asks for every permission and changes nothing', async () => {
    const build = createBuild();
    const server = await startServer(build.commit);
    const args = ['--api-url', server.url, '--connection', 'data-center', '--pull-request', '12'];
    const { exitCode, stdout } = await ask(build, args, { BITBUCKET_HTTP_ACCESS_TOKEN: token });
    expect(stdout).toContain('Bitbucket Data Center');
    expect(stdout).toContain('data-center is used');
    expect(stdout).toContain('SHOP/web');
    expect(stdout).not.toContain('✗');
    expect(exitCode).toBe(0);
    expect(new Set(server.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(server.requests).toHaveLength(6);
  });

  it('says which token is missing, or refused', async () => {
    const build = createBuild();
    const server = await startServer(build.commit);
    const args = ['--api-url', server.url, '--connection', 'data-center'];
    const missing = await ask(build, args, {});
    expect(missing.exitCode).toBe(2);
    expect(missing.stdout).toContain('BITBUCKET_HTTP_ACCESS_TOKEN');
    const refused = await ask(build, args, { BITBUCKET_HTTP_ACCESS_TOKEN: 'wrong-token' });
    expect(refused.exitCode).toBe(2);
    expect(refused.stdout).toContain('401');
    expect(refused.stdout).not.toContain('wrong-token');
  });

  it('tries the connection of the working tree, but not for a pull request', async () => {
    const build = createBuild();
    const server = await startServer(build.commit);
    const profile = `connections: { ours: { type: data-center, url: "${server.url}", token-variable: OUR_TOKEN } }\n`;
    build.clone.write({ [profileFile]: profile });
    const args = ['--connection', 'ours'];
    const own = await ask(build, args, { OUR_TOKEN: token });
    expect(own.stdout).toContain('OUR_TOKEN: set');
    expect(own.exitCode).toBe(0);
    const sent = server.requests.length;
    const foreign = await ask(build, [...args, '--pull-request', '12'], { OUR_TOKEN: token });
    expect(foreign.exitCode).toBe(2);
    expect(foreign.stdout).toContain('is not tried from here');
    expect(server.requests).toHaveLength(sent);
  });
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
