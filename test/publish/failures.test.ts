import { describe, expect, it } from 'vitest';
import { resolveConnection } from '../../src/publish/connection.ts';
import * as answers from '../helpers/bitbucket-server/answers.ts';
import { always, answering, type Fault, inOrder, onMethod } from '../helpers/bitbucket-server/faults.ts';
import { runPublish, withAccessToken } from './run-publish.ts';
import { reportWithFindings } from './sample-report.ts';
import { methodsOf, storedReport, useFaultyServers } from './servers.ts';

const startServer = useFaultyServers();

const passing: readonly [string, Fault][] = [
  ['a rate limit', answering(answers.rateLimited())],
  ['a rate limit with Retry-After', answering(answers.rateLimited('2'))],
  ['an error 500 as HTML', answering(answers.htmlError(500, 'Internal Server Error'))],
  ['an error 503', answering(answers.coreError(503, 'Try later.'))],
  ['a connection cut in mid-body', { kind: 'reset-in-body', applied: true }],
  ['a connection cut before the answer', { kind: 'reset-without-answer', applied: true }],
  ['a connection cut before anything happened', { kind: 'reset-without-answer', applied: false }],
  ['truncated JSON', { kind: 'truncated-json', applied: true }],
];

describe('a passing failure', () => {
  it.each(passing)('%s on every kind of request leaves the same result as none', async (_, fault) => {
    const server = await startServer(inOrder([fault, null, fault, null, fault, null, fault, null]));
    const { outcomes } = await runPublish(withAccessToken(server));
    expect(outcomes.map(({ status }) => status)).toEqual(['published', 'published']);
    expect(methodsOf(server)).toBe('DELETE DELETE PUT PUT POST POST PUT PUT');
    expect(storedReport(server)).toMatchObject({ report: { result: 'PASSED' }, annotations: { size: 1 } });
  });

  it('is waited for as long as Retry-After says, else a little longer each time', async () => {
    const asked = await startServer(inOrder([answering(answers.rateLimited('3'))]));
    expect((await runPublish(withAccessToken(asked))).slept).toEqual([3000]);
    const silent = await startServer(always(answering(answers.rateLimited()), 'DELETE'));
    expect((await runPublish(withAccessToken(silent))).slept).toEqual([500, 1000, 2000, 4000]);
  });
});

