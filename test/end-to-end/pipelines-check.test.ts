import { afterEach, describe, expect, it } from 'vitest';
import { type BitbucketServer, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import { cloneLikePipelines, createRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { cloneOf, createPullRequest, type PullRequest, pipelineVariables } from './pull-request.ts';
import { checkAsJson, runCli } from './run-cli.ts';
import { complex, healthy, nested } from './source-code.ts';

let server: BitbucketServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function startServer({ source }: PullRequest, faults = {}): Promise<BitbucketServer> {
  server = await startBitbucketServer({
    repository: { workspace: 'acme', repository: 'shop', commit: source },
    ...faults,
  });
  return server;
}

describe('check in a pull-request pipeline', () => {
  it('judges the source commit and publishes through the proxy without a secret', async () => {
    const pullRequest = createPullRequest();
    const { proxyUrl, state, violations } = await startServer(pullRequest);
    const clone = cloneOf(pullRequest);
    const env = pipelineVariables(pullRequest, { CODESCENE_PR_PIPELINES_PROXY: proxyUrl });

    const { exitCode, report } = await checkAsJson([], { cwd: clone.root, env });

    expect(exitCode).toBe(1);
    expect(report.context).toMatchObject({
      source: pullRequest.source,
      target: pullRequest.destination,
      pullRequest: 42,
    });
    expect(report.files.map(({ path }) => path)).toEqual(['src/a.ts', 'src/b.ts']);
    const stored = state.reports.get(`${pullRequest.source}/codescene-pr`);
    expect(stored?.results).toEqual(['FAILED', 'FAILED']);
    expect([...(stored?.annotations.values() ?? [])]).toMatchObject([
      { path: 'src/a.ts', line: 1, result: 'FAILED', annotation_type: 'CODE_SMELL' },
      { path: 'src/b.ts', result: 'PASSED' },
    ]);
    expect(violations).toEqual([]);
  });

  it('takes lines from the source commit and not from the merge that is checked out', async () => {
    const origin = createRepository();
    const base = `${healthy('first')}\n\n\n${healthy('second')}`;
    origin.commit('start', { 'src/a.ts': base });
    origin.checkout('feature');
    const source = origin.commit('work', { 'src/a.ts': `${base}\n\n\n${nested(4)}` });
    origin.checkout('main');
    const destination = origin.commit('meanwhile', { 'src/a.ts': `// one\n// two\n// three\n${base}` });
    const clone = cloneOf({ origin, source, destination }, 'full');
    expect(clone.git('rev-parse', 'HEAD')).not.toBe(source);
    const env = pipelineVariables({ origin, source, destination });

    const { report } = await checkAsJson(['--no-publish'], { cwd: clone.root, env });

    expect(report.context.source).toBe(source);
    const line = `${base}\n\n\n`.split('\n').length;
    expect(report.files[0]?.findings).toMatchObject([{ smell: 'deep-nested-complexity', line }]);
  });

  it('finds the merge base in a clone that is cut off before it', async () => {
    const pullRequest = createPullRequest();
    const last = pullRequest.origin.extend('feature', 80);
    const clone = cloneLikePipelines(pullRequest.origin, { branch: 'feature', depth: 50 });
    expect(clone.git('rev-parse', '--is-shallow-repository')).toBe('true');
    const env = pipelineVariables({ ...pullRequest, source: last });

    const { exitCode, report } = await checkAsJson(['--no-publish'], { cwd: clone.root, env });

    expect(exitCode).toBe(1);
    expect(report.context.mergeBase).toBe(pullRequest.origin.git('rev-parse', 'main~1'));
    expect(report.files.map(({ path }) => path)).toEqual(['src/a.ts', 'src/b.ts']);
  });

  it('publishes with an access token, which appears nowhere', async () => {
    const pullRequest = createPullRequest();
    const secret = 'ATCTT3xFfGN0-a-secret-token';
    const { apiUrl, state, requests } = await startServer(pullRequest, { accepted: { accessToken: secret } });
    const env = pipelineVariables(pullRequest, { BITBUCKET_ACCESS_TOKEN: secret });

    const run = await runCli(['check', '--debug', '--api-url', apiUrl], {
      cwd: cloneOf(pullRequest).root,
      env,
    });

    expect(run.exitCode).toBe(1);
    expect(state.reports.size).toBe(1);
    expect(requests.every(({ authorization }) => authorization === `Bearer ${secret}`)).toBe(true);
    expect(run.stdout + run.stderr).not.toContain(secret);
  });

  it('keeps the verdict when publishing fails, and fails on it only when it was asked for', async () => {
    const pullRequest = createPullRequest();
    const { apiUrl } = await startServer(pullRequest, { accepted: { accessToken: 'another' } });
    const env = pipelineVariables(pullRequest, { BITBUCKET_ACCESS_TOKEN: 'wrong' });
    const cwd = cloneOf(pullRequest).root;

    const automatic = await runCli(['check', '--no-fail', '--api-url', apiUrl], { cwd, env });
    expect(automatic.exitCode).toBe(0);
    expect(automatic.stderr).toContain('401');
    expect(automatic.stderr).toContain('Token is invalid');
    expect((await runCli(['check', '--api-url', apiUrl], { cwd, env })).exitCode).toBe(1);
    expect(
      (await runCli(['check', '--no-fail', '--publish', '--api-url', apiUrl], { cwd, env })).exitCode,
    ).toBe(2);
    const named = ['check', '--no-fail', '--connection', 'access-token', '--api-url', apiUrl];
    expect((await runCli(named, { cwd, env })).exitCode).toBe(2);
  });

  it('shows every request under --dry-run and sends none', async () => {
    const pullRequest = createPullRequest();
    const { proxyUrl, requests } = await startServer(pullRequest);
    const env = pipelineVariables(pullRequest, { CODESCENE_PR_PIPELINES_PROXY: proxyUrl });

    const run = await runCli(['check', '--dry-run'], { cwd: cloneOf(pullRequest).root, env });

    expect(run.exitCode).toBe(1);
    expect(requests).toEqual([]);
    expect(run.stderr).toContain(`/commit/${pullRequest.source}/reports/codescene-pr/annotations`);
    expect(run.stderr).toContain('"result": "FAILED"');
    expect(run.stdout).not.toContain('"result"');
  });

  it('reads the profile from the target, and says that the change of it waits for the merge', async () => {
    const pullRequest = createPullRequest();
    const lax = 'version: 1\ngates: { critical-rules: false }\n';
    pullRequest.origin.checkout('feature');
    const source = pullRequest.origin.commit('weaken', { '.codescene/quality-profile.yml': lax });
    const clone = cloneOf({ ...pullRequest, source });
    const env = pipelineVariables({ ...pullRequest, source });

    const { exitCode, report } = await checkAsJson(['--no-publish'], { cwd: clone.root, env });

    expect(exitCode).toBe(1);
    expect(report.profile).toEqual({ name: 'bare-minimum', origin: 'built-in' });
    expect(report.warnings.join()).toContain('takes effect after the merge');
  });

  it.each([
    { variable: 'BITBUCKET_COMMIT', value: '--upload-pack=evil' },
    { variable: 'BITBUCKET_PR_ID', value: '42/../7' },
    { variable: 'BITBUCKET_PR_DESTINATION_BRANCH', value: '-x' },
    { variable: 'BITBUCKET_WORKSPACE', value: '../admin' },
  ])('refuses a malformed $variable and sends nothing', async ({ variable, value }) => {
    const pullRequest = createPullRequest();
    const { proxyUrl, requests } = await startServer(pullRequest);
    const env = pipelineVariables(pullRequest, { CODESCENE_PR_PIPELINES_PROXY: proxyUrl, [variable]: value });

    const run = await runCli(['check'], { cwd: cloneOf(pullRequest).root, env });

    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(variable);
    expect(requests).toEqual([]);
  });

  it('never sends a token over plain http to another machine', async () => {
    const pullRequest = createPullRequest();
    const env = pipelineVariables(pullRequest, { BITBUCKET_ACCESS_TOKEN: 'secret-token' });
    const args = ['check', '--no-fail', '--api-url', 'http://bitbucket.example.com/2.0'];
    const run = await runCli(args, { cwd: cloneOf(pullRequest).root, env });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).not.toContain('secret-token');
  });
});

describe('check in a pipeline without a pull request', () => {
  function branchVariables(pullRequest: PullRequest, branch: string, commit: string) {
    const { BITBUCKET_PR_ID, BITBUCKET_PR_DESTINATION_BRANCH, BITBUCKET_PR_DESTINATION_COMMIT, ...rest } =
      pipelineVariables(pullRequest);
    return { ...rest, BITBUCKET_BRANCH: branch, BITBUCKET_COMMIT: commit };
  }

  it('compares a branch with the main branch, publishes nothing and says so', async () => {
    const pullRequest = createPullRequest();
    const { proxyUrl, requests } = await startServer(pullRequest);
    const env = {
      ...branchVariables(pullRequest, 'feature', pullRequest.source),
      CODESCENE_PR_PIPELINES_PROXY: proxyUrl,
    };
    const run = await runCli(['check'], { cwd: cloneOf(pullRequest).root, env });
    expect(run.exitCode).toBe(1);
    expect(run.stdout + run.stderr).toMatch(/for no pull request: [^.]*nothing\s+is\s+published/);
    expect(requests).toEqual([]);
  });

  it('has nothing to compare on the main branch itself', async () => {
    const pullRequest = createPullRequest();
    const clone = cloneLikePipelines(pullRequest.origin, { branch: 'main' });
    const env = branchVariables(pullRequest, 'main', pullRequest.destination);
    const { exitCode, report } = await checkAsJson([], { cwd: clone.root, env });
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ status: 'passed', files: [] });
    expect(report.warnings.join()).toMatch(/nothing to compare/i);
  });

  it('says what is missing where the clone was switched off', async () => {
    const pullRequest = createPullRequest();
    const run = await runCli(['check'], { cwd: temporaryFolder(), env: pipelineVariables(pullRequest) });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('clone');
    expect(run.stderr).toContain('enabled: false');
  });
});

it('charges what CodeScene charges', async () => {
  const project = createRepository();
  project.commit('start', {});
  project.write({ 'a.ts': complex(16) });
  const { report } = await checkAsJson([], { cwd: project.root });
  // Published for a file with one function of complexity 16 alone.
  expect(report.files[0]?.newScore).toBe(9.55);
});
