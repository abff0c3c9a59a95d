import { execFileSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as answers from '../helpers/bitbucket-server/answers.ts';
import { answering, type Fault, type FaultSchedule } from '../helpers/bitbucket-server/faults.ts';
import {
  type BitbucketServer,
  type BitbucketServerOptions,
  startBitbucketServer,
} from '../helpers/bitbucket-server/index.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';
import { cloneOf, createPullRequest, type PullRequest, pipelineVariables } from './pull-request.ts';
import { type Run, type RunOptions, runCli, startCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';
import { withGit } from './with-git.ts';

const token = 'ATCTT3xFfGN0-a-secret-token';
let server: BitbucketServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Setting {
  readonly pullRequest: PullRequest;
  readonly server: BitbucketServer;
  /** Arguments and surroundings of a run in the pull request's pipeline. */
  readonly args: readonly string[];
  readonly options: RunOptions;
}

/** A pull request's pipeline with an access token, and the server that it talks to. */
async function prepare(
  options: BitbucketServerOptions = {},
  pullRequest: PullRequest = createPullRequest(),
): Promise<Setting> {
  server = await startBitbucketServer({
    repository: { workspace: 'acme', repository: 'shop', commit: pullRequest.source },
    accepted: { accessToken: token },
    ...options,
  });
  const env = pipelineVariables(pullRequest, { BITBUCKET_ACCESS_TOKEN: token });
  const args = ['check', '--api-url', server.apiUrl];
  return { pullRequest, server, args, options: { cwd: cloneOf(pullRequest).root, env } };
}

function statesOf({ server, pullRequest }: Setting, key = 'codescene-pr'): readonly unknown[] | undefined {
  return server.state.statuses.get(`${pullRequest.source}/${key}`)?.states;
}

function statusOf({ server, pullRequest }: Setting): unknown {
  return server.state.statuses.get(`${pullRequest.source}/codescene-pr`)?.status;
}

const linesAbout = (run: Run) => run.stderr.split('\n').filter((line) => line.includes('build-status:'));

/** A pull request that only makes things better. */
function createGoodPullRequest(): PullRequest {
  const { origin, destination } = createPullRequest();
  origin.checkout('feature');
  const source = origin.commit('mend', { 'src/a.ts': healthy() });
  return { origin, source, destination };
}

/** Gives faults to the requests that are meant, in their order, and says when each of them arrives. */
function watch(isMeant: (path: string, method: string) => boolean, faults: readonly (Fault | null)[]) {
  const events = faults.map(() => {
    let occur = () => {};
    const arrived = new Promise<void>((resolve) => {
      occur = resolve;
    });
    return { arrived, occur };
  });
  let seen = 0;
  const schedule: FaultSchedule = ({ path, method }) => {
    if (!isMeant(path, method)) return null;
    seen += 1;
    events[seen - 1]?.occur();
    return faults[seen - 1] ?? null;
  };
  return { schedule, arrivals: events.map(({ arrived }) => arrived) };
}

const isStatus = (path: string) => path.endsWith('/statuses/build');

describe('the build status of a pull request', () => {
  it('is in progress at the start and failed where the gate is violated', async () => {
    const setting = await prepare();
    const run = await runCli(setting.args, setting.options);
    expect(run.exitCode).toBe(1);
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'FAILED']);
    expect(statusOf(setting)).toEqual({
      key: 'codescene-pr',
      state: 'FAILED',
      name: 'Code Health',
      description: 'Quality gate violated: critical-rules.',
      url: 'https://bitbucket.org/acme/shop/pull-requests/42',
      refname: 'feature',
    });
    expect(linesAbout(run)).toEqual([`build-status: FAILED on commit ${setting.pullRequest.source}.`]);
  });

  it('is set before anything else and ended after everything else', async () => {
    const setting = await prepare();
    await runCli(setting.args, setting.options);
    const paths = setting.server.requests.map(({ path }) => path.split('/').at(-1));
    expect(paths.filter((last) => last === 'build')).toHaveLength(2);
    expect([paths[0], paths.at(-1)]).toEqual(['build', 'build']);
  });

  it('is successful where the gate holds', async () => {
    const setting = await prepare({}, createGoodPullRequest());
    const run = await runCli(setting.args, setting.options);
    expect(run.exitCode).toBe(0);
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'SUCCESSFUL']);
    expect(statusOf(setting)).toMatchObject({
      description: expect.stringMatching(/^Quality gate passed: nothing got worse\./),
    });
  });

  it('is the same after a second run, and one beside it for each report id', async () => {
    const setting = await prepare();
    await runCli(setting.args, setting.options);
    const first = statusOf(setting);
    await runCli(setting.args, setting.options);
    await runCli([...setting.args, '--report-id', 'codescene-pr-web'], setting.options);
    expect(statusOf(setting)).toEqual(first);
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'FAILED', 'INPROGRESS', 'FAILED']);
    expect(statesOf(setting, 'codescene-pr-web')).toEqual(['INPROGRESS', 'FAILED']);
    expect(setting.server.state.statuses.size).toBe(2);
  });

  it('shows a violation that --no-fail lets pass', async () => {
    const setting = await prepare();
    const run = await runCli([...setting.args, '--no-fail'], setting.options);
    expect(run.exitCode).toBe(0);
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'FAILED']);
  });

  it('is left alone without publishing, and only shown in a dry run', async () => {
    const setting = await prepare();
    await runCli([...setting.args, '--no-publish'], setting.options);
    const shown = await runCli([...setting.args, '--dry-run'], setting.options);
    expect(setting.server.requests).toEqual([]);
    expect(shown.stderr.match(/"state": "\w+"/g)).toEqual(['"state": "INPROGRESS"', '"state": "FAILED"']);
    expect(linesAbout(shown)).toEqual(['build-status: Dry run: shown, not sent.']);
  });

  it('is left alone where the profile of the target switches it off', async () => {
    const pullRequest = createPullRequest();
    const profile = 'version: 1\nfeedback: { build-status: false }\n';
    pullRequest.origin.checkout('main');
    const destination = pullRequest.origin.commit('quiet', { '.codescene/quality-profile.yml': profile });
    const setting = await prepare({}, { ...pullRequest, destination });
    const run = await runCli(setting.args, setting.options);
    expect(run.exitCode).toBe(1);
    expect(statesOf(setting)).toBeUndefined();
    expect(linesAbout(run)).toEqual(['build-status: The profile switches it off (feedback.build-status).']);
  });

  it('never goes through the Pipelines proxy, which is no failure', async () => {
    const { server, options, pullRequest } = await prepare({}, createGoodPullRequest());
    const env = pipelineVariables(pullRequest, { CODESCENE_PR_PIPELINES_PROXY: server.proxyUrl });
    const run = await runCli(['check', '--connection', 'pipelines'], { ...options, env });
    expect(run.exitCode).toBe(0);
    expect(server.requests.filter(({ path }) => path.includes('statuses'))).toEqual([]);
    expect(server.state.reports.size).toBe(1);
    expect(linesAbout(run)).toEqual([
      'build-status: The Pipelines proxy cannot set it. Set BITBUCKET_ACCESS_TOKEN, as a secured variable, to an access token with the scope repository.',
    ]);
  });
});

