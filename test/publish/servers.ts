import { afterEach } from 'vitest';
import type { FaultSchedule } from '../helpers/bitbucket-server/faults.ts';
import {
  type BitbucketServer,
  type BitbucketServerOptions,
  identity,
  startBitbucketServer,
} from '../helpers/bitbucket-server/index.ts';
import type { StoredReport } from '../helpers/bitbucket-server/state.ts';
import { accessToken } from './run-publish.ts';

/** Starts servers that take the access token of the tests, and closes them after each test. */
export function useServers(): (options?: BitbucketServerOptions) => Promise<BitbucketServer> {
  const servers: BitbucketServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (options = {}) => {
    const server = await startBitbucketServer({ accepted: { accessToken }, ...options });
    servers.push(server);
    return server;
  };
}

/** The same, for servers with which something goes wrong. */
export function useFaultyServers(): (faults?: FaultSchedule) => Promise<BitbucketServer> {
  const start = useServers();
  return (faults) => start(faults ? { faults } : {});
}

export function methodsOf({ requests }: BitbucketServer): string {
  return requests.map(({ method }) => method).join(' ');
}

/** The report that the server holds under the usual id. */
export function storedReport({ state }: BitbucketServer): StoredReport {
  const found = state.reports.get(`${identity.commit}/codescene-pr`);
  if (!found) throw new Error('nothing stored');
  return found;
}
