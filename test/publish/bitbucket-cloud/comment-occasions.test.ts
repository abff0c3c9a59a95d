import { describe, expect, it } from 'vitest';
import { resolveConnection } from '../../../src/publish/connection.ts';
import { identity } from '../../helpers/bitbucket-server/index.ts';
import { runAllChannels } from '../run-publish.ts';
import { allFeedback, sampleFile, sampleReport } from '../sample-report.ts';
import { useServers } from '../servers.ts';
import { liveComments, runComment } from './run-comment.ts';

const startServer = useServers();
const quietReport = sampleReport({ files: [sampleFile({ findings: [] })] });

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
