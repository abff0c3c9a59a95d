import { afterEach } from 'vitest';
import {
  type DataCenterOptions,
  type DataCenterServer,
  startDataCenterServer,
} from '../helpers/bitbucket-server/data-center.ts';
import { createRepository, type Files, type TestRepository } from '../helpers/create-repository.ts';
import { type Run, runCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';

export const token = 'BBDC-a-secret-http-access-token';
export const profileFile = '.codescene/quality-profile.yml';

/** Starts servers that take the token, and closes them after each test. */
export function useServers(): (
  commit: string,
  options?: Partial<DataCenterOptions>,
) => Promise<DataCenterServer> {
  const servers: DataCenterServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (commit, options = {}) => {
    const identity = { project: 'SHOP', repository: 'web', commit, pullRequest: 12 };
    const server = await startDataCenterServer({ identity, tokens: { [token]: 1 }, ...options });
    servers.push(server);
    return server;
  };
}

export interface Build {
  readonly clone: TestRepository;
  readonly commit: string;
  readonly destination: string;
}

/** The workspace of a Jenkins job: a clone of a Data Center server with a pull request that got worse. */
export function createBuild({ target = {}, source = {} }: { target?: Files; source?: Files } = {}): Build {
  const clone = createRepository();
  const destination = clone.commit('start', { 'src/a.ts': healthy(), ...target });
  clone.checkout('feature');
  const commit = clone.commit('work', { 'src/a.ts': nested(4), ...source });
  clone.git('remote', 'add', 'origin', 'https://bitbucket.acme.example/scm/SHOP/web.git');
  return { clone, commit, destination };
}

/** Publishes a check of the pull request. */
export function check(
  { clone, commit }: Build,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Run> {
  const change = ['--source', commit, '--target', 'main', '--pull-request', '12', '--publish'];
  return runCli(['check', ...change, ...args], {
    cwd: clone.root,
    env: { BITBUCKET_HTTP_ACCESS_TOKEN: token, BUILD_URL: 'https://jenkins.acme.example/job/web/7/', ...env },
  });
}
