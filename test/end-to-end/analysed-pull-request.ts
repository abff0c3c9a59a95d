import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { type BitbucketServer, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import { type TestRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { cloneOf, createPullRequest, type PullRequest, pipelineVariables } from './pull-request.ts';
import { type Run, runCli } from './run-cli.ts';

/** The result of a pull request as a first step wrote it, and the place of the second. */
export interface Situation {
  readonly pullRequest: PullRequest;
  readonly clone: TestRepository;
  readonly server: BitbucketServer;
  readonly env: Record<string, string>;
  /** Absolute. */
  readonly file: string;
  readonly result: Report;
}

/** Starts servers of pull requests and analyses them, and closes the servers after all tests of a file. */
export function useResults() {
  const servers: BitbucketServer[] = [];
  afterAll(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  const startServer = async ({ source }: PullRequest, faults = {}): Promise<BitbucketServer> => {
    const repository = { workspace: 'acme', repository: 'shop', commit: source };
    const server = await startBitbucketServer({ repository, ...faults });
    servers.push(server);
    return server;
  };
  const analyse = async (pullRequest = createPullRequest(), args: readonly string[] = []) =>
    checkWithServer(await startServer(pullRequest), pullRequest, args);
  return { startServer, analyse };
}

/** The first step: checks and keeps the result. */
async function checkWithServer(
  server: BitbucketServer,
  pullRequest: PullRequest,
  args: readonly string[],
): Promise<Situation> {
  const clone = cloneOf(pullRequest);
  const env = pipelineVariables(pullRequest, { CODESCENE_PR_PIPELINES_PROXY: server.proxyUrl });
  const file = path.join(temporaryFolder(), 'result.json');
  const run = await runCli(['check', '--no-publish', '--output', `json=${file}`, ...args], {
    cwd: clone.root,
    env,
  });
  expect(run.exitCode, run.stderr).toBeLessThan(2);
  const result = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return { pullRequest, clone, server, env, file, result };
}

/** The second step: publishes the result. */
export function publish({ clone, env, file }: Situation, args: readonly string[] = []): Promise<Run> {
  return runCli(['publish', file, ...args], { cwd: clone.root, env });
}