describe('a build status that cannot be set', () => {
  async function afterAnother(args: readonly string[]): Promise<{ setting: Setting; run: Run }> {
    const setting = await prepare({}, createGoodPullRequest());
    const key = `${setting.pullRequest.source}/codescene-pr`;
    setting.server.state.statuses.set(key, { status: {}, creator: 'Bearer of-another', states: ['FAILED'] });
    return { setting, run: await runCli([...setting.args, ...args], setting.options) };
  }

  it('because it is somebody else’s says so, and how to mend it', async () => {
    const { setting, run } = await afterAnother([]);
    expect(run.exitCode).toBe(0);
    expect(linesAbout(run)).toHaveLength(1);
    expect(linesAbout(run)[0]).toMatch(
      /^Warning: build-status: Could not set .*403.*creator.*same token in every run, or give another --report-id/,
    );
    expect(statesOf(setting)).toEqual(['FAILED']);
    expect(setting.server.state.reports.size).toBe(1);
  });

  it('fails a run that was to publish', async () => {
    expect((await afterAnother(['--publish'])).run.exitCode).toBe(2);
  });

  it('at the start only is set at the end', async () => {
    const { schedule } = watch(isStatus, [answering(answers.coreError(403, 'Not now.'))]);
    const setting = await prepare({ faults: schedule });
    const run = await runCli(setting.args, setting.options);
    expect(statesOf(setting)).toEqual(['FAILED']);
    expect(linesAbout(run)).toEqual([`build-status: FAILED on commit ${setting.pullRequest.source}.`]);
  });
});

