import { describe, expect, it } from 'vitest';
import { resolveConnection } from '../../../src/publish/connection.ts';
import type { PublishRequest } from '../../../src/publish/index.ts';
import * as answers from '../../helpers/bitbucket-server/answers.ts';
import { answering, type Fault, type FaultSchedule } from '../../helpers/bitbucket-server/faults.ts';
import { type BitbucketServer, identity } from '../../helpers/bitbucket-server/index.ts';
import { accessToken, runAllChannels, withAccessToken } from '../run-publish.ts';
import { allFeedback, sampleFile, sampleReport } from '../sample-report.ts';
import { useServers } from '../servers.ts';

const startServer = useServers();
const rotatedToken = 'ATCTT3xFfGN0-the-next-token';
const label = '[codescene-pr:codescene-pr]:';
const marker = `${label} https://bitbucket.org/acme/shop/commits/${identity.commit}`;
const quietReport = sampleReport({ files: [sampleFile({ findings: [] })] });

/** Only the comment, so that the requests are its own. */
async function runComment(server: BitbucketServer, parts: Partial<PublishRequest> = {}) {
  const feedback = { ...allFeedback, insightsReport: false, ...parts.feedback };
  const before = server.requests.length;
  const { outcomes } = await runAllChannels(withAccessToken(server), { ...parts, feedback });
  const [outcome] = outcomes.filter(({ channel }) => channel === 'comment');
  if (!outcome) throw new Error('nothing said of the comment');
  const methods = server.requests.slice(before).map(({ method }) => method);
  return { ...outcome, methods: methods.join(' ') };
}

/** The comments with the marker that are not deleted, the oldest first. */
function liveComments({ state }: BitbucketServer) {
  return state.pullRequest.comments.filter(({ deleted, raw }) => !deleted && raw.includes(label));
}

/** Every n-th request of that method, from 1, gets the fault; the path of lists and of comments can be told apart. */
function faultOn(method: string, which: readonly number[], fault: Fault): FaultSchedule {
  let seen = 0;
  return (subject) => {
    if (subject.method !== method || !subject.path.includes('/comments')) return null;
    seen += 1;
    return which.includes(seen) ? fault : null;
  };
}

describe('the comment', () => {
  it('is created, and looked for again', async () => {
    const server = await startServer();
    const { status, message, methods } = await runComment(server);
    expect({ status, message }).toEqual({ status: 'published', message: 'Comment 500 created.' });
    expect(methods).toBe('GET GET POST GET');
    const [comment] = liveComments(server);
    expect(comment?.raw.split('\n\n').at(-1)).toBe(`${marker}#findings`);
  });

  it('is edited in place by the next run, and left alone where it says the same', async () => {
    const server = await startServer();
    await runComment(server);
    const again = await runComment(server);
    expect(again).toMatchObject({
      status: 'published',
      message: 'Comment 500 says so already.',
      methods: 'GET GET',
    });
    const changed = await runComment(server, { report: sampleReport({ status: 'failed' }) });
    expect(changed).toMatchObject({ message: 'Comment 500 edited in place.', methods: 'GET GET PUT' });
    expect(liveComments(server)).toMatchObject([{ id: 500, edits: 1 }]);
  });

  it('is not edited where Bitbucket changed only line breaks and white space at the ends', async () => {
    const server = await startServer();
    await runComment(server);
    const [comment] = server.state.pullRequest.comments;
    if (comment) comment.raw = `${comment.raw.replaceAll('\n', '\r\n')}\r\n`;
    expect((await runComment(server)).methods).toBe('GET GET');
  });

  it('is found on the last of several pages', async () => {
    const server = await startServer();
    for (let count = 0; count < 250; count += 1) server.state.pullRequest.addComment(`remark ${count}`);
    await runComment(server);
    const run = await runComment(server, { report: sampleReport({ status: 'failed' }) });
    expect(run).toMatchObject({ message: 'Comment 750 edited in place.', methods: 'GET GET GET GET PUT' });
    expect(liveComments(server)).toHaveLength(1);
  });

  it('is not created where an earlier one may stand beyond the pages that are searched', async () => {
    const server = await startServer();
    for (let count = 0; count < 1501; count += 1) server.state.pullRequest.addComment(`remark ${count}`);
    const { status, message } = await runComment(server);
    expect(status).toBe('skipped');
    expect(message).toContain('more than 1500 comments');
    expect(liveComments(server)).toEqual([]);
  });

  it('never lists beyond the API', async () => {
    const elsewhere = await startServer();
    const page = answering({ status: 200, body: { values: [], next: `${elsewhere.apiUrl}/stolen` } });
    const server = await startServer({ faults: faultOn('GET', [1], page) });
    const { status, message } = await runComment(server);
    expect(status).toBe('failed');
    expect(message).toContain('leads out of');
    expect(elsewhere.requests).toEqual([]);
    expect(liveComments(server)).toEqual([]);
  });

  it('of another report, a deleted one, a reply, one on a line and a quotation are none', async () => {
    const server = await startServer();
    const { addComment } = server.state.pullRequest;
    addComment('[codescene-pr:codescene-pr-web]: https://x.example/1');
    addComment('', { deleted: true });
    addComment(marker, { parent: 500 });
    addComment(marker, { inline: { path: 'src/parse.ts', to: 1 } });
    addComment(marker, { markup: 'creole' });
    addComment(`> ${marker}`);
    addComment(`What does this mean?\n${marker}\nIt stands there.`);
    addComment(`${marker} and more`);
    expect(await runComment(server)).toMatchObject({
      message: 'Comment 508 created.',
      methods: 'GET GET POST GET',
    });
  });

  it.each([1, 400])('holds at most 30,000 characters (%i files)', async (count) => {
    const server = await startServer();
    const files = Array.from({ length: count }, (_, index) =>
      sampleFile({ path: `src/${'x'.repeat(200)}/${index}.ts` }),
    );
    await runComment(server, { report: sampleReport({ files }) });
    expect(liveComments(server)[0]?.raw.length).toBeLessThanOrEqual(30_000);
  });
});

