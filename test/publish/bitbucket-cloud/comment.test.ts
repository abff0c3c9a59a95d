import { describe, expect, it } from 'vitest';
import { resolveConnection } from '../../../src/publish/connection.ts';
import * as answers from '../../helpers/bitbucket-server/answers.ts';
import { answering } from '../../helpers/bitbucket-server/faults.ts';
import { type BitbucketServer, identity } from '../../helpers/bitbucket-server/index.ts';
import { accessToken, runAllChannels, withAccessToken } from '../run-publish.ts';
import { allFeedback, sampleFile, sampleReport } from '../sample-report.ts';
import { useServers } from '../servers.ts';
import { faultOn, label, liveComments, runComment } from './run-comment.ts';

const startServer = useServers();
const rotatedToken = 'ATCTT3xFfGN0-the-next-token';
const marker = `${label} https://bitbucket.org/acme/shop/commits/${identity.commit}`;

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

it('a dry run shows the comment that would be created', async () => {
  const server = await startServer();
  const { outcomes, lines } = await runAllChannels(withAccessToken(server), { dryRun: true });
  expect(server.requests).toEqual([]);
  expect(outcomes.at(-1)).toMatchObject({ channel: 'comment', status: 'skipped' });
  expect(lines).toContain(`POST ${server.apiUrl}/repositories/acme/shop/pullrequests/7/comments`);
  expect(lines.join('')).toContain(label);
});
