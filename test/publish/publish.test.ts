import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { resolveConnection } from '../../src/publish/connection.ts';
import { type BitbucketServer, identity } from '../helpers/bitbucket-server/index.ts';
import { accessToken, runPublish, withAccessToken } from './run-publish.ts';
import { allFeedback, reportWithFindings, sampleReport } from './sample-report.ts';
import { methodsOf, storedReport, useServers } from './servers.ts';

const startServer = useServers();
const reportKey = `${identity.commit}/codescene-pr`;
const reportPath = `/repositories/acme/shop/commit/${identity.commit}/reports/codescene-pr`;

function throughProxy(server: BitbucketServer, env: Record<string, string> = {}) {
  return resolveConnection({
    env: { CODESCENE_PR_PIPELINES_PROXY: server.proxyUrl, ...env },
    preset: 'auto',
    apiUrl: 'https://api.bitbucket.org/2.0',
    inPipeline: true,
  });
}

describe('publishing', () => {
  it('creates the report with its result, adds the annotations and completes it', async () => {
    const server = await startServer();
    const { outcomes, lines } = await runPublish(withAccessToken(server));
    expect(outcomes).toEqual([
      { channel: 'report', status: 'published', message: `PASSED on commit ${identity.commit}.` },
      { channel: 'annotations', status: 'published', message: '1 published.' },
    ]);
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `DELETE ${reportPath}`,
      `PUT ${reportPath}`,
      `POST ${reportPath}/annotations`,
      `PUT ${reportPath}`,
    ]);
    expect(storedReport(server).results).toEqual(['PASSED', 'PASSED']);
    expect(lines).toEqual([]);
  });

  it('sends the access token to the API alone, as Bearer', async () => {
    const server = await startServer();
    await runPublish(withAccessToken(server));
    expect(new Set(server.requests.map(({ authorization }) => authorization))).toEqual(
      new Set([`Bearer ${accessToken}`]),
    );
  });

  it('sends an API token with its e-mail address, as Basic', async () => {
    const apiToken = { email: 'bot@acme.example', token: 'ATATT3x-secret' };
    const server = await startServer({ accepted: { apiToken } });
    const connection = resolveConnection({
      env: { BITBUCKET_EMAIL: apiToken.email, BITBUCKET_API_TOKEN: apiToken.token },
      preset: 'api-token',
      apiUrl: server.apiUrl,
      inPipeline: false,
    });
    const { outcomes } = await runPublish(connection);
    expect(outcomes.map(({ status }) => status)).toEqual(['published', 'published']);
  });

  it('goes through the Pipelines proxy in absolute form, without tunnels and credentials', async () => {
    const server = await startServer();
    const { outcomes } = await runPublish(throughProxy(server), { report: reportWithFindings(250) });
    expect(outcomes.map(({ status }) => status)).toEqual(['published', 'published']);
    expect(server.violations).toEqual([]);
    expect(server.requests.every(({ through, authorization }) => through === 'proxy' && !authorization)).toBe(
      true,
    );
    expect(storedReport(server).annotations.size).toBe(250);
  });

  it('sends 250 annotations in three batches', async () => {
    const server = await startServer();
    await runPublish(withAccessToken(server), { report: reportWithFindings(250) });
    const batches = server.requests.flatMap(({ method, body }) => (method === 'POST' ? [body] : []));
    expect(batches).toMatchObject([{ length: 100 }, { length: 100 }, { length: 50 }]);
  });

  it('sends the worst 1,000 of 1,300 and says so on the report and to the user', async () => {
    const server = await startServer();
    const { outcomes } = await runPublish(withAccessToken(server), { report: reportWithFindings(1300) });
    const said =
      'Annotations: the worst 1000 of 1300; 300 more find no room on the report, --output json=<path> keeps all.';
    expect(storedReport(server).annotations.size).toBe(1000);
    expect(storedReport(server).report.details).toContain(said);
    expect(outcomes[1]).toEqual({
      channel: 'annotations',
      status: 'published',
      message: `1000 published. ${said}`,
    });
  });

  it('replaces the annotations of an earlier run', async () => {
    const server = await startServer();
    await runPublish(withAccessToken(server), { report: reportWithFindings(900) });
    await runPublish(withAccessToken(server), { report: reportWithFindings(200) });
    expect(storedReport(server).annotations.size).toBe(200);
  });

  it('publishes on a commit whose hash is known to 12 digits', async () => {
    const server = await startServer();
    const commit = identity.commit.slice(0, 12);
    const target = { workspace: 'acme', repoSlug: 'shop', commit, pullRequest: null };
    const { outcomes } = await runPublish(withAccessToken(server), { target });
    expect(outcomes[0]).toMatchObject({ status: 'published', message: `PASSED on commit ${commit}.` });
    expect(storedReport(server).report.link).toBe(`https://bitbucket.org/acme/shop/commits/${commit}`);
  });

  it('publishes several checks beside each other', async () => {
    const server = await startServer();
    await runPublish(withAccessToken(server), { reportId: 'codescene-pr-web' });
    await runPublish(withAccessToken(server));
    expect([...server.state.reports.keys()].sort()).toEqual([reportKey, `${reportKey}-web`]);
  });

  it('is content with a report that has nothing to say', async () => {
    const server = await startServer();
    const { outcomes } = await runPublish(withAccessToken(server), { report: sampleReport({ files: [] }) });
    expect(methodsOf(server)).toBe('DELETE PUT');
    expect(outcomes[1]).toMatchObject({ status: 'published', message: 'Nothing to annotate.' });
  });
});