describe('on-change', () => {
  it('has no comment on a quiet pull request', async () => {
    const server = await startServer();
    const { status, methods } = await runComment(server, { report: quietReport });
    expect({ status, methods }).toEqual({ status: 'skipped', methods: 'GET GET' });
    expect(liveComments(server)).toEqual([]);
  });

  it.each([
    ['an improvement', sampleReport()],
    ['an incomplete analysis', { ...quietReport, status: 'incomplete' as const }],
    ['a warning', { ...quietReport, warnings: ['The pull request edits the profile.'] }],
    [
      'a new suppression',
      {
        ...quietReport,
        suppressions: [
          {
            path: 'a.ts',
            line: 1,
            smell: 'complex-method',
            function: null,
            added: true,
            honoured: true,
          },
        ],
      },
    ],
  ])('comments on %s', async (_, report) => {
    const server = await startServer();
    expect((await runComment(server, { report })).message).toBe('Comment 500 created.');
  });

  it('edits the earlier comment of a pull request that is quiet now, and remembers what it said', async () => {
    const server = await startServer();
    await runComment(server);
    const quiet = await runComment(server, { report: quietReport });
    expect(quiet.message).toBe('Comment 500 edited in place.');
    expect(liveComments(server)[0]?.raw).toMatch(/#findings$/);
    // The findings are still gone: no reason to edit.
    expect((await runComment(server, { report: quietReport })).methods).toBe('GET GET');
  });

  it('is more sparing than always, and never sends nothing', async () => {
    const server = await startServer();
    const always = { ...allFeedback, insightsReport: false, comment: 'always' as const };
    const never = { ...always, comment: 'never' as const };
    expect(await runComment(server, { feedback: never })).toMatchObject({ status: 'skipped', methods: '' });
    const created = await runComment(server, { feedback: always, report: quietReport });
    expect(created.message).toBe('Comment 500 created.');
    expect(liveComments(server)[0]?.raw).not.toContain('#findings');
  });
});

describe('what is left alone', () => {
  it('is the comment of a newer commit', async () => {
    const server = await startServer();
    await runComment(server);
    server.state.pullRequest.tip = 'f'.repeat(40);
    const { status, message, methods } = await runComment(server, { report: quietReport });
    expect({ status, methods }).toEqual({ status: 'skipped', methods: 'GET' });
    expect(message).toBe(
      'Commit 0123456789ab is no longer the tip of pull request 7 (ffffffffffff is): ' +
        'the comment is left to the run for that one.',
    );
    expect(liveComments(server)).toMatchObject([{ edits: 0 }]);
  });

  it.each(['MERGED', 'DECLINED', 'SUPERSEDED'] as const)('is a pull request that is %s', async (state) => {
    const server = await startServer();
    server.state.pullRequest.state = state;
    const { status, message, methods } = await runComment(server);
    expect({ status, methods }).toEqual({ status: 'skipped', methods: 'GET' });
    expect(message).toBe(`Pull request 7 is ${state.toLowerCase()}: its comment stays as it is.`);
  });

  it('is everything where there is no pull request', async () => {
    const server = await startServer();
    const target = { workspace: 'acme', repoSlug: 'shop', commit: identity.commit, pullRequest: null };
    expect(await runComment(server, { target })).toMatchObject({
      status: 'skipped',
      message: 'There is no pull request to comment on.',
      methods: '',
    });
  });

  it('is everything through the proxy, with the secret and the scopes that it would take', async () => {
    const server = await startServer();
    const connection = resolveConnection({
      env: { CODESCENE_PR_PIPELINES_PROXY: server.proxyUrl },
      preset: 'auto',
      apiUrl: 'https://api.bitbucket.org/2.0',
      inPipeline: true,
    });
    const { outcomes } = await runAllChannels(connection);
    expect(outcomes.map(({ status }) => status)).toEqual(['published', 'published', 'skipped']);
    expect(outcomes[2]?.message).toContain('BITBUCKET_ACCESS_TOKEN');
    expect(outcomes[2]?.message).toContain('the scopes repository and pullrequest');
    expect(server.requests.every(({ path }) => path.includes('/reports/'))).toBe(true);
  });
});

describe('whose comment it is', () => {
  it('a replaced token makes a new one, once, and says which is left', async () => {
    const server = await startServer({ accepted: { accessToken, rotatedToken } });
    await runComment(server);
    const connection = resolveConnection({
      env: { BITBUCKET_ACCESS_TOKEN: rotatedToken },
      preset: 'auto',
      apiUrl: server.apiUrl,
      inPipeline: true,
    });
    const feedback = { ...allFeedback, insightsReport: false };
    const report = sampleReport({ status: 'failed' });
    for (const said of ['Comment 501 created.', 'Comment 501 says so already.']) {
      const { outcomes } = await runAllChannels(connection, { feedback, report });
      expect(outcomes.at(-1)?.message).toBe(
        `${said} Left as it is: comment 500 with the same marker, of another author or of a token that was replaced.`,
      );
    }
    expect(liveComments(server)).toHaveLength(2);
  });

  it('copies of the marker by others, however many, end in one comment of our own', async () => {
    const server = await startServer();
    const others = Array.from({ length: 12 }, (_, index) => `{${String(index).padStart(8, '0')}}`);
    for (const user of others) server.state.pullRequest.addComment(`Mine.\n\n${marker}`, { user });
    for (const status of ['passed', 'failed', 'incomplete'] as const) {
      const run = await runComment(server, { report: sampleReport({ status }) });
      expect(run.status).toBe('published');
      expect(liveComments(server).filter(({ user }) => !others.includes(user))).toHaveLength(1);
    }
    const copies = liveComments(server).filter(({ user }) => others.includes(user));
    expect(copies.map(({ raw }) => raw)).toEqual(others.map(() => `Mine.\n\n${marker}`));
  });

  it('many copies by one user cost one attempt', async () => {
    const server = await startServer();
    for (let count = 0; count < 30; count += 1) server.state.pullRequest.addComment(marker);
    const { methods, message } = await runComment(server);
    expect(methods).toBe('GET GET PUT POST GET');
    expect(message).toContain('Comment 530 created. Left as it is: comment 500 and 29 more');
  });

  it('a comment that is deleted while the run looks at it is created anew', async () => {
    let server: BitbucketServer | null = null;
    server = await startServer({
      faults: ({ method }) => {
        const [comment] = server?.state.pullRequest.comments ?? [];
        if (method === 'PUT' && comment) comment.deleted = true;
        return null;
      },
    });
    await runComment(server);
    const run = await runComment(server, { report: sampleReport({ status: 'failed' }) });
    expect(run.message).toBe('Comment 501 created.');
    expect(run.methods).toBe('GET GET PUT POST GET');
    expect(liveComments(server)).toMatchObject([{ id: 501 }]);
  });

  it('one that was refused by mistake is kept after all, as the oldest', async () => {
    const server = await startServer({
      faults: faultOn('PUT', [1], answering(answers.coreError(403, 'No.'))),
    });
    await runComment(server);
    const run = await runComment(server, { report: sampleReport({ status: 'failed' }) });
    expect(run.methods).toBe('GET GET PUT POST GET PUT DELETE');
    expect(run.message).toBe('Comment 500 edited in place.');
    expect(liveComments(server)).toMatchObject([{ id: 500, edits: 1 }]);
  });

  it('doubles of our own are removed, the oldest stays', async () => {
    const server = await startServer();
    await runComment(server);
    const [first] = server.state.pullRequest.comments;
    for (const raw of [first?.raw ?? '', marker])
      server.state.pullRequest.addComment(raw, first ? { user: first.user } : {});
    expect((await runComment(server)).methods).toBe('GET GET DELETE DELETE');
    expect(liveComments(server)).toMatchObject([{ id: 500, edits: 0 }]);
  });
});

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

it('a dry run shows the comment that would be created', async () => {
  const server = await startServer();
  const { outcomes, lines } = await runAllChannels(withAccessToken(server), { dryRun: true });
  expect(server.requests).toEqual([]);
  expect(outcomes.at(-1)).toMatchObject({ channel: 'comment', status: 'skipped' });
  expect(lines).toContain(`POST ${server.apiUrl}/repositories/acme/shop/pullrequests/7/comments`);
  expect(lines.join('')).toContain(label);
});