describe('a lasting failure', () => {
  it('ends after five attempts, in the words of Bitbucket', async () => {
    const server = await startServer(always(answering(answers.htmlError(503, 'Service Unavailable'))));
    const { outcomes } = await runPublish(withAccessToken(server));
    expect(methodsOf(server)).toBe('DELETE DELETE DELETE DELETE DELETE');
    expect(outcomes).toMatchObject([
      { channel: 'report', status: 'failed' },
      {
        channel: 'annotations',
        status: 'failed',
        message: 'Not sent, as there is no report to put them on.',
      },
    ]);
    expect(outcomes[0]?.message).toMatch(
      /^Could not remove the earlier Code Insights report: Bitbucket answered 503\. It says: Service Unavailable .*Sent 5 times/,
    );
  });

  it.each([
    [
      'an empty 401',
      answers.silentlyUnauthorized,
      'answered 401. It did not say why. Check BITBUCKET_ACCESS_TOKEN',
    ],
    [
      'a 403',
      answers.keyedError(403, 'x.y', 'No access.'),
      'answered 403. It says: No access. Check BITBUCKET_ACCESS',
    ],
    [
      'a 404',
      answers.insightsError(404, 'No API hosted.'),
      'answered 404. It says: No API hosted. Check --workspace',
    ],
    [
      'a 400',
      answers.coreError(400, 'title: too long'),
      'answered 400. It says: title: too long Run with --dry-run',
    ],
  ])('%s is not repeated and says what to do', async (_, answer, expected) => {
    const server = await startServer(onMethod('PUT', [answering(answer)]));
    const { outcomes } = await runPublish(withAccessToken(server));
    expect(methodsOf(server)).toBe('DELETE PUT');
    expect(outcomes[0]?.status).toBe('failed');
    expect(outcomes[0]?.message).toContain(
      `Could not create the Code Insights report: Bitbucket ${expected}`,
    );
  });

  it('tells of a proxy that does not answer what to set', async () => {
    const server = await startServer();
    await server.close();
    const connection = resolveConnection({
      env: { CODESCENE_PR_PIPELINES_PROXY: server.proxyUrl },
      preset: 'auto',
      apiUrl: 'https://api.bitbucket.org/2.0',
      inPipeline: true,
    });
    const { outcomes, slept } = await runPublish(connection);
    expect(outcomes[0]?.message).toContain('nothing answers at that address');
    expect(outcomes[0]?.message).toContain(`through the proxy ${server.proxyUrl}`);
    expect(outcomes[0]?.message).toContain('CODESCENE_PR_PIPELINES_PROXY');
    expect(slept).toEqual([]);
  });

  it('for want of scopes names those that the token lacks', async () => {
    const detail = { required: ['repository:write'], granted: ['pullrequest'] };
    const refusal = answers.coreError(403, 'Your credentials lack one or more required scopes.', { detail });
    const server = await startServer(always(answering(refusal)));
    const { outcomes } = await runPublish(withAccessToken(server));
    expect(outcomes[0]?.message).toContain('(required: repository:write; granted: pullrequest)');
  });

  it('of an API token says that its e-mail address may be wrong', async () => {
    const server = await startServer();
    const connection = resolveConnection({
      env: { BITBUCKET_EMAIL: 'user-name', BITBUCKET_API_TOKEN: 'api-token-1' },
      preset: 'auto',
      apiUrl: server.apiUrl,
      inPipeline: false,
    });
    const { outcomes } = await runPublish(connection);
    expect(outcomes[0]?.message).toContain('not a user name');
  });

  it('is a redirect, which is not followed', async () => {
    const elsewhere = await startServer();
    const server = await startServer(
      always(answering(answers.redirect(`${elsewhere.apiUrl}/stolen?token=x`))),
    );
    const { outcomes } = await runPublish(withAccessToken(server));
    expect(elsewhere.requests).toEqual([]);
    expect(methodsOf(server)).toBe('DELETE');
    expect(outcomes[0]?.message).toContain('Bitbucket answered 302');
    expect(outcomes[0]?.message).toContain(
      `It points to ${elsewhere.apiUrl}/stolen; redirects are not followed`,
    );
  });
});

describe('an earlier report', () => {
  it('need not be there to be removed', async () => {
    const server = await startServer(
      onMethod('DELETE', [answering(answers.coreError(404, 'Report not found.'))]),
    );
    const { outcomes } = await runPublish(withAccessToken(server));
    expect(outcomes.map(({ status }) => status)).toEqual(['published', 'published']);
  });
});

describe('when annotations fail', () => {
  it('the report still gets its result and says it', async () => {
    const server = await startServer(always(answering(answers.coreError(403, 'No.')), 'POST'));
    const { outcomes } = await runPublish(withAccessToken(server), { report: reportWithFindings(250) });
    expect(methodsOf(server)).toBe('DELETE PUT POST PUT');
    expect(outcomes.map(({ status }) => status)).toEqual(['published', 'failed']);
    const said = 'Annotations: 250 of 250 could not be published.';
    expect(outcomes[1]?.message).toContain(said);
    expect(outcomes[1]?.message).toContain('It says: No.');
    expect(storedReport(server).report).toMatchObject({
      result: 'PASSED',
      details: expect.stringContaining(said),
    });
  });

  it('a batch that is refused as malformed costs only itself', async () => {
    const server = await startServer(onMethod('POST', [null, answering(answers.insightsError(400, 'No.'))]));
    const { outcomes } = await runPublish(withAccessToken(server), { report: reportWithFindings(250) });
    expect(storedReport(server).annotations.size).toBe(150);
    expect(outcomes[1]).toMatchObject({ status: 'failed' });
    expect(outcomes[1]?.message).toContain('100 of 250 could not be published');
    expect(outcomes[1]?.message).toContain('annotations 101 to 200');
  });

  it('the failure of the final request is one of the report, which has its result all the same', async () => {
    const server = await startServer(onMethod('PUT', [null, answering(answers.coreError(403, 'No.'))]));
    const { outcomes } = await runPublish(withAccessToken(server));
    expect(outcomes[0]?.status).toBe('failed');
    expect(outcomes[0]?.message).toContain('Could not complete the Code Insights report');
    expect(storedReport(server).report).toMatchObject({
      result: 'PASSED',
      details: expect.stringContaining('Annotations: still being published, 1 in all;'),
    });
    expect(outcomes[1]?.status).toBe('published');
  });
});
