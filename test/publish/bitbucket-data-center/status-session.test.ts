import { describe, expect, it } from 'vitest';
import type { FinalStatus } from '../../../src/publish/build-status.ts';
import { openPublication } from '../../../src/publish/index.ts';
import { type DataCenterServer, dataCenterIdentity } from '../../helpers/bitbucket-server/data-center.ts';
import { serverError } from '../../helpers/bitbucket-server/data-center-state.ts';
import { answering } from '../../helpers/bitbucket-server/faults.ts';
import { createFakeTime } from '../run-publish.ts';
import { useDataCenterServers, withHttpToken } from './data-center-servers.ts';

const start = useDataCenterServers();
const stopped: FinalStatus = { state: 'STOPPED', description: 'The run was told to stop by SIGTERM.' };
const { project, repository, commit, pullRequest } = dataCenterIdentity;

function open(server: DataCenterServer) {
  const { now, sleep } = createFakeTime();
  return openPublication({
    connection: withHttpToken(server),
    target: { workspace: project, repoSlug: repository, commit, pullRequest, sourceBranch: 'feature/x' },
    reportId: 'codescene-pr',
    buildStatus: true,
    timeoutMs: 30_000,
    dryRun: false,
    io: { log: () => {}, now, sleep },
  });
}

const buildOf = ({ state }: DataCenterServer) => state.builds.get(`${commit}/codescene-pr`);

describe('the build status of a run on Data Center', () => {
  it('names the source branch, and is in progress until it is ended', async () => {
    const server = await start();
    const publication = open(server);
    publication.begin();
    const outcome = await publication.end({ state: 'SUCCESSFUL', description: 'Quality gate passed.' });
    expect(outcome.message).toBe(`SUCCESSFUL on commit ${commit}.`);
    expect(buildOf(server)).toMatchObject({
      build: { key: 'codescene-pr', ref: 'refs/heads/feature/x' },
      states: ['INPROGRESS', 'SUCCESSFUL'],
    });
  });

  it('of a stopped run is cancelled, in the word of the server', async () => {
    const server = await start();
    const publication = open(server);
    publication.begin();
    expect((await publication.end(stopped)).message).toBe(`CANCELLED on commit ${commit}.`);
    expect(buildOf(server)?.states).toEqual(['INPROGRESS', 'CANCELLED']);
  });

  it('of a stopped run is failed on a server before 8.0, which does not know CANCELLED', async () => {
    const server = await start({ buildStates: ['SUCCESSFUL', 'FAILED', 'INPROGRESS'] });
    const publication = open(server);
    publication.begin();
    expect((await publication.end(stopped)).message).toBe(`FAILED on commit ${commit}.`);
    expect(buildOf(server)).toMatchObject({
      build: { description: stopped.description },
      states: ['INPROGRESS', 'FAILED'],
    });
  });

  it('that the server may not set says why, and what to do', async () => {
    const refusal = serverError(401, 'You are not permitted to set this build status.');
    const server = await start({ faults: () => answering(refusal) });
    const outcome = await open(server).end(stopped);
    expect(outcome).toMatchObject({ channel: 'build-status', status: 'failed' });
    expect(outcome.message).toContain('Could not set the build status to CANCELLED');
    expect(outcome.message).toContain('You are not permitted');
    expect(outcome.message).toContain('BITBUCKET_HTTP_ACCESS_TOKEN');
  });
});
