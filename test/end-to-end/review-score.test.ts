import { describe, expect, it } from 'vitest';
import type { ScoreBreakdown } from '../../src/model/report.ts';
import { createProject } from './reviewed-project.ts';
import { checkAsJson, reviewAsJson, runCli } from './run-cli.ts';
import { complex, nested } from './source-code.ts';

describe('review --min-score', () => {
  it('passes at the boundary and fails above it, with a condition for each file', async () => {
    const { root: cwd } = createProject();
    const passed = await reviewAsJson(['--min-score', '9.38'], { cwd });
    expect(passed.exitCode).toBe(0);
    expect(passed.report.gates[0]).toEqual({ gate: 'min-score', status: 'passed', conditions: [] });
    const failed = await reviewAsJson(['--min-score', '9.39'], { cwd });
    expect(failed.exitCode).toBe(1);
    expect(failed.report.status).toBe('failed');
    expect(failed.report.gates[0]).toEqual({
      gate: 'min-score',
      status: 'failed',
      conditions: [
        {
          path: 'src/deep/b.ts',
          line: null,
          smell: null,
          measured: 9.38,
          limit: 9.39,
          message: 'Code Health is 9.38; the lowest allowed is 9.39.',
        },
      ],
    });
    const both = await reviewAsJson(['--min-score', '10'], { cwd });
    expect(both.report.gates[0]?.conditions.map(({ path: file }) => file)).toEqual([
      'src/deep/b.ts',
      'src/deep/c.ts',
    ]);
  });

  it('shows a violation and exits with 0 under --no-fail', async () => {
    const run = await runCli(['review', '--min-score', '10', '--no-fail'], { cwd: createProject().root });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toMatch(/^✗ FAILED {2}2 of 4 files below 10\.00\n/);
    expect(run.stdout).toContain('✗ gate min-score is violated\n');
  });

  it('reads the environment, which a flag beats', async () => {
    const { root: cwd } = createProject();
    const env = { CODESCENE_PR_MIN_SCORE: '10', CODESCENE_PR_FORMAT: 'json' };
    const byVariable = await runCli(['review'], { cwd, env });
    expect(byVariable.exitCode).toBe(1);
    expect(JSON.parse(byVariable.stdout)).toMatchObject({ kind: 'review' });
    expect((await runCli(['review', '--min-score', '5'], { cwd, env })).exitCode).toBe(0);
  });

  it.each(['0.99', '10.01', '9.555', 'high', '-3', ''])('refuses %j', async (score) => {
    const run = await runCli(['review', `--min-score=${score}`], { cwd: createProject().root });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('from 1.0 to 10.0');
  });
});

describe('the score of a review', () => {
  const redo = ({ items }: ScoreBreakdown) => {
    const millionths = items.reduce((sum, item) => sum + Math.round(item.penaltyPoints * 1e6), 0);
    const penaltyPoints = millionths / 1e6;
    return { penaltyPoints, score: Math.floor(100 * (1 + 9 * Math.exp(-0.03525 * penaltyPoints))) / 100 };
  };

  it('can be done again from the breakdown, in review and in check', async () => {
    const project = createProject();
    project.checkout('work');
    project.write({
      'src/mixed.ts': nested(5) + complex(23) + complex(9, 'choose'),
      'src/a.ts': complex(13),
    });
    const { report } = await reviewAsJson([], { cwd: project.root });
    for (const { score, scoreBreakdown } of report.files) {
      expect(redo(scoreBreakdown)).toEqual({ penaltyPoints: scoreBreakdown.penaltyPoints, score });
    }
    expect(report.files[0]).toMatchObject({ path: 'src/mixed.ts' });
    const checked = await checkAsJson([], { cwd: project.root });
    for (const file of checked.report.files) {
      const same = report.files.find(({ path: name }) => name === file.path);
      expect(file.scoreBreakdown).toEqual(same?.scoreBreakdown);
      expect(file.newScore).toBe(same?.score);
    }
  });

  it('has no breakdown for a deleted file of check', async () => {
    const project = createProject();
    project.checkout('work');
    project.write({ 'src/a.ts': null });
    const { report } = await checkAsJson([], { cwd: project.root });
    expect(report.files).toMatchObject([{ path: 'src/a.ts', change: 'deleted', scoreBreakdown: null }]);
  });

  it('is shown as a sum with --explain-score', async () => {
    const project = createProject();
    const { stdout } = await runCli(['review', 'src/deep/b.ts', '--explain-score'], { cwd: project.root });
    expect(stdout).toContain(
      [
        '  How the score comes about',
        '    2.00  deep-nested-complexity  dig (line 1)',
        '    ────',
        '    2.00  penalty points',
        '    1 + 9 × e^(−0.03525 × 2.00) = 9.3873',
        '    cut to two decimals: 9.38',
      ].join('\n'),
    );
    const plain = await runCli(['review', 'src/deep/b.ts'], { cwd: project.root });
    expect(plain.stdout).not.toContain('penalty points\n    1 + 9');
  });
});
