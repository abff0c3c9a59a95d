import { describe, expect, it } from 'vitest';
import { resolveConnection } from '../../src/publish/connection.ts';
import { identity } from '../helpers/bitbucket-server/index.ts';
import { accessToken, runPublish, withAccessToken } from './run-publish.ts';
import { reportWithFindings, sampleReport } from './sample-report.ts';
import { useServers } from './servers.ts';

const startServer = useServers();
const reportPath = `/repositories/acme/shop/commit/${identity.commit}/reports/codescene-pr`;

describe('a dry run', () => {
  it('shows each request and sends none, without credentials', async () => {
    const server = await startServer();
    const connection = resolveConnection({
      env: {},
      preset: 'auto',
      apiUrl: server.apiUrl,
      inPipeline: false,
    });
    const { outcomes, lines } = await runPublish(connection, {
      dryRun: true,
      report: reportWithFindings(101),
    });
    expect(server.requests).toEqual([]);
    expect(outcomes.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
    expect(lines.filter((line) => /^[A-Z]/.test(line))).toEqual([
      `DELETE ${server.apiUrl}${reportPath}`,
      `PUT ${server.apiUrl}${reportPath}`,
      `POST ${server.apiUrl}${reportPath}/annotations`,
      `POST ${server.apiUrl}${reportPath}/annotations`,
      `PUT ${server.apiUrl}${reportPath}`,
    ]);
    const bodies = lines
      .join('\n')
      .split(/^[A-Z].*$/m)
      .filter((part) => part.trim() !== '');
    expect(bodies.map((body) => JSON.parse(body))).toMatchObject([
      { result: 'PASSED', details: expect.stringContaining('still being published, 101 in all') },
      { length: 100 },
      { length: 1 },
      { result: 'PASSED' },
    ]);
  });

  it('shows no credentials and nothing that a terminal would act on', async () => {
    const server = await startServer();
    const report = sampleReport();
    const file = {
      ...report.files[0],
      path: 'src/\u001b[2J\u009b\u202e.ts',
    } as (typeof report.files)[number];
    const { lines } = await runPublish(withAccessToken(server), {
      dryRun: true,
      report: { ...report, files: [file] },
    });
    expect(lines.join('')).not.toMatch(/\p{C}/u);
    expect(lines.join('')).not.toContain(accessToken);
    expect(lines.join('')).not.toContain('Bearer');
    expect(server.requests).toEqual([]);
  });
});
