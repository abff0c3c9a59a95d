import { closeSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createGoodPullRequest, statesOf, statusOf, usePipelines } from './build-status-pipeline.ts';
import { createPullRequest } from './pull-request.ts';
import { runCli, startCli } from './run-cli.ts';
import { withGit } from './with-git.ts';

const prepare = usePipelines();

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
