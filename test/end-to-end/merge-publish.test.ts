import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BitbucketServer, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';
import { cloneOf, createPullRequest, pipelineVariables } from './pull-request.ts';
import { runCli } from './run-cli.ts';

const pullRequest = createPullRequest();
const cwd = cloneOf(pullRequest).root;
const token = 'token-of-the-tests';
const folder = temporaryFolder();
const parts = [1, 2].map((index) => path.join(folder, `shard-${index}.json`));
const servers: BitbucketServer[] = [];

beforeAll(async () => {
  for (const [index, file] of parts.entries()) {
    const args = ['check', '--shard', `${index + 1}/2`, '--output', `json=${file}`];
    expect(await runCli(args, { cwd, env: pipelineVariables(pullRequest) })).toMatchObject({ exitCode: 0 });
  }
});

afterAll(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A run that publishes with a token, and the server that it publishes to. */
async function publishTo(accessToken: string, args: readonly string[]) {
  const repository = { workspace: 'acme', repository: 'shop', commit: pullRequest.source };
  const server = await startBitbucketServer({ repository, accepted: { accessToken } });
  servers.push(server);
  const env = pipelineVariables(pullRequest, { BITBUCKET_ACCESS_TOKEN: token });
  const run = await runCli([...args, '--api-url', server.apiUrl], { cwd, env });
  return { run, server };
}

/** Each server listens at an address of its own. */
function requestsTo({ requests, apiUrl }: BitbucketServer) {
  return requests.map((request) => ({ ...request, address: request.address.replace(apiUrl, '') }));
}

describe('merge in the pipeline of a pull request', () => {
  it('publishes what an undivided check would have published', async () => {
    const merged = await publishTo(token, ['merge', ...parts]);
    const whole = await publishTo(token, ['check']);
    expect(requestsTo(merged.server)).toEqual(requestsTo(whole.server));
    expect(merged.server.state.reports.size).toBe(1);
    expect(merged.server.violations).toEqual([]);
    expect(merged.run.exitCode).toBe(1);
  });

  it('fails with --publish where nothing can be published, though the gate may be violated', async () => {
    const refused = await publishTo('another', ['merge', ...parts, '--publish', '--no-fail']);
    expect(refused.run.stderr).toContain('401');
    expect(refused.run.stderr).not.toContain(token);
    expect(refused.run.exitCode).toBe(2);
  });

  it('refuses parts that are missing, and ends the build status as failed', async () => {
    const { run, server } = await publishTo(token, ['merge', parts[0] ?? '', '--publish']);
    expect(run.stderr).toContain('Parts are missing: 2/2.');
    expect(run.exitCode).toBe(2);
    expect(server.state.reports.size).toBe(0);
    expect([...server.state.statuses.values()]).toMatchObject([{ states: ['FAILED'] }]);
  });
});
