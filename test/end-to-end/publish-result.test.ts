import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { type BitbucketServer, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import { type TestRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { cloneOf, createPullRequest, type PullRequest, pipelineVariables } from './pull-request.ts';
import { type Run, runCli } from './run-cli.ts';
import { healthy } from './source-code.ts';

const servers: BitbucketServer[] = [];

afterAll(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function startServer({ source }: PullRequest, faults = {}): Promise<BitbucketServer> {
  const repository = { workspace: 'acme', repository: 'shop', commit: source };
  const server = await startBitbucketServer({ repository, ...faults });
  servers.push(server);
  return server;
}

/** The result of a pull request as a first step wrote it, and the place of the second. */
interface Situation {
  readonly pullRequest: PullRequest;
  readonly clone: TestRepository;
  readonly server: BitbucketServer;
  readonly env: Record<string, string>;
  /** Absolute. */
  readonly file: string;
  readonly result: Report;
}

async function analyse(pullRequest = createPullRequest(), args: readonly string[] = []): Promise<Situation> {
  const server = await startServer(pullRequest);
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

function publish({ clone, env, file }: Situation, args: readonly string[] = []): Promise<Run> {
  return runCli(['publish', file, ...args], { cwd: clone.root, env });
}

/** Publishes the result after somebody changed it. */
function publishForged(
  situation: Situation,
  forge: (result: Report) => unknown,
  args: readonly string[] = [],
) {
  writeFileSync(situation.file, JSON.stringify(forge(structuredClone(situation.result))));
  return publish(situation, args);
}

function storedReport({ server, pullRequest }: Situation) {
  return server.state.reports.get(`${pullRequest.source}/codescene-pr`);
}

describe('publish', () => {
  it('sends what check itself would have sent', async () => {
    const situation = await analyse();
    const published = await publish(situation);
    expect(published.stderr).toContain('The quality gate: failed, by critical-rules.');
    expect(published.exitCode).toBe(1);
    const sent = [...situation.server.requests];

    const other = await startServer(situation.pullRequest);
    const env = { ...situation.env, CODESCENE_PR_PIPELINES_PROXY: other.proxyUrl };
    const checked = await runCli(['check', '--publish'], { cwd: cloneOf(situation.pullRequest).root, env });

    expect(checked.exitCode).toBe(1);
    expect(sent.length).toBeGreaterThan(2);
    expect(sent).toEqual(other.requests);
    expect(situation.server.violations).toEqual([]);
  });

  it('gives the exit code of the gate, and 0 under --no-fail', async () => {
    expect((await publish(await analyse(), ['--no-fail'])).exitCode).toBe(0);
    const origin = createPullRequest();
    origin.origin.checkout('feature');
    const source = origin.origin.commit('mend', { 'src/a.ts': healthy() });
    const run = await publish(await analyse({ ...origin, source }));
    expect(run.stderr).toContain('The quality gate: passed.');
    expect(run.exitCode).toBe(0);
  });

  it('fails where a part cannot be published, though the gate holds', async () => {
    const situation = await analyse();
    const refusing = await startServer(situation.pullRequest, { accepted: { accessToken: 'another' } });
    const env = { ...situation.env, BITBUCKET_ACCESS_TOKEN: 'ATCTT3xFfGN0-wrong' };
    const args = ['publish', situation.file, '--no-fail', '--api-url', refusing.apiUrl];
    const run = await runCli(args, { cwd: situation.clone.root, env });
    expect(run.stderr).toContain('401');
    expect(run.stderr).not.toContain('ATCTT3xFfGN0');
    expect(run.exitCode).toBe(2);
  });

  it('ends the build status, also by refusing the file', async () => {
    const situation = await analyse();
    const accepted = { accessToken: 'token-of-the-tests' };
    const statesAfter = async (extra: Record<string, string>) => {
      const server = await startServer(situation.pullRequest, { accepted });
      const env = { ...situation.env, BITBUCKET_ACCESS_TOKEN: accepted.accessToken, ...extra };
      await publish({ ...situation, env }, ['--api-url', server.apiUrl]);
      return [...server.state.statuses.values()].map(({ states }) => states);
    };
    expect(await statesAfter({})).toEqual([['INPROGRESS', 'FAILED']]);
    // The file is of pull request 42.
    expect(await statesAfter({ BITBUCKET_PR_ID: '7' })).toEqual([['FAILED']]);
  });

  it('shows the requests under --dry-run and sends none', async () => {
    const situation = await analyse();
    const run = await publish(situation, ['--dry-run', '--report-id', 'frontend']);
    expect(run.stderr).toContain('/reports/frontend');
    expect(run.exitCode).toBe(1);
    expect(situation.server.requests).toEqual([]);
  });

  it('publishes on the commit that is given outside of a pipeline', async () => {
    const situation = await analyse();
    const { source } = situation.pullRequest;
    situation.clone.git('fetch', '--quiet', 'origin', '+refs/heads/main:refs/remotes/origin/main');
    const env = { BITBUCKET_ACCESS_TOKEN: 'token-of-the-tests' };
    const server = await startServer(situation.pullRequest, {
      accepted: { accessToken: 'token-of-the-tests' },
    });
    const args = ['--commit', source, '--pull-request', '42', '--workspace', 'acme', '--repo', 'shop'];
    const all = [...args, '--target', 'origin/main', '--api-url', server.apiUrl];
    const run = await publish({ ...situation, env }, all);
    expect(run.stderr).toContain(`FAILED on commit ${source}`);
    expect(run.exitCode).toBe(1);
    const without = await publish({ ...situation, env });
    expect(without.stderr).toContain('Give --commit');
    expect(without.exitCode).toBe(2);
  });

  it('has nothing to publish where there was nothing to compare', async () => {
    const pullRequest = createPullRequest();
    const build = pipelineVariables(pullRequest, {
      BITBUCKET_BRANCH: 'main',
      BITBUCKET_COMMIT: pullRequest.source,
    });
    const { BITBUCKET_PR_ID, BITBUCKET_PR_DESTINATION_BRANCH, BITBUCKET_PR_DESTINATION_COMMIT, ...env } =
      build;
    const file = path.join(temporaryFolder(), 'result.json');
    const { root: cwd } = cloneOf(pullRequest);
    await runCli(['check', '--output', `json=${file}`], { cwd, env });
    const run = await runCli(['publish', file], { cwd, env });
    expect(run.stderr).toContain('Nothing is published.');
    expect(run.exitCode).toBe(0);
  });
});

describe('publish of a result that was tampered with', () => {
  let shared: Situation;

  beforeAll(async () => {
    shared = await analyse();
  });

  it.each<{ what: string; forge: (result: Report) => unknown; says: string }>([
    {
      what: 'another commit',
      forge: (r) => ({ ...r, context: { ...r.context, source: 'a'.repeat(40) } }),
      says: 'belongs to another commit',
    },
    {
      what: 'no commit',
      forge: (r) => ({ ...r, context: { ...r.context, source: null, sourceKind: 'working-tree' } }),
      says: 'uncommitted work',
    },
    {
      what: 'another pull request',
      forge: (r) => ({ ...r, context: { ...r.context, pullRequest: 7 } }),
      says: 'belongs to pull request 7',
    },
    {
      what: 'no pull request',
      forge: (r) => ({ ...r, context: { ...r.context, pullRequest: null } }),
      says: 'belongs to no pull request',
    },
    {
      what: 'another merge base',
      forge: (r) => ({ ...r, context: { ...r.context, mergeBase: r.context.source } }),
      says: 'compared with another commit',
    },
    {
      what: 'another profile',
      forge: (r) => ({ ...r, profile: { name: 'lax', origin: 'built-in' } }),
      says: 'made with the profile "lax"',
    },
    {
      what: 'another version',
      forge: (r) => ({ ...r, tool: { ...r.tool, version: '9.9.9' } }),
      says: 'Use the same version in every step',
    },
    {
      what: 'another tool',
      forge: (r) => ({ ...r, tool: { ...r.tool, name: 'evil\u001b[2J' } }),
      says: 'was written by "evil\\u001b[2J',
    },
    { what: 'another schema', forge: (r) => ({ ...r, schemaVersion: 99 }), says: 'schema version 99' },
    { what: 'a review', forge: () => ({ kind: 'review' }), says: 'is not a result' },
    {
      what: 'a file that does not change',
      forge: (r) => ({ ...r, files: [{ ...r.files[0], path: '../../etc/passwd' }] }),
      says: 'does not change here',
    },
    {
      what: 'a link to such a file',
      forge: (r) => ({
        ...r,
        suppressions: [
          { path: 'src/c.ts', line: 1, smell: 'complex-method', function: null, added: true, honoured: true },
        ],
      }),
      says: 'does not change here',
    },
    { what: 'an array', forge: () => [], says: 'is not a result' },
    {
      what: 'a prototype',
      forge: () => JSON.parse('{"__proto__": {"schemaVersion": 1}}'),
      says: 'is not a result',
    },
    {
      what: 'a score above ten',
      forge: (r) => ({ ...r, files: r.files.map((f) => ({ ...f, newScore: 11 })) }),
      says: 'files[0].newScore',
    },
  ])('refuses $what', async ({ forge, says }) => {
    const run = await publishForged(shared, forge);
    expect(run.stderr).toContain(says);
    expect(run.stderr).not.toContain('defect');
    expect(run.exitCode).toBe(2);
    expect(shared.server.requests).toEqual([]);
  });

  it('judges the gates again, whatever the file says of them', async () => {
    const situation = await analyse();
    const run = await publishForged(situation, (result) => ({
      ...result,
      status: 'passed',
      gates: result.gates.map((gate) => ({ ...gate, status: 'passed', conditions: [] })),
      summary: { ...result.summary, findings: { introduced: 0, degraded: 0, improved: 0, fixed: 0 } },
    }));
    expect(run.stderr).toContain('The status is failed, and the result file says passed.');
    expect(run.stderr).toContain(
      'critical-rules is violated by 1 condition, and the result file says passed.',
    );
    expect(run.exitCode).toBe(1);
    expect(storedReport(situation)?.report).toMatchObject({ result: 'FAILED' });
  });

  it('says where a changed file is missing', async () => {
    const situation = await analyse();
    const run = await publishForged(situation, (result) => ({
      ...result,
      files: result.files.filter((file) => file.path !== 'src/a.ts'),
    }));
    expect(run.stderr).toContain('leaves out files that change here, which no gate has judged: src/a.ts.');
    expect(run.exitCode).toBe(0);
  });

  it("takes gates and feedback from the target's profile", async () => {
    const pullRequest = createPullRequest();
    pullRequest.origin.checkout('feature');
    const silent = 'version: 1\ngates: { critical-rules: off }\nfeedback: { insights-report: off }\n';
    const source = pullRequest.origin.commit('weaken', { '.codescene/quality-profile.yml': silent });
    const situation = await analyse({ ...pullRequest, source });
    const run = await publish(situation);
    expect(run.exitCode).toBe(1);
    expect(storedReport(situation)?.report).toMatchObject({ result: 'FAILED' });

    const own = await analyse({ ...pullRequest, source }, ['--profile-from', 'source']);
    const refused = await publish(own);
    expect(refused.stderr).toContain('was made with the profile');
    expect(refused.exitCode).toBe(2);
  });

  it('lets no text of the file out raw', async () => {
    const situation = await analyse();
    const evil = '\u001b]0;owned\u0007\u202e<script>`|';
    const run = await publishForged(situation, (result) => ({
      ...result,
      warnings: [evil],
      files: result.files.map((file) => ({
        ...file,
        findings: file.findings.map((finding) => ({
          ...finding,
          name: evil,
          message: evil,
          function: evil,
          smell: evil,
        })),
      })),
    }));
    expect(run.exitCode).toBe(1);
    expect(run.stderr).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(JSON.stringify([...(storedReport(situation)?.annotations.values() ?? [])])).not.toMatch(
      /\\u001b|\u202e/,
    );
  });
});

describe('publish of what is no result file', () => {
  it('refuses what is missing, a folder, a pipe, too large, not UTF-8, not JSON, and follows a link', async () => {
    const situation = await analyse();
    const folder = temporaryFolder();
    const at = (name: string) => path.join(folder, name);
    execFileSync('mkfifo', [at('pipe')]);
    writeFileSync(at('large'), '');
    truncateSync(at('large'), 51 * 1024 * 1024);
    writeFileSync(at('latin'), Buffer.from([0x7b, 0xff, 0x7d]));
    writeFileSync(at('broken'), '{"schemaVersion": 1');
    symlinkSync(situation.file, at('link'));
    const cases: readonly (readonly [string, string])[] = [
      ['missing', 'There is no such file.'],
      ['.', 'It is a folder.'],
      ['pipe', 'It is no regular file.'],
      ['/dev/zero', 'It is no regular file.'],
      ['large', 'at most 50 MB'],
      ['latin', 'It is not UTF-8.'],
      ['broken', 'is not valid JSON'],
    ];
    for (const [name, says] of cases) {
      const run = await publish({ ...situation, file: path.resolve(folder, name) });
      expect(run.stderr).toContain(says);
      expect(run.exitCode).toBe(2);
    }
    expect(situation.server.requests).toEqual([]);
    expect((await publish({ ...situation, file: at('link') })).exitCode).toBe(1);
    const usage = await runCli(['publish'], { cwd: folder });
    expect(usage.exitCode).toBe(2);
  });
});
