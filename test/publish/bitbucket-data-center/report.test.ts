import { describe, expect, it } from 'vitest';
import { toReportPayload } from '../../../src/publish/bitbucket-data-center/report.ts';
import * as answers from '../../helpers/bitbucket-server/answers.ts';
import type { DataCenterServer } from '../../helpers/bitbucket-server/data-center.ts';
import { serverError } from '../../helpers/bitbucket-server/data-center-state.ts';
import { always, answering, onMethod } from '../../helpers/bitbucket-server/faults.ts';
import {
  allFeedback,
  reportWithFindings,
  sampleFile,
  sampleFinding,
  sampleReport,
} from '../sample-report.ts';
import {
  httpAccessToken,
  publishOn,
  storedInsight,
  useDataCenterServers,
  withHttpToken,
} from './data-center-servers.ts';

const start = useDataCenterServers();

describe('the report on Data Center', () => {
  it('is put with its annotations', async () => {
    const server = await start();
    const { outcomes } = await publishOn(server, { report: sampleReport({ status: 'failed' }) });
    expect(outcomes.slice(0, 2)).toMatchObject([
      { channel: 'report', status: 'published', message: expect.stringContaining('FAIL on commit') },
      { channel: 'annotations', status: 'published', message: '1 published.' },
    ]);
    const { report, annotations } = storedInsight(server);
    expect(report).toMatchObject({ title: 'Code Health', result: 'FAIL', reporter: 'codescene-pr' });
    expect(report.data).toHaveLength(6);
    expect(annotations).toEqual([
      {
        externalId: expect.stringMatching(/^codescene-pr-[0-9a-f]{32}$/),
        type: 'CODE_SMELL',
        path: 'src/parse.ts',
        line: 10,
        severity: 'MEDIUM',
        message: expect.stringMatching(
          /^Introduced: Complex Method\. .*\n\nFunction: parse, lines 10 to 40\n/,
        ),
      },
    ]);
  });

  it('takes the place of the earlier one, annotations included', async () => {
    const server = await start();
    await publishOn(server, { report: reportWithFindings(250) });
    expect(storedInsight(server).annotations).toHaveLength(250);
    await publishOn(server, { report: sampleReport({ files: [] }) });
    expect(storedInsight(server)).toMatchObject({ report: { result: 'PASS' }, annotations: [] });
  });

  it('holds the worst thousand annotations, and says how many more there are', async () => {
    const server = await start();
    const { outcomes } = await publishOn(server, { report: reportWithFindings(1100) });
    const { annotations, report } = storedInsight(server);
    expect(annotations).toHaveLength(1000);
    expect(outcomes[1]?.message).toContain('the worst 1000 of 1100; 100 more');
    expect(report.details).toContain('100 more');
  });

  it('is tried with fewer annotations on a server that may hold fewer', async () => {
    const server = await start({ maxAnnotations: 300 });
    const { outcomes } = await publishOn(server, { report: reportWithFindings(1000) });
    expect(storedInsight(server).annotations).toHaveLength(250);
    expect(outcomes[1]).toMatchObject({ status: 'published' });
    expect(outcomes[1]?.message).toContain('the worst 250 of 1000');
    expect(storedInsight(server).report.details).toContain('750 more are in the result file');
  });

  it('has no annotation twice where another run adds the same at the same time', async () => {
    const others: Readonly<Record<string, unknown>>[] = [];
    const server: DataCenterServer = await start({
      faults: ({ method, path }) => {
        const isAdding = method === 'POST' && path.endsWith('/annotations');
        if (isAdding) storedInsight(server).annotations.push(...others.splice(0));
        return null;
      },
    });
    await publishOn(server, { report: reportWithFindings(101) });
    others.push(...storedInsight(server).annotations);
    const { outcomes } = await publishOn(server, { report: reportWithFindings(101) });
    expect(others).toEqual([]);
    expect(outcomes[1]).toMatchObject({ status: 'published', message: '101 published.' });
    expect(storedInsight(server).annotations).toHaveLength(101);

    // Runs that are never apart cannot tell whose annotations these are: the next one tidies up.
    await Promise.all([publishOn(server), publishOn(server)]);
    await publishOn(server);
    expect(storedInsight(server).annotations).toHaveLength(1);
  });

  it('never has a link that leads to this machine alone', async () => {
    const server = await start();
    await publishOn(server);
    expect(server.url).toContain('127.0.0.1');
    expect(storedInsight(server).report).not.toHaveProperty('link');
  });

  it('puts a finding without a known line at the top of its file', async () => {
    const server = await start();
    const files = [sampleFile({ findings: [sampleFinding({ changeType: 'fixed' })] })];
    await publishOn(server, { report: sampleReport({ files }) });
    const { annotations } = storedInsight(server);
    expect(annotations[0]).toMatchObject({ severity: 'LOW', message: expect.stringMatching(/^Fixed: /) });
    expect(annotations[0]).not.toHaveProperty('line');
  });

  it('is FAIL where the analysis is incomplete, and links to the server that it is on', () => {
    const link = 'https://bitbucket.acme.example/projects/SHOP/repos/web/pull-requests/12/overview';
    const payload = toReportPayload(sampleReport({ status: 'incomplete' }), {
      reportId: 'codescene-pr-web',
      link,
      notes: [],
    });
    expect(payload).toMatchObject({ result: 'FAIL', link, title: 'Code Health (codescene-pr-web)' });
  });

  it('of another user is not replaced, which is said in the words of the server', async () => {
    const other = 'another-token';
    const server = await start({ tokens: { [httpAccessToken]: 1, [other]: 2 } });
    await publishOn(server);
    const { outcomes } = await publishOn(server, { connection: withHttpToken(server, other) });
    expect(outcomes[0]).toMatchObject({ status: 'failed' });
    expect(outcomes[0]?.message).toContain('as you are not its author');
    expect(outcomes[0]?.message).toContain('BITBUCKET_HTTP_ACCESS_TOKEN');
    expect(outcomes[0]?.message).toContain('use the same token in every run, or give another --report-id');
  });

  it('is refused for a commit that is shortened, before anything is sent', async () => {
    const server = await start();
    const target = { workspace: 'SHOP', repoSlug: 'web', commit: '0123456789ab', pullRequest: 12 };
    await expect(publishOn(server, { target })).rejects.toThrow('full hash');
    expect(server.requests).toEqual([]);
  });

  it('is found below a context path', async () => {
    const server = await start({ contextPath: '/scm/bitbucket' });
    expect((await publishOn(server)).outcomes.map(({ status }) => status)).not.toContain('failed');
    expect(storedInsight(server).annotations).toHaveLength(1);
  });
});

