import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/create-repository.ts';
import { publish, useResults } from './analysed-pull-request.ts';
import { cloneOf, createPullRequest, pipelineVariables } from './pull-request.ts';
import { runCli } from './run-cli.ts';
import { healthy } from './source-code.ts';

const { startServer, analyse } = useResults();

describe('publish', () => {
  it('sends what check itself would have sent', async () => {
    const situation = await analyse();
    const published = await publish(situation);
    expect(published.stderr).toContain('The quality gate: failed, by critical-rules.');
    expect(published.exitCode).toBe(1);
    const sent = [...situation.server.requests];

    const other = await startServer(situation.pullRequest);
    const env = { ...situation.env, CODESCENE_PR_PIPELINES_PROXY: other.proxyUrl };
    const checked = await runCli(['check', '--publish'], { cwd: cloneOf(situation.pullRequest).root, env });

    expect(checked.exitCode).toBe(1);
    expect(sent.length).toBeGreaterThan(2);
    expect(sent).toEqual(other.requests);
    expect(situation.server.violations).toEqual([]);
  });

  it('gives the exit code of the gate, and 0 under --no-fail', async () => {
    expect((await publish(await analyse(), ['--no-fail'])).exitCode).toBe(0);
    const origin = createPullRequest();
    origin.origin.checkout('feature');
    const source = origin.origin.commit('mend', { 'src/a.ts': healthy() });
    const run = await publish(await analyse({ ...origin, source }));
    expect(run.stderr).toContain('The quality gate: passed.');
    expect(run.exitCode).toBe(0);
  });

  it('fails where a part cannot be published, though the gate holds', async () => {
    const situation = await analyse();
    const refusing = await startServer(situation.pullRequest, { accepted: { accessToken: 'another' } });
    const env = { ...situation.env, BITBUCKET_ACCESS_TOKEN: 'ATCTT3xFfGN0-wrong' };
    const args = ['publish', situation.file, '--no-fail', '--api-url', refusing.apiUrl];
    const run = await runCli(args, { cwd: situation.clone.root, env });
    expect(run.stderr).toContain('401');
    expect(run.stderr).not.toContain('ATCTT3xFfGN0');
    expect(run.exitCode).toBe(2);
  });

  it('ends the build status, also by refusing the file', async () => {
    const situation = await analyse();
    const accepted = { accessToken: 'token-of-the-tests' };
    const statesAfter = async (extra: Record<string, string>) => {
      const server = await startServer(situation.pullRequest, { accepted });
      const env = { ...situation.env, BITBUCKET_ACCESS_TOKEN: accepted.accessToken, ...extra };
      await publish({ ...situation, env }, ['--api-url', server.apiUrl]);
      return [...server.state.statuses.values()].map(({ states }) => states);
    };
    expect(await statesAfter({})).toEqual([['INPROGRESS', 'FAILED']]);
    // The file is of pull request 42.
    expect(await statesAfter({ BITBUCKET_PR_ID: '7' })).toEqual([['FAILED']]);
  });

  it('shows the requests under --dry-run and sends none', async () => {
    const situation = await analyse();
    const run = await publish(situation, ['--dry-run', '--report-id', 'frontend']);
    expect(run.stderr).toContain('/reports/frontend');
    expect(run.exitCode).toBe(1);
    expect(situation.server.requests).toEqual([]);
  });

  it('publishes on the commit that is given outside of a pipeline', async () => {
    const situation = await analyse();
    const { source } = situation.pullRequest;
    situation.clone.git('fetch', '--quiet', 'origin', '+refs/heads/main:refs/remotes/origin/main');
    const env = { BITBUCKET_ACCESS_TOKEN: 'token-of-the-tests' };
    const server = await startServer(situation.pullRequest, {
      accepted: { accessToken: 'token-of-the-tests' },
    });
    const args = ['--commit', source, '--pull-request', '42', '--workspace', 'acme', '--repo', 'shop'];
    const all = [...args, '--target', 'origin/main', '--api-url', server.apiUrl];
    const run = await publish({ ...situation, env }, all);
    expect(run.stderr).toContain(`FAILED on commit ${source}`);
    expect(run.exitCode).toBe(1);
    const without = await publish({ ...situation, env });
    expect(without.stderr).toContain('Give --commit');
    expect(without.exitCode).toBe(2);
  });

  it('has nothing to publish where there was nothing to compare', async () => {
    const pullRequest = createPullRequest();
    const build = pipelineVariables(pullRequest, {
      BITBUCKET_BRANCH: 'main',
      BITBUCKET_COMMIT: pullRequest.source,
    });
    const { BITBUCKET_PR_ID, BITBUCKET_PR_DESTINATION_BRANCH, BITBUCKET_PR_DESTINATION_COMMIT, ...env } =
      build;
    const file = path.join(temporaryFolder(), 'result.json');
    const { root: cwd } = cloneOf(pullRequest);
    await runCli(['check', '--output', `json=${file}`], { cwd, env });
    const run = await runCli(['publish', file], { cwd, env });
    expect(run.stderr).toContain('Nothing is published.');
    expect(run.exitCode).toBe(0);
  });
});

describe('publish of what is no result file', () => {
  it('refuses what is missing, a folder, a pipe, too large, not UTF-8, not JSON, and follows a link', async () => {
    const situation = await analyse();
    const folder = temporaryFolder();
    const at = (name: string) => path.join(folder, name);
    execFileSync('mkfifo', [at('pipe')]);
    writeFileSync(at('large'), '');
    truncateSync(at('large'), 51 * 1024 * 1024);
    writeFileSync(at('latin'), Buffer.from([0x7b, 0xff, 0x7d]));
    writeFileSync(at('broken'), '{"schemaVersion": 1');
    symlinkSync(situation.file, at('link'));
    const cases: readonly (readonly [string, string])[] = [
      ['missing', 'There is no such file.'],
      ['.', 'It is a folder.'],
      ['pipe', 'It is no regular file.'],
      ['/dev/zero', 'It is no regular file.'],
      ['large', 'at most 50 MB'],
      ['latin', 'It is not UTF-8.'],
      ['broken', 'is not valid JSON'],
    ];
    for (const [name, says] of cases) {
      const run = await publish({ ...situation, file: path.resolve(folder, name) });
      expect(run.stderr).toContain(says);
      expect(run.exitCode).toBe(2);
    }
    expect(situation.server.requests).toEqual([]);
    expect((await publish({ ...situation, file: at('link') })).exitCode).toBe(1);
    const usage = await runCli(['publish'], { cwd: folder });
    expect(usage.exitCode).toBe(2);
  });
});
