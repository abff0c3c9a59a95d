import { describe, expect, it } from 'vitest';
import { serverError } from '../helpers/bitbucket-server/data-center-state.ts';
import { answering } from '../helpers/bitbucket-server/faults.ts';
import { type Build, check, createBuild, profileFile, token, useServers } from './data-center-build.ts';
import { runCli } from './run-cli.ts';
import { healthy } from './source-code.ts';

const startServer = useServers();

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