describe('when something goes wrong on Data Center', () => {
  it.each([
    ['a rate limit', answering(answers.rateLimited('2'))],
    ['an error 503 as HTML', answering(answers.htmlError(503, 'Service Unavailable'))],
    ['a connection cut before the answer', { kind: 'reset-without-answer', applied: true } as const],
    ['a connection cut before anything happened', { kind: 'reset-without-answer', applied: false } as const],
  ])('%s on every kind of request leaves the same result as none', async (_, fault) => {
    for (const method of ['GET', 'PUT', 'DELETE', 'POST']) {
      const server = await start({ faults: onMethod(method, [fault]) });
      const { outcomes } = await publishOn(server);
      expect(outcomes.map(({ status }) => status)).toEqual(['published', 'published', 'published']);
      expect(storedInsight(server).annotations).toHaveLength(1);
      expect(server.state.comments).toHaveLength(1);
    }
  });

  it('a Retry-After that does not fit ends the attempts and is said', async () => {
    const server = await start({ faults: always(answering(answers.rateLimited('3600'))) });
    const { outcomes } = await publishOn(server);
    expect(outcomes[0]?.message).toContain('stopped trying');
    expect(outcomes[0]?.message).toContain('limits the requests of each user');
  });

  it('annotations that cannot be had are missing, and the report says so', async () => {
    const faults = onMethod('POST', [answering(serverError(400, 'line: must not be 7', 'annotations'))]);
    const server = await start({ faults });
    const { outcomes } = await publishOn(server);
    expect(outcomes[1]).toMatchObject({ status: 'failed' });
    expect(outcomes[1]?.message).toContain('annotations: line: must not be 7');
    expect(storedInsight(server).report.details).toContain('1 of 1 could not be published');
  });

  it('a redirect is not followed, so that the token stays with the server', async () => {
    const elsewhere = await start();
    const server = await start({ faults: always(answering(answers.redirect(`${elsewhere.url}/rest/`))) });
    const { outcomes } = await publishOn(server);
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
    expect(outcomes[0]?.message).toContain('redirects are not followed');
    expect(elsewhere.requests).toEqual([]);
  });

  it('a server that never answers costs no more than the time for publishing', async () => {
    const server = await start({ faults: always({ kind: 'hang' }) });
    const began = performance.now();
    const { outcomes } = await publishOn(server, {
      timeoutMs: 400,
      io: { log: () => {}, now: () => performance.now(), sleep: async () => {} },
    });
    expect(performance.now() - began).toBeLessThan(2000);
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
  });

  it('earlier annotations that cannot be removed are no reason to send fewer', async () => {
    const faults = onMethod('DELETE', [answering(serverError(400, 'Not now.'))]);
    const server = await start({ faults });
    const { outcomes } = await publishOn(server, { report: reportWithFindings(101) });
    expect(outcomes[1]).toMatchObject({ status: 'failed' });
    expect(outcomes[1]?.message).toContain('101 of 101 could not be published');
    expect(outcomes[1]?.message).toContain('Not now.');
    expect(storedInsight(server).annotations).toEqual([]);
  });

  it('a 404 names what may be wrong', async () => {
    const server = await start();
    const target = { workspace: 'SHIP', repoSlug: 'web', commit: '0'.repeat(40), pullRequest: null };
    const { outcomes } = await publishOn(server, { target });
    expect(outcomes[0]?.message).toContain('Project SHIP does not exist.');
    expect(outcomes[0]?.message).toContain("--workspace (the project's key)");
  });

  it('nothing is published that the profile switches off', async () => {
    const server = await start();
    const feedback = { ...allFeedback, insightsReport: false, comment: 'never' as const };
    const { outcomes } = await publishOn(server, { feedback });
    expect(outcomes.map(({ status }) => status)).toEqual(['skipped', 'skipped', 'skipped']);
    expect(server.requests).toEqual([]);
  });
});
