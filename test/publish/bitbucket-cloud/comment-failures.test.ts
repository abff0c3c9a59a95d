import { describe, expect, it } from 'vitest';
import * as answers from '../../helpers/bitbucket-server/answers.ts';
import { answering, type Fault } from '../../helpers/bitbucket-server/faults.ts';
import { runAllChannels, withAccessToken } from '../run-publish.ts';
import { useServers } from '../servers.ts';
import { faultOn, liveComments, runComment } from './run-comment.ts';

const startServer = useServers();

describe('a creation whose answer is lost', () => {
  it.each<[string, Fault]>([
    ['by a reset', { kind: 'reset-without-answer', applied: true }],
    ['in mid-body', { kind: 'reset-in-body', applied: true }],
    ['in truncated JSON', { kind: 'truncated-json', applied: true }],
  ])('%s is found, and not done again', async (_, fault) => {
    const server = await startServer({ faults: faultOn('POST', [1], fault) });
    const { message, methods } = await runComment(server);
    expect(message).toBe('Comment 500 created.');
    expect(methods).toBe('GET GET POST GET GET');
    expect(server.state.pullRequest.comments).toHaveLength(1);
  });

  it('is done again only after a look', async () => {
    const unavailable = answering(answers.htmlError(503, 'Service Unavailable'));
    const server = await startServer({ faults: faultOn('POST', [1, 2], unavailable) });
    expect((await runComment(server)).methods).toBe('GET GET POST GET POST GET POST GET');
    expect(liveComments(server)).toHaveLength(1);
  });

  it('is found after the last attempt as well', async () => {
    const lost: Fault = { kind: 'reset-without-answer', applied: true };
    const unavailable = answering(answers.coreError(503, 'Try later.'));
    let posts = 0;
    const server = await startServer({
      faults: ({ method }) => {
        if (method !== 'POST') return null;
        posts += 1;
        return posts === 5 ? lost : unavailable;
      },
    });
    expect(await runComment(server)).toMatchObject({ status: 'published', message: 'Comment 500 created.' });
  });

  it('is not done again where nothing can be seen', async () => {
    const lost: Fault = { kind: 'reset-without-answer', applied: true };
    let posted = false;
    const server = await startServer({
      faults: ({ method }) => {
        if (method === 'POST') {
          posted = true;
          return lost;
        }
        return posted ? answering(answers.coreError(500, 'No.')) : null;
      },
    });
    const { status, message } = await runComment(server);
    expect(status).toBe('failed');
    expect(message).toContain('Could not list the comments');
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('over the rate limit has not begun: it is sent again without a look', async () => {
    const server = await startServer({ faults: faultOn('POST', [1], answering(answers.rateLimited())) });
    expect((await runComment(server)).methods).toBe('GET GET POST POST GET');
  });

  it('by a server that never answers costs no more than the time for publishing', async () => {
    const server = await startServer({ faults: faultOn('POST', [1], { kind: 'hang' }) });
    const run = await runComment(server, {
      timeoutMs: 400,
      io: { log: () => {}, now: () => performance.now(), sleep: async () => {} },
    });
    expect(run.status).toBe('failed');
    expect(run.message).toContain('there was no answer in time');
  });
});

describe('a refusal', () => {
  it.each([
    [403, 'the scope pullrequest in BITBUCKET_ACCESS_TOKEN'],
    [404, 'the scope pullrequest in BITBUCKET_ACCESS_TOKEN'],
  ])('by %i says which scope is needed', async (status, expected) => {
    const server = await startServer({
      faults: ({ path }) =>
        path.includes('/pullrequests/') ? answering(answers.coreError(status, 'No.')) : null,
    });
    const run = await runComment(server);
    expect(run).toMatchObject({ status: 'failed', methods: 'GET' });
    expect(run.message).toContain(`answered ${status}. It says: No.`);
    expect(run.message).toContain(expected);
  });

  it('of the comment keeps neither the report nor the annotations', async () => {
    const server = await startServer({
      faults: ({ path }) =>
        path.includes('/pullrequests/') ? answering(answers.htmlError(400, 'Bad Request (400)')) : null,
    });
    const { outcomes } = await runAllChannels(withAccessToken(server));
    expect(outcomes.map(({ status }) => status)).toEqual(['published', 'published', 'failed']);
    expect(outcomes[2]?.message).toContain('Bad Request (400)');
  });
});
