import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { resolveConnection } from '../../src/publish/connection.ts';
import * as answers from '../helpers/bitbucket-server/answers.ts';
import { answering, type FaultSchedule } from '../helpers/bitbucket-server/faults.ts';
import { identity } from '../helpers/bitbucket-server/index.ts';
import { isStatus, onStatus, open, publish, storedStatus, succeeded, target } from './open-publication.ts';
import { accessToken, createFakeTime, withAccessToken } from './run-publish.ts';
import { reportWithFindings } from './sample-report.ts';
import { useServers } from './servers.ts';

const startServer = useServers();

describe('a build status', () => {
  it('encloses the report and the comment', async () => {
    const server = await startServer();
    const { publication } = open(withAccessToken(server));
    publication.begin();
    await publish(publication);
    const outcome = await publication.end(succeeded);
    expect(outcome).toEqual({
      channel: 'build-status',
      status: 'published',
      message: `SUCCESSFUL on commit ${identity.commit}.`,
    });
    expect(server.requests.map(({ method, path }) => (isStatus(path) ? 'status' : method)).join(' ')).toBe(
      'status DELETE PUT POST PUT GET GET POST GET status',
    );
    expect(storedStatus(server)).toMatchObject({
      states: ['INPROGRESS', 'SUCCESSFUL'],
      status: { key: 'codescene-pr', refname: 'feature/x', description: 'Quality gate passed.' },
    });
  });

  it('names the check by its report id, and no branch where none is known', async () => {
    const server = await startServer();
    const reportId = 'x'.repeat(40);
    const { publication } = open(withAccessToken(server), {
      reportId,
      target: { ...target, sourceBranch: null, pullRequest: null, buildNumber: 17 },
    });
    await publication.end(succeeded);
    expect(storedStatus(server, reportId)?.status).toEqual({
      key: reportId,
      state: 'SUCCESSFUL',
      name: `Code Health (${reportId})`,
      description: 'Quality gate passed.',
      url: 'https://bitbucket.org/acme/shop/pipelines/results/17',
    });
  });

  it('takes any description', async () => {
    const server = await startServer();
    const { publication } = open(withAccessToken(server));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (words) => {
        const description = `x${words}${accessToken}`;
        const { status } = await publication.end({ state: 'FAILED', description });
        expect(status).toBe('published');
        expect(JSON.stringify(storedStatus(server)?.status)).not.toContain(accessToken);
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a report id that is longer than a key', async () => {
    const server = await startServer();
    expect(() => open(withAccessToken(server), { reportId: 'x'.repeat(41) })).toThrow(UsageError);
  });

  it('is only shown in a dry run', async () => {
    const server = await startServer();
    const { publication, lines } = open(withAccessToken(server), { dryRun: true });
    publication.begin();
    expect(await publication.end(succeeded)).toMatchObject({
      status: 'skipped',
      message: 'Dry run: shown, not sent.',
    });
    expect(publication.setsStatus).toBe(false);
    expect(server.requests).toEqual([]);
    expect(lines.filter((line) => line.startsWith('POST '))).toHaveLength(2);
    expect(lines.join('\n').match(/"state": "\w+"/g)).toEqual([
      '"state": "INPROGRESS"',
      '"state": "SUCCESSFUL"',
    ]);
  });

  it.each([
    ['through the Pipelines proxy', { CODESCENE_PR_PIPELINES_PROXY: 'http://127.0.0.1:9' }, true],
    ['without credentials', {}, false],
  ])('is skipped %s, with the secret that would enable it', async (_, env, inPipeline) => {
    const apiUrl = 'https://api.bitbucket.org/2.0';
    const { publication } = open(resolveConnection({ env, preset: 'auto', apiUrl, inPipeline }));
    publication.begin();
    const outcome = await publication.end(succeeded);
    expect(outcome).toMatchObject({ status: 'skipped' });
    expect(outcome.message).toContain('BITBUCKET_ACCESS_TOKEN');
    expect(publication.setsStatus).toBe(false);
  });
});

describe('the end of a build status', () => {
  it('waits for the start, so that the last word is its own', async () => {
    const server = await startServer();
    const { publication } = open(withAccessToken(server));
    publication.begin();
    await publication.end(succeeded);
    expect(storedStatus(server)?.states).toEqual(['INPROGRESS', 'SUCCESSFUL']);
  });

  it('of somebody else’s says so and does not insist', async () => {
    const server = await startServer();
    const { publication, slept } = open(withAccessToken(server));
    const key = `${identity.commit}/codescene-pr`;
    server.state.statuses.set(key, { status: {}, creator: 'Bearer another', states: ['FAILED'] });
    publication.begin();
    const { status, message } = await publication.end(succeeded);
    expect(status).toBe('failed');
    expect(message).toContain('You cannot edit this build status.');
    expect(message).toContain('by its creator and by administrators of the repository alone');
    expect(server.requests).toHaveLength(2);
    expect(slept).toEqual([]);
  });

  it('has time of its own, whatever the report takes', async () => {
    const faults: FaultSchedule = ({ path }) => (isStatus(path) ? null : answering(answers.rateLimited('4')));
    const server = await startServer({ faults });
    const { publication, slept } = open(withAccessToken(server), { timeoutMs: 10_000 });
    publication.begin();
    await publish(publication);
    expect(slept.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(9_000);
    expect(await publication.end(succeeded)).toMatchObject({ status: 'published' });
  });

  it('has requests of its own: 60 in all', async () => {
    const faults: FaultSchedule = ({ ordinal }) =>
      ordinal % 5 === 4 ? null : answering(answers.rateLimited('0'));
    const server = await startServer({ faults });
    const { publication } = open(withAccessToken(server), { timeoutMs: 10_000_000 });
    publication.begin();
    await publish(publication, reportWithFindings(1000));
    expect(await publication.end(succeeded)).toMatchObject({ status: 'published' });
    expect(server.requests.length).toBeLessThanOrEqual(60 + 10);
  });

  it('takes no longer than the start may, where Bitbucket does not answer', async () => {
    const server = await startServer({ faults: onStatus([{ kind: 'hang' }]) });
    const { publication } = open(withAccessToken(server), {
      timeoutMs: 1200,
      io: { log: () => {}, now: () => performance.now(), sleep: async () => {} },
    });
    const began = performance.now();
    publication.begin();
    expect(await publication.end(succeeded)).toMatchObject({ status: 'published' });
    expect(performance.now() - began).toBeLessThan(1200);
  });

  it('stops trying where it is asked to wait too long', async () => {
    const server = await startServer({ faults: onStatus([null, answering(answers.rateLimited('3600'))]) });
    const { publication, slept } = open(withAccessToken(server));
    publication.begin();
    const { status, message } = await publication.end(succeeded);
    expect(status).toBe('failed');
    expect(message).toContain('asks to wait 3600 s');
    expect(server.requests).toHaveLength(2);
    expect(slept).toEqual([]);
  });

  it('is still sent by a run that was told to stop before', async () => {
    const controller = new AbortController();
    const server = await startServer();
    const { now, sleep } = createFakeTime();
    const io = { log: () => {}, now, sleep, signal: controller.signal };
    const { publication } = open(withAccessToken(server), { io });
    controller.abort();
    const outcome = await publication.end({ state: 'STOPPED', description: 'Told to stop.' });
    expect(outcome).toMatchObject({ status: 'published', message: `STOPPED on commit ${identity.commit}.` });
  });
});