describe('what is skipped', () => {
  it('is everything without a connection, with the reason', async () => {
    const connection = resolveConnection({
      env: {},
      preset: 'auto',
      apiUrl: 'https://x.example/2.0',
      inPipeline: false,
    });
    const { outcomes } = await runPublish(connection);
    expect(outcomes.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
    expect(outcomes[0]?.message).toContain('BITBUCKET_ACCESS_TOKEN');
  });

  it('is everything where the profile switches the report off', async () => {
    const server = await startServer();
    const feedback = { ...allFeedback, insightsReport: false };
    const { outcomes } = await runPublish(withAccessToken(server), { feedback });
    expect(outcomes.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
    expect(server.requests).toEqual([]);
  });

  it('are the annotations where the profile switches them off', async () => {
    const server = await startServer();
    const annotations = { degradations: false, improvements: false, uncoveredLines: false };
    const feedback = { ...allFeedback, annotations };
    const { outcomes } = await runPublish(withAccessToken(server), { feedback });
    expect(outcomes.map(({ status }) => status)).toEqual(['published', 'skipped']);
    expect(methodsOf(server)).toBe('DELETE PUT');
  });
});

describe('what cannot be published', () => {
  it.each(['', 'two words', '../x', 'a/b', '-x', 'x'.repeat(41), 'ü'])(
    'is a report id like %j',
    async (reportId) => {
      const server = await startServer();
      await expect(runPublish(withAccessToken(server), { reportId })).rejects.toThrow(UsageError);
      expect(server.requests).toEqual([]);
    },
  );

  it.each([
    { workspace: '..' },
    { workspace: 'a/b' },
    { repoSlug: '' },
    { repoSlug: 'a?b' },
    { commit: 'HEAD' },
    { commit: '0123456789AB' },
    { commit: '012345\n6789ab' },
    { pullRequest: 0 },
    { pullRequest: 1.5 },
  ])('is a result on the target %j', async (part) => {
    const server = await startServer();
    const target = { workspace: 'acme', repoSlug: 'shop', commit: identity.commit, pullRequest: 7, ...part };
    await expect(runPublish(withAccessToken(server), { target })).rejects.toThrow(UsageError);
    expect(server.requests).toEqual([]);
  });

  it('accepts the longest id, and UUIDs for workspace and repository', async () => {
    const server = await startServer();
    const workspace = '{01234567-89ab-cdef-0123-456789abcdef}';
    const target = { workspace, repoSlug: workspace, commit: identity.commit, pullRequest: 7 };
    const { outcomes } = await runPublish(withAccessToken(server), { target, reportId: 'x'.repeat(40) });
    expect(outcomes[0]?.message).toContain(`Repository ${workspace}/${workspace} not found`);
  });
});
