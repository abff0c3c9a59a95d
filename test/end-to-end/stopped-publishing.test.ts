import { afterEach, describe, expect, it } from 'vitest';
import { startDataCenterServer } from '../helpers/bitbucket-server/data-center.ts';
import type { FaultSchedule } from '../helpers/bitbucket-server/faults.ts';
import { type BitbucketServer, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import { cloneOf, createPullRequest, type PullRequest, pipelineVariables } from './pull-request.ts';
import { runCli, startCli } from './run-cli.ts';
import { healthy } from './source-code.ts';

const token = 'ATCTT3xFfGN0-a-secret-token';
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** A pull request that only makes things better. */
function createGoodPullRequest(): PullRequest {
  const { origin, destination } = createPullRequest();
  origin.checkout('feature');
  const source = origin.commit('mend', { 'src/a.ts': healthy() });
  origin.checkout('main');
  return { origin, source, destination };
}

/** Lets the first request for annotations hang, and says when it is there. */
function holdAnnotations() {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  let held = 0;
  const faults: FaultSchedule = ({ path, method }) => {
    if (method !== 'POST' || !path.endsWith('/annotations') || held > 0) return null;
    held += 1;
    arrive();
    return { kind: 'hang' };
  };
  return { faults, arrived };
}

/** A pull request's pipeline on Bitbucket Cloud whose first annotations are held. */
async function prepareCloud(variables: (server: BitbucketServer) => Record<string, string>) {
  const pullRequest = createPullRequest();
  const { faults, arrived } = holdAnnotations();
  const server = await startBitbucketServer({
    repository: { workspace: 'acme', repository: 'shop', commit: pullRequest.source },
    accepted: { accessToken: token },
    faults,
  });
  closers.push(server.close);
  const env = pipelineVariables(pullRequest, variables(server));
  const key = `${pullRequest.source}/codescene-pr`;
  return {
    arrived,
    options: { cwd: cloneOf(pullRequest).root, env },
    report: () => server.state.reports.get(key),
    states: () => server.state.statuses.get(key)?.states,
    apiUrl: server.apiUrl,
  };
}

describe('a run that is stopped among its annotations', () => {
  it('leaves a report with its result that says what is missing, and the next run completes it', async () => {
    const { arrived, options, report, states, apiUrl } = await prepareCloud(() => ({
      BITBUCKET_ACCESS_TOKEN: token,
    }));
    const args = ['check', '--api-url', apiUrl];
    const running = startCli(args, options);
    await arrived;
    const start = performance.now();
    running.kill('SIGTERM');
    const { exitCode, stderr } = await running.finished;

    expect(performance.now() - start).toBeLessThan(10_000);
    expect(exitCode).toBe(1);
    expect(stderr).not.toContain(token);
    expect(states()).toEqual(['INPROGRESS', 'FAILED']);
    expect(report()?.results).toEqual(['FAILED']);
    expect(report()?.report.details).toContain('Annotations: still being published, 2 in all;');

    expect((await runCli(args, options)).exitCode).toBe(1);
    expect(report()?.report).toMatchObject({ result: 'FAILED' });
    expect(report()?.report.details).not.toContain('still being published');
    expect(report()?.annotations.size).toBe(2);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'by %s, without a token and a status to end, leaves no report that waits for its result',
    async (signal) => {
      const { arrived, options, report } = await prepareCloud(({ proxyUrl }) => ({
        CODESCENE_PR_PIPELINES_PROXY: proxyUrl,
      }));
      const running = startCli(['check'], options);
      await arrived;
      running.kill(signal);
      expect(await running.finished).toMatchObject({ exitCode: null, signal });
      expect(report()?.results).toEqual(['FAILED']);

      expect((await runCli(['check'], options)).exitCode).toBe(1);
      expect(report()?.annotations.size).toBe(2);
    },
  );

  it.each([
    { gate: 'violated', result: 'FAIL', state: 'FAILED', count: 2 },
    { gate: 'that holds', result: 'PASS', state: 'CANCELLED', count: 1 },
  ])('leaves a report with its result on Data Center, and a status, by a gate $gate', async (expected) => {
    const { result, count } = expected;
    const pullRequest = result === 'FAIL' ? createPullRequest() : createGoodPullRequest();
    const { faults, arrived } = holdAnnotations();
    const identity = { project: 'SHOP', repository: 'web', commit: pullRequest.source, pullRequest: 12 };
    const { url, state, close } = await startDataCenterServer({ identity, tokens: { [token]: 1 }, faults });
    closers.push(close);
    const change = ['--source', pullRequest.source, '--target', 'main'];
    const place = ['--workspace', 'SHOP', '--repo', 'web', '--pull-request', '12', '--api-url', url];
    const args = ['check', '--publish', '--no-fail', ...change, ...place];
    const options = { cwd: pullRequest.origin.root, env: { BITBUCKET_HTTP_ACCESS_TOKEN: token } };
    const key = `${pullRequest.source}/codescene-pr`;

    const running = startCli(args, options);
    await arrived;
    running.kill('SIGTERM');
    const { exitCode, stderr } = await running.finished;

    expect(exitCode).toBe(2);
    expect(stderr).not.toContain(token);
    expect(state.reports.get(key)).toMatchObject({ report: { result }, annotations: [] });
    expect(state.builds.get(key)?.states).toEqual(['INPROGRESS', expected.state]);
    expect(stderr).toContain(`build-status: ${expected.state} on commit`);

    expect((await runCli(args, options)).exitCode).toBe(0);
    expect(state.reports.get(key)?.annotations).toHaveLength(count);
    expect(state.comments).toHaveLength(1);
  });
});
