import { describe, expect, it } from 'vitest';
import { createRepository } from '../helpers/create-repository.ts';
import { checkAsJson, reviewAsJson, runCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';

/** Deeply nested, behind a parameter of a literal type, for which CodeScene passes over the function. */
const passedOver = nested(5).replace(/\(.*?\)/, "(n: number, mode: 'all' | 'rest')");

function createProject() {
  const repository = createRepository();
  repository.commit('start', { 'src/a.ts': healthy() });
  repository.checkout('work');
  repository.write({ 'src/a.ts': healthy() + passedOver });
  return repository;
}

describe('a function that the score does not count', () => {
  it('costs nothing, but is found and gated', async () => {
    const { exitCode, report } = await checkAsJson([], { cwd: createProject().root });
    const [file] = report.files;
    expect(file?.functions.map(({ counted }) => counted)).toEqual([true, false]);
    expect(file?.findings.map(({ smell }) => smell)).toContain('deep-nested-complexity');
    expect([file?.oldScore, file?.newScore, file?.scoreBreakdown?.items]).toEqual([10, 10, []]);
    expect(report.gates.flatMap(({ gate, status }) => (status === 'failed' ? [gate] : []))).toEqual([
      'critical-rules',
    ]);
    expect(exitCode).toBe(1);
  });

  it('weighs in the average with its lines', async () => {
    const { report } = await reviewAsJson([], { cwd: createProject().root });
    const lines = report.files[0]?.functions.reduce((sum, { linesOfCode }) => sum + linesOfCode, 0);
    expect(report.summary).toMatchObject({ score: 10, linesOfCode: lines });
  });

  it('is said to be none where it is shown', async () => {
    const { root } = createProject();
    const [place, review] = await Promise.all([
      runCli(['explain', 'src/a.ts:5'], { cwd: root }),
      runCli(['review'], { cwd: root }),
    ]);
    expect(place.stdout.replaceAll(/\s+/g, ' ')).toMatch(/2 parameters, not counted in the score/);
    expect(place.stdout).toContain('costs nothing by itself');
    expect(review.stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /0\.00 src\/a\.ts:\d+ .*; not counted in the score/,
    );
  });
});
