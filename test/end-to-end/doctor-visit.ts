import { expect } from 'vitest';
import type { FaultSchedule } from '../helpers/bitbucket-server/faults.ts';
import { type BitbucketServer, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import type { TestRepository } from '../helpers/create-repository.ts';
import { cloneOf, createPullRequest, type PullRequest, pipelineVariables } from './pull-request.ts';
import { type Run, runCli } from './run-cli.ts';

const accessToken = 'ATCTT3xFfGN0-secret_of_the_doctor=7';

export interface Visit {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly without?: readonly string[];
  readonly args?: readonly string[];
  readonly faults?: FaultSchedule;
}

/** A pull request with what its pipeline has, which several runs of `doctor` may look at. */
export interface Practice {
  readonly pullRequest: PullRequest;
  readonly clone: TestRepository;
  readonly server: BitbucketServer;
  /** Runs `doctor` in the pipeline of the pull request, or in what is left of it. */
  readonly visit: (parts?: Visit) => Promise<Run>;
}

/** Makes the pull request, its clone and a server, which has to be closed. */
export async function openPractice(): Promise<Practice> {
  let faults: FaultSchedule = () => null;
  const pullRequest = createPullRequest();
  const clone = cloneOf(pullRequest);
  const { source: commit } = pullRequest;
  const server = await startBitbucketServer({
    repository: { workspace: 'acme', repository: 'shop', commit, pullRequest: 42 },
    accepted: { accessToken },
    faults: (subject) => faults(subject),
  });
  const visit = async (parts: Visit = {}) => {
    faults = parts.faults ?? (() => null);
    const all = pipelineVariables(pullRequest, {
      BITBUCKET_ACCESS_TOKEN: accessToken,
      CODESCENE_PR_PIPELINES_PROXY: server.proxyUrl,
      CODESCENE_PR_API_URL: server.apiUrl,
      ...parts.env,
    });
    const env = Object.fromEntries(Object.entries(all).filter(([name]) => !parts.without?.includes(name)));
    const run = await runCli(['doctor', ...(parts.args ?? [])], { cwd: parts.cwd ?? clone.root, env });
    expect(run.stderr).toBe('');
    expect(run.stdout).not.toContain(accessToken);
    return run;
  };
  return { pullRequest, clone, server, visit };
}

/** The line on a subject with what belongs to it, its spaces joined. */
export function lineOf({ stdout }: Run, subject: string): string {
  const lines = stdout.split('\n');
  const first = lines.findIndex((line) => line.slice(4).startsWith(`${subject} `));
  if (first === -1) return '';
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => !line.startsWith('      '));
  return [lines[first], ...rest.slice(0, end)].join(' ').replace(/\s+/g, ' ').trim();
}
