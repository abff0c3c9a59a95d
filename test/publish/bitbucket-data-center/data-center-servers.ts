import { afterEach } from 'vitest';
import { type ConnectionResolution, resolveConnection } from '../../../src/publish/connection.ts';
import type { PublishRequest } from '../../../src/publish/index.ts';
import {
  type DataCenterOptions,
  type DataCenterServer,
  dataCenterIdentity,
  startDataCenterServer,
} from '../../helpers/bitbucket-server/data-center.ts';
import type { StoredInsight } from '../../helpers/bitbucket-server/data-center-state.ts';
import { type PublishRun, runAllChannels } from '../run-publish.ts';

export const httpAccessToken = 'BBDC-MTIzNDU2Nzg5MDEy+secret/token=';

/** Starts servers that take the token of the tests as user 1, and closes them after each test. */
export function useDataCenterServers(): (options?: Partial<DataCenterOptions>) => Promise<DataCenterServer> {
  const servers: DataCenterServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (options = {}) => {
    const server = await startDataCenterServer({ tokens: { [httpAccessToken]: 1 }, ...options });
    servers.push(server);
    return server;
  };
}

/** The way to a server with an HTTP access token; that of the tests where no other is given. */
export function withHttpToken(
  { url }: Pick<DataCenterServer, 'url'>,
  token = httpAccessToken,
): ConnectionResolution {
  const env = { BITBUCKET_HTTP_ACCESS_TOKEN: token };
  return resolveConnection({ env, preset: 'auto', apiUrl: url, inPipeline: false });
}

/** Publishes the sample report, or what is given instead, on the repository that the servers hold. */
export function publishOn(
  server: Pick<DataCenterServer, 'url'>,
  parts: Partial<PublishRequest> = {},
): Promise<PublishRun> {
  const { project, repository, commit, pullRequest } = dataCenterIdentity;
  const target = { workspace: project, repoSlug: repository, commit, pullRequest };
  return runAllChannels(withHttpToken(server), { target, ...parts });
}

/** The report that a server holds under the usual id. */
export function storedInsight({ state }: DataCenterServer): StoredInsight {
  const found = state.reports.get(`${dataCenterIdentity.commit}/codescene-pr`);
  if (!found) throw new Error('nothing stored');
  return found;
}
