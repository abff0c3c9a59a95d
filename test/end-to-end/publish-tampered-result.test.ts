import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { publish, type Situation, useResults } from './analysed-pull-request.ts';
import { createPullRequest } from './pull-request.ts';

const { analyse } = useResults();

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