describe('a run that breaks off', () => {
  it('by a broken profile leaves a failed status', async () => {
    const pullRequest = createPullRequest();
    pullRequest.origin.checkout('main');
    const profile = { '.codescene/quality-profile.yml': 'version: 1\ngatez: {}\n' };
    const destination = pullRequest.origin.commit('break', profile);
    const setting = await prepare({}, { ...pullRequest, destination });
    const run = await runCli(setting.args, setting.options);
    expect(run.exitCode).toBe(2);
    expect(statesOf(setting)).toEqual(['FAILED']);
    expect(statusOf(setting)).toMatchObject({
      description: expect.stringContaining('The check could not be done: '),
      refname: 'feature',
    });
  });

  it('by a commit that git does not find leaves a failed status on it', async () => {
    const setting = await prepare();
    const env = {
      ...setting.options.env,
      BITBUCKET_PR_DESTINATION_BRANCH: 'gone',
      BITBUCKET_PR_DESTINATION_COMMIT: '',
    };
    const run = await runCli(setting.args, { ...setting.options, env });
    expect(run.exitCode).toBe(2);
    expect(statesOf(setting)).toEqual(['FAILED']);
  });

  it('by a git that fails in the middle leaves a failed status', async () => {
    const setting = await prepare();
    const options = withGit(setting.options, 'cat-file --batch --buffer', 'exit 3');
    const run = await runCli(setting.args, options);
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'FAILED']);
    expect(run.exitCode).toBe(2);
  });

  it('by a file that cannot be measured leaves a failed status', async () => {
    const good = createGoodPullRequest();
    good.origin.checkout('feature');
    const source = good.origin.commit('break', { 'src/broken.ts': 'export function (' });
    const setting = await prepare({}, { ...good, source });
    const run = await runCli(setting.args, setting.options);
    expect(run.exitCode).toBe(2);
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'FAILED']);
    expect(statusOf(setting)).toMatchObject({ description: expect.stringContaining('src/broken.ts') });
  });

  it('by a report that cannot be written leaves a failed status', async () => {
    const setting = await prepare({}, createGoodPullRequest());
    const run = await runCli([...setting.args, '--output', 'json=/dev/null/x'], setting.options);
    expect(run.exitCode).toBe(2);
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'FAILED']);
  });

  it('by a full disk behind stdout leaves a failed status', async () => {
    const setting = await prepare({}, createGoodPullRequest());
    const full = openSync('/dev/full', 'w');
    const run = await runCli(setting.args, { ...setting.options, stdout: full });
    closeSync(full);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('Could not write to stdout');
    expect(statesOf(setting)?.at(-1)).toBe('FAILED');
  });

  it('by nobody who reads its report is none', async () => {
    const setting = await prepare({}, createGoodPullRequest());
    const running = startCli(setting.args, setting.options);
    running.closeStdout();
    expect((await running.finished).exitCode).toBe(0);
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'SUCCESSFUL']);
  });

  it('sends nothing where a variable is malformed', async () => {
    const setting = await prepare();
    const env = { ...setting.options.env, BITBUCKET_PR_ID: '42/../7' };
    expect((await runCli(setting.args, { ...setting.options, env })).exitCode).toBe(2);
    expect(setting.server.requests).toEqual([]);
  });
});

