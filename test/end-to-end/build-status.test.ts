import { describe, expect, it } from 'vitest';
import * as answers from '../helpers/bitbucket-server/answers.ts';
import { answering } from '../helpers/bitbucket-server/faults.ts';
import {
  createGoodPullRequest,
  isStatus,
  linesAbout,
  type Setting,
  statesOf,
  statusOf,
  usePipelines,
  watch,
} from './build-status-pipeline.ts';
import { createPullRequest, pipelineVariables } from './pull-request.ts';
import { type Run, runCli } from './run-cli.ts';

const prepare = usePipelines();

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
