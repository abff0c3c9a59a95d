import { afterEach } from 'vitest';
import type { Fault, FaultSchedule } from '../helpers/bitbucket-server/faults.ts';
import {
  type BitbucketServer,
  type BitbucketServerOptions,
  startBitbucketServer,
} from '../helpers/bitbucket-server/index.ts';
import { cloneOf, createPullRequest, type PullRequest, pipelineVariables } from './pull-request.ts';
import type { Run, RunOptions } from './run-cli.ts';
import { healthy } from './source-code.ts';

const token = 'ATCTT3xFfGN0-a-secret-token';

export interface Setting {
  readonly pullRequest: PullRequest;
  readonly server: BitbucketServer;
  /** Arguments and surroundings of a run in the pull request's pipeline. */
  readonly args: readonly string[];
  readonly options: RunOptions;
}

/** Prepares pull requests' pipelines with an access token, and closes the servers that they talk to after each test. */
export function usePipelines(): (
  options?: BitbucketServerOptions,
  pullRequest?: PullRequest,
) => Promise<Setting> {
  const servers: BitbucketServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (options = {}, pullRequest = createPullRequest()) => {
    const server = await startBitbucketServer({
      repository: { workspace: 'acme', repository: 'shop', commit: pullRequest.source },
      accepted: { accessToken: token },
      ...options,
    });
    servers.push(server);
    const env = pipelineVariables(pullRequest, { BITBUCKET_ACCESS_TOKEN: token });
    const args = ['check', '--api-url', server.apiUrl];
    return { pullRequest, server, args, options: { cwd: cloneOf(pullRequest).root, env } };
  };
}

/** The states that the build status had, the newest last. */
export function statesOf(
  { server, pullRequest }: Setting,
  key = 'codescene-pr',
): readonly unknown[] | undefined {
  return server.state.statuses.get(`${pullRequest.source}/${key}`)?.states;
}

/** The build status as it was sent last. */
export function statusOf({ server, pullRequest }: Setting): unknown {
  return server.state.statuses.get(`${pullRequest.source}/codescene-pr`)?.status;
}

/** What a run says of the build status. */
export const linesAbout = (run: Run) =>
  run.stderr.split('\n').filter((line) => line.includes('build-status:'));

/** A pull request that only makes things better. */
export function createGoodPullRequest(): PullRequest {
  const { origin, destination } = createPullRequest();
  origin.checkout('feature');
  const source = origin.commit('mend', { 'src/a.ts': healthy() });
  return { origin, source, destination };
}

/** Gives faults to the requests that are meant, in their order, and says when each of them arrives. */
export function watch(isMeant: (path: string, method: string) => boolean, faults: readonly (Fault | null)[]) {
  const events = faults.map(() => {
    let occur = () => {};
    const arrived = new Promise<void>((resolve) => {
      occur = resolve;
    });
    return { arrived, occur };
  });
  let seen = 0;
  const schedule: FaultSchedule = ({ path, method }) => {
    if (!isMeant(path, method)) return null;
    seen += 1;
    events[seen - 1]?.occur();
    return faults[seen - 1] ?? null;
  };
  return { schedule, arrivals: events.map(({ arrived }) => arrived) };
}

/** Whether a request sets the build status. */
export const isStatus = (path: string) => path.endsWith('/statuses/build');
