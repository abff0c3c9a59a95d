import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPullRequest } from '../../src/check-pull-request.ts';
import { CodeScenePrError } from '../../src/errors.ts';
import { type AcceptedResult, acceptResult } from '../../src/pipeline/accept-result.ts';
import { resolveConnection } from '../../src/publish/connection.ts';
import { publish } from '../../src/publish/index.ts';
import { nested } from '../end-to-end/source-code.ts';
import { createRepository, temporaryFolder, testEnvironment } from '../helpers/create-repository.ts';

/** A result file of a change, and how to accept what somebody made of it. */
async function createResult() {
  const repository = createRepository();
  repository.commit('start', { 'src/a.ts': nested(1), 'src/b.ts': nested(5) });
  repository.checkout('work');
  const commit = repository.commit('work', { 'src/a.ts': nested(4), 'src/b.ts': nested(2) });
  const place = { cwd: repository.root, env: testEnvironment() };
  const { report } = await checkPullRequest({ ...place, options: { source: commit, target: 'main' } });
  const file = path.join(temporaryFolder(), 'result.json');
  const accept = (text: string) => {
    writeFileSync(file, text);
    return acceptResult({ ...place, file, options: { commit, target: 'main' } });
  };
  return { report, accept, commit };
}

/** Every place in plain data, as a list of keys. */
function placesIn(data: unknown, trail: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof data !== 'object' || data === null) return [trail];
  return [trail, ...Object.entries(data).flatMap(([key, value]) => placesIn(value, [...trail, key]))];
}

/** A copy with something else, or nothing, at one place; the same where there is no such place any more. */
function changeAt(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, key)) return data;
  const entries = Object.entries(data).flatMap(([name, item]) => {
    if (name !== key) return [[name, item] as const];
    const isRemoved = rest.length === 0 && value === undefined;
    return isRemoved ? [] : [[name, changeAt(item, rest, value)] as const];
  });
  return Array.isArray(data) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

const hostile = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('../../x', '\u001b[2J', '\u202e', '__proto__', 'a'.repeat(5000), -1, 1e308, 2 ** 53),
);

/** Publishes without sending anything, so that every channel makes its texts. */
async function showRequests({ report, profile }: AcceptedResult, commit: string): Promise<string> {
  const lines: string[] = [];
  const apiUrl = 'https://api.bitbucket.org/2.0';
  await publish({
    report,
    connection: resolveConnection({ env: {}, preset: 'auto', apiUrl, inPipeline: false }),
    target: { workspace: 'acme', repoSlug: 'shop', commit, pullRequest: null },
    reportId: 'codescene-pr',
    feedback: profile.feedback,
    timeoutMs: 1000,
    dryRun: true,
    io: { log: (line) => lines.push(line), sleep: async () => {}, now: () => 0 },
  });
  return lines.join('');
}

describe('a result file that somebody changed', () => {
  it('is refused with a reason or published in safe words, whatever stands in it', async () => {
    const { report, accept, commit } = await createResult();
    const places = placesIn(report);
    const counts = { accepted: 0, refused: 0 };
    const change = fc.tuple(fc.nat(places.length - 1), hostile);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const forged = changes.reduce<unknown>(
          (data, [index, value]) => changeAt(data, places[index] ?? [], value),
          report,
        );
        try {
          const accepted = await accept(JSON.stringify(forged) ?? '');
          counts.accepted += 1;
          expect(accepted.report.gates).toHaveLength(report.gates.length);
          expect(accepted.context.headCommit).toBe(commit);
          expect(await showRequests(accepted, commit)).not.toMatch(/\p{Cc}|\u202e/u);
        } catch (error) {
          if (!(error instanceof CodeScenePrError)) throw error;
          counts.refused += 1;
          expect(error.message).not.toMatch(/\p{Cc}/u);
        }
      }),
      { numRuns: 300 },
    );
    expect(counts.accepted).toBeGreaterThan(0);
    expect(counts.refused).toBeGreaterThan(0);
  }, 120_000);

  it('is refused wherever it is cut off, and comes out as it went in where it is whole', async () => {
    const { report, accept } = await createResult();
    const text = JSON.stringify(report);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        await expect(accept(text.slice(0, length))).rejects.toThrow(/is not valid JSON/);
      }),
      { numRuns: 50 },
    );
    const accepted = await accept(text);
    expect(accepted.report).toEqual(report);
    expect(accepted.remarks).toEqual([]);
  });
});
