import { describe, expect, it } from 'vitest';
import type { DataCenterServer } from '../../helpers/bitbucket-server/data-center.ts';
import { sampleFile, sampleReport } from '../sample-report.ts';
import { httpAccessToken, publishOn, useDataCenterServers, withHttpToken } from './data-center-servers.ts';

const start = useDataCenterServers();
const failed = sampleReport({ status: 'failed' });
const marker = '[codescene-pr:codescene-pr]: https://bitbucket.acme.example/x';

async function commentOn(server: DataCenterServer, report = failed) {
  const { outcomes } = await publishOn(server, { report });
  return outcomes.find(({ channel }) => channel === 'comment');
}

function methods({ requests }: DataCenterServer): string {
  return requests
    .filter(({ path }) => path.includes('/comments'))
    .map(({ method }) => method)
    .join(' ');
}

describe('the comment on Data Center', () => {
  it('is created once, and edited in place by the next run', async () => {
    const server = await start();
    expect(await commentOn(server)).toMatchObject({ status: 'published', message: 'Comment 101 created.' });
    expect(await commentOn(server, sampleReport({ files: [] }))).toMatchObject({
      message: 'Comment 101 edited in place.',
    });
    expect(server.state.comments).toMatchObject([{ id: 101, version: 1 }]);
    expect(server.state.comments[0]?.text).toContain(`${server.url}/projects/SHOP/repos/web`);
  });

  it('is left alone where it says so already', async () => {
    const server = await start();
    await commentOn(server);
    expect(await commentOn(server)).toMatchObject({ message: 'Comment 101 says so already.' });
    expect(server.state.comments[0]?.version).toBe(0);
  });

  it('is found among all pages of activities', async () => {
    const server = await start({ largestPage: 2 });
    await commentOn(server);
    for (let count = 0; count < 7; count += 1)
      server.state.addComment({ text: `Something else ${count}`, author: 9 });
    await commentOn(server, sampleReport({ files: [], status: 'failed' }));
    expect(server.state.comments.filter(({ author }) => author === 1)).toHaveLength(1);
    expect(server.state.comments[0]?.version).toBe(1);
  });

  it('is changed once more where it was changed meanwhile', async () => {
    let runs = 0;
    const server: DataCenterServer = await start({
      faults: ({ method }) => {
        const [comment] = server.state.comments;
        if (method === 'PUT' && comment && runs > 0 && runs < 3) {
          comment.version += 1;
          runs += 1;
        }
        return null;
      },
    });
    await commentOn(server);
    runs = 1;
    expect(await commentOn(server, sampleReport({ files: [], status: 'failed' }))).toMatchObject({
      status: 'published',
    });
    expect(server.state.comments).toHaveLength(1);
    expect(server.state.comments[0]?.text).toContain('[codescene-pr:codescene-pr]:');
  });

  it('says why it could not be changed where every version is out of date', async () => {
    const server: DataCenterServer = await start({
      faults: ({ method, path }) => {
        const [comment] = server.state.comments;
        if (method === 'PUT' && path.includes('/comments/') && comment) comment.version += 1;
        return null;
      },
    });
    await commentOn(server);
    const outcome = await commentOn(server, sampleReport({ files: [], status: 'failed' }));
    expect(outcome).toMatchObject({ status: 'failed' });
    expect(outcome?.message).toContain('out-of-date');
    expect(server.state.comments).toHaveLength(1);
  });

  it('is made anew where the earlier one belongs to another token, which stays and is said', async () => {
    const other = 'another-token';
    const server = await start({ tokens: { [httpAccessToken]: 1, [other]: 2 } });
    server.state.addComment({ text: `Earlier.\n\n${marker}`, author: 2 });
    const outcome = await commentOn(server);
    expect(outcome?.message).toContain('created');
    expect(outcome?.message).toContain('Left as it is: comment 101');
    expect(server.state.comments.map(({ author }) => author)).toEqual([2, 1]);
  });

  it('loses its doubles, but for one that has replies', async () => {
    const server = await start();
    const text = `Earlier.\n\n${marker}`;
    server.state.addComment({ text });
    server.state.addComment({ text });
    server.state.addComment({ text, replies: [7] });
    const outcome = await commentOn(server);
    expect(server.state.comments.map(({ id }) => id)).toEqual([101, 103]);
    expect(outcome?.message).toContain('has replies');
  });

  it('is neither a comment on a file nor a draft, though these carry the marker', async () => {
    const server = await start();
    server.state.addComment({ text: `On a line.\n\n${marker}`, onFile: true });
    server.state.addComment({ text: `A draft.\n\n${marker}`, state: 'PENDING' });
    await commentOn(server);
    expect(server.state.comments).toHaveLength(3);
    expect(methods(server)).toBe('POST');
  });

  it('holds at most 30,000 characters, cut at a whole row, and says what was cut', async () => {
    const server = await start();
    const files = Array.from({ length: 400 }, (_, at) =>
      sampleFile({ path: `src/${'x'.repeat(200)}/${at}.ts` }),
    );
    await commentOn(server, sampleReport({ status: 'failed', files }));
    const text = server.state.comments[0]?.text ?? '';
    expect(text.length).toBeLessThanOrEqual(30_000);
    for (const row of text.split('\n').filter((line) => line.startsWith('|'))) expect(row).toMatch(/\|$/);
    expect(text).toMatch(/\d+ more/);
    expect(await commentOn(server, sampleReport({ status: 'failed', files }))).toMatchObject({
      message: 'Comment 101 says so already.',
    });
  });

  it('is none that was deleted, though the activities still list it', async () => {
    const server = await start();
    await commentOn(server);
    const { comments, deletedComments } = server.state;
    deletedComments.push(...comments.splice(0));
    expect(await commentOn(server)).toMatchObject({ status: 'published', message: 'Comment 102 created.' });
    expect(methods(server)).toBe('POST POST');
  });

  it('of two runs at the same time is one in the end', async () => {
    const server = await start();
    await Promise.all([commentOn(server), commentOn(server)]);
    await commentOn(server);
    expect(server.state.comments).toHaveLength(1);
  });

  it('is left to the newer commit, and to those who merged', async () => {
    const server = await start();
    server.state.pullRequest.tip = 'f'.repeat(40);
    expect((await commentOn(server))?.message).toContain('no longer the tip');
    server.state.pullRequest.state = 'MERGED';
    expect((await commentOn(server))?.message).toContain('is merged');
    expect(server.state.comments).toEqual([]);
  });

  it('needs a token that may see the pull request', async () => {
    const server = await start();
    const { outcomes } = await publishOn(server, {
      report: failed,
      connection: withHttpToken(server, 'wrong'),
    });
    expect(outcomes[2]).toMatchObject({ channel: 'comment', status: 'failed' });
    expect(outcomes[2]?.message).toContain('Authentication failed');
  });
});