describe('a run that is told to stop', () => {
  const untilKilled = 'exec sleep 600';

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s while it measures leaves a stopped status',
    async (signal) => {
      const { schedule, arrivals } = watch(isStatus, [null]);
      const setting = await prepare({ faults: schedule });
      const running = startCli(setting.args, withGit(setting.options, 'log', untilKilled));
      await arrivals[0];
      const start = performance.now();
      running.kill(signal);
      const run = await running.finished;
      expect(performance.now() - start).toBeLessThan(10_000);
      expect(run).toMatchObject({ exitCode: 2, signal: null, stdout: '' });
      expect(run.stderr).toContain(`Error: The run was told to stop by ${signal}.`);
      expect(statesOf(setting)?.at(-1)).toBe('STOPPED');
      expect(statusOf(setting)).toMatchObject({ description: `The run was told to stop by ${signal}.` });
    },
  );

  it('among many files does not finish them first', async () => {
    const { origin } = createPullRequest();
    const files = (depth: number) => {
      const code = Array.from({ length: 30 }, (_, at) => nested(depth, `dig${at}`)).join('\n');
      return Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`src/many/${at}.ts`, code]));
    };
    origin.checkout('main');
    const destination = origin.commit('many', files(2));
    origin.git('checkout', '--quiet', '-B', 'feature');
    const source = origin.commit('deeper', files(3));
    const { schedule, arrivals } = watch(isStatus, [null]);
    const setting = await prepare({ faults: schedule }, { origin, source, destination });
    const running = startCli(setting.args, setting.options);
    await arrivals[0];
    running.kill('SIGTERM');
    expect(await running.finished).toMatchObject({ exitCode: 2, stdout: '' });
    expect(statesOf(setting)?.at(-1)).toBe('STOPPED');
  });

  it('while the start of it hangs leaves a stopped status', async () => {
    const { schedule, arrivals } = watch(isStatus, [{ kind: 'hang' }]);
    const setting = await prepare({ faults: schedule });
    const running = startCli(setting.args, withGit(setting.options, 'log', untilKilled));
    await arrivals[0];
    running.kill('SIGTERM');
    expect((await running.finished).exitCode).toBe(2);
    expect(statesOf(setting)).toEqual(['STOPPED']);
  });

  it('while it publishes leaves a stopped status, and what was found', async () => {
    const { schedule, arrivals } = watch((_, method) => method === 'DELETE', [{ kind: 'hang' }]);
    const setting = await prepare({ faults: schedule }, createGoodPullRequest());
    const running = startCli(setting.args, setting.options);
    await arrivals[0];
    running.kill('SIGTERM');
    const run = await running.finished;
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('PASSED');
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'STOPPED']);
  });

  it('while it says that it failed keeps the verdict', async () => {
    const { schedule, arrivals } = watch(isStatus, [null, { kind: 'hang' }]);
    const setting = await prepare({ faults: schedule });
    const running = startCli(setting.args, setting.options);
    await arrivals[1];
    running.kill('SIGTERM');
    expect((await running.finished).exitCode).toBe(1);
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'FAILED']);
  });

  it('while it says that it succeeded takes that back', async () => {
    const { schedule, arrivals } = watch(isStatus, [null, { kind: 'hang' }]);
    const setting = await prepare({ faults: schedule }, createGoodPullRequest());
    const running = startCli(setting.args, setting.options);
    await arrivals[1];
    running.kill('SIGTERM');
    expect((await running.finished).exitCode).toBe(2);
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'STOPPED']);
  });

  it('ends within ten seconds where Bitbucket does not answer', async () => {
    const { schedule, arrivals } = watch(isStatus, [null, { kind: 'hang' }]);
    const setting = await prepare({ faults: schedule });
    const running = startCli(setting.args, withGit(setting.options, 'log', untilKilled));
    await arrivals[0];
    const start = performance.now();
    running.kill('SIGTERM');
    const run = await running.finished;
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(run.exitCode).toBe(2);
    expect(linesAbout(run)[0]).toContain('Warning: build-status: Could not set the build status to STOPPED');
  });

  it('ends at once by a second signal', async () => {
    const { schedule, arrivals } = watch(isStatus, [null, { kind: 'hang' }]);
    const setting = await prepare({ faults: schedule });
    const running = startCli(setting.args, withGit(setting.options, 'log', untilKilled));
    await arrivals[0];
    running.kill('SIGTERM');
    await arrivals[1];
    running.kill('SIGTERM');
    expect(await running.finished).toMatchObject({ exitCode: null, signal: 'SIGTERM' });
  });

  it('ends at once where nothing is published', async () => {
    const setting = await prepare();
    const fifo = path.join(temporaryFolder(), 'fifo');
    execFileSync('mkfifo', [fifo]);
    const script = `echo > ${fifo}; exec sleep 600`;
    const options = withGit(setting.options, 'log', script);
    const running = startCli([...setting.args, '--no-publish'], options);
    await readFile(fifo);
    running.kill('SIGTERM');
    expect(await running.finished).toMatchObject({ exitCode: null, signal: 'SIGTERM' });
    expect(setting.server.requests).toEqual([]);
  });
});
