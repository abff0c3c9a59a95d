import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { ScoreBreakdown } from '../../src/model/report.ts';
import type { ReviewReport } from '../../src/model/review.ts';
import { cloneLikePipelines, createRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { checkAsJson, reviewAsJson, runCli } from './run-cli.ts';
import { complex, healthy, nested } from './source-code.ts';

/** Scores: `nested(4)` costs 2.0 points (9.38), `complex(12)` 1.08 (9.66). */
function createProject() {
  const repository = createRepository();
  repository.commit('start', {
    'src/a.ts': healthy(),
    'src/deep/b.ts': nested(4),
    'src/deep/c.ts': complex(12),
    'lib/d.js': healthy(),
    'README.md': '# A project\n',
  });
  return repository;
}

const pathsOf = ({ files }: ReviewReport) => files.map((file) => file.path);
const scoresOf = ({ files }: ReviewReport) => files.map((file) => [file.path, file.score]);

describe('review', () => {
  it('scores the whole repository, the worst file first', async () => {
    const { exitCode, report } = await reviewAsJson([], { cwd: createProject().root });

    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      kind: 'review',
      status: 'passed',
      context: { source: null, sourceKind: 'working-tree' },
      profile: { name: 'bare-minimum' },
      gates: [{ gate: 'min-score', status: 'off', conditions: [] }],
      skipped: [],
      warnings: [],
    });
    expect(scoresOf(report)).toEqual([
      ['src/deep/b.ts', 9.38],
      ['src/deep/c.ts', 9.66],
      ['lib/d.js', 10],
      ['src/a.ts', 10],
    ]);
    expect(report.summary).toEqual({
      filesReviewed: 4,
      filesSkipped: 0,
      linesOfCode: 12 + 14 + 3 + 3,
      // (12 · 9.38 + 14 · 9.66 + 6 · 10) / 32 = 9.61875
      score: 9.61,
      bands: { optimal: 2, green: 2, yellow: 0, red: 0 },
      findings: { total: 2, critical: 1, advisory: 1 },
    });
    expect(report.worstFunctions).toMatchObject([
      { path: 'src/deep/b.ts', name: 'dig', line: 1, penaltyPoints: 2, smells: ['deep-nested-complexity'] },
      { path: 'src/deep/c.ts', name: 'decide', line: 1, penaltyPoints: 1.08, smells: ['complex-method'] },
    ]);
    expect(report.files[0]).toMatchObject({
      hotspot: false,
      linesOfCode: 12,
      findings: [{ smell: 'deep-nested-complexity', function: 'dig', measured: 4, limit: 3 }],
      functions: [{ name: 'dig', maxNestingDepth: 4 }],
    });
    expect(report.files[0]?.findings[0]).not.toHaveProperty('changeType');
  });

  it('scores folders and files only, also from a folder inside', async () => {
    const project = createProject();
    const folder = await reviewAsJson(['src/deep'], { cwd: project.root });
    expect(pathsOf(folder.report)).toEqual(['src/deep/b.ts', 'src/deep/c.ts']);
    const file = await reviewAsJson(['src/a.ts', 'lib'], { cwd: project.root });
    expect(pathsOf(file.report)).toEqual(['lib/d.js', 'src/a.ts']);
    const inside = await reviewAsJson(['b.ts', '../a.ts'], { cwd: path.join(project.root, 'src/deep') });
    expect(pathsOf(inside.report)).toEqual(['src/deep/b.ts', 'src/a.ts']);
    const dot = await reviewAsJson(['.'], { cwd: path.join(project.root, 'src') });
    expect(pathsOf(dot.report)).toHaveLength(4 - 1);
  });

  it('counts what is in the working tree: changed and untracked files, without deleted and ignored ones', async () => {
    const project = createProject();
    project.write({
      '.gitignore': 'dist/\n',
      'dist/out.js': nested(6),
      'src/a.ts': nested(5),
      'src/new.ts': complex(20),
      'src/deep/b.ts': null,
    });
    const { report } = await reviewAsJson([], { cwd: project.root });
    expect(scoresOf(report)).toEqual([
      ['src/a.ts', 9.38],
      ['src/new.ts', 9.44],
      ['src/deep/c.ts', 9.66],
      ['lib/d.js', 10],
    ]);
  });

  it('scores any commit, branch or tag with --source, whatever stands in the working tree', async () => {
    const project = createProject();
    const first = project.git('rev-parse', 'HEAD');
    project.git('tag', 'v1');
    project.commit('later', { 'src/a.ts': nested(5), 'src/deep/b.ts': null });
    project.write({ 'src/untracked.ts': nested(6) });
    const { report } = await reviewAsJson(['--source', first.slice(0, 10)], { cwd: project.root });
    expect(report.context).toEqual({ source: first, sourceKind: 'commit' });
    expect(pathsOf(report)).toEqual(['src/deep/b.ts', 'src/deep/c.ts', 'lib/d.js', 'src/a.ts']);
    for (const source of ['v1', 'main~1']) {
      expect((await reviewAsJson(['--source', source], { cwd: project.root })).report).toEqual(report);
    }
    const now = await reviewAsJson(['--source', 'main'], { cwd: project.root });
    expect(pathsOf(now.report)).toEqual(['src/a.ts', 'src/deep/c.ts', 'lib/d.js']);
  });

  it('works before the first commit and where there is no file', async () => {
    const repository = createRepository();
    const empty = await reviewAsJson([], { cwd: repository.root });
    expect(empty.exitCode).toBe(0);
    expect(empty.report.summary).toMatchObject({ filesReviewed: 0, score: null });
    repository.write({ 'src/a.ts': nested(4) });
    expect(scoresOf((await reviewAsJson([], { cwd: repository.root })).report)).toEqual([['src/a.ts', 9.38]]);
  });

  it('reads a file in conflict once, as it stands', async () => {
    const project = createProject();
    project.checkout('other');
    project.commit('theirs', { 'src/a.ts': complex(9) });
    project.checkout('main');
    project.commit('ours', { 'src/a.ts': complex(10) });
    expect(() => project.git('merge', 'other')).toThrow();
    const { exitCode, report } = await reviewAsJson(['src/a.ts'], { cwd: project.root });
    expect(exitCode).toBe(2);
    expect(report.skipped).toMatchObject([{ path: 'src/a.ts', unmeasured: true }]);
  });

  it('keeps odd paths exact in JSON and harmless on a terminal', async () => {
    const repository = createRepository();
    const odd = ['src/[id] & "q".ts', 'src/größe 数.ts', 'src/red\u001b[31m.ts', '-start.ts', ':(top)x.ts'];
    repository.commit('odd', Object.fromEntries(odd.map((name) => [name, nested(4)])));
    const { report } = await reviewAsJson([], { cwd: repository.root });
    expect(pathsOf(report).sort()).toEqual([...odd].sort());
    const { stdout } = await runCli(['review', '--all'], { cwd: repository.root });
    expect(stdout).toContain('src/red\\x1b[31m.ts');
    expect(stdout).not.toContain('\u001b');
    const one = await reviewAsJson(['--', '-start.ts'], { cwd: repository.root });
    expect(pathsOf(one.report)).toEqual(['-start.ts']);
  });
});

describe('review by the rules of selection', () => {
  it('lists what is not measured by rule, and is complete', async () => {
    const project = createProject();
    project.write({
      '.codescene/quality-profile.yml': 'version: 1\nfiles:\n  exclude: ["src/deep/**"]\n',
      'src/binary.ts': Buffer.from([1, 0, 2]),
      'src/lfs.ts': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n',
    });
    symlinkSync('a.ts', path.join(project.root, 'src/link.ts'));
    const { exitCode, report } = await reviewAsJson([], { cwd: project.root });
    expect(exitCode).toBe(0);
    expect(pathsOf(report)).toEqual(['lib/d.js', 'src/a.ts']);
    const reasons = report.skipped.map(({ path: file, reason }) => `${file}: ${reason}`);
    expect(reasons).toEqual([
      'src/binary.ts: binary file',
      'src/deep/b.ts: excluded by the profile\'s pattern "src/deep/**"',
      'src/deep/c.ts: excluded by the profile\'s pattern "src/deep/**"',
      'src/lfs.ts: Git LFS pointer',
      'src/link.ts: symbolic link',
    ]);
    expect(report.summary.filesSkipped).toBe(5);
  });

  it('is incomplete with exit code 2 where a supported file cannot be measured, and 1 where the rest is below', async () => {
    const project = createProject();
    project.write({ 'src/broken.ts': 'export function (\n' });
    const incomplete = await reviewAsJson([], { cwd: project.root });
    expect(incomplete.exitCode).toBe(2);
    expect(incomplete.report.status).toBe('incomplete');
    expect(incomplete.report.skipped).toMatchObject([{ path: 'src/broken.ts', unmeasured: true }]);
    expect(pathsOf(incomplete.report)).toHaveLength(4);
    const reached = await reviewAsJson(['--min-score', '9'], { cwd: project.root });
    expect([reached.exitCode, reached.report.status]).toEqual([2, 'incomplete']);
    const failed = await reviewAsJson(['--min-score', '9.5'], { cwd: project.root });
    expect([failed.exitCode, failed.report.status]).toEqual([1, 'failed']);
  });

  it('accepts such a file with a warning where the profile says so', async () => {
    const project = createProject();
    project.write({
      '.codescene/quality-profile.yml': 'version: 1\nfiles:\n  unmeasured: warn\n',
      'src/broken.ts': 'export function (\n',
    });
    const { exitCode, report } = await reviewAsJson([], { cwd: project.root });
    expect([exitCode, report.status]).toEqual([0, 'passed']);
    expect(report.warnings).toEqual([expect.stringContaining('src/broken.ts could not be measured')]);
  });
});

describe('review --min-score', () => {
  it('passes at the boundary and fails above it, with a condition for each file', async () => {
    const { root: cwd } = createProject();
    const passed = await reviewAsJson(['--min-score', '9.38'], { cwd });
    expect(passed.exitCode).toBe(0);
    expect(passed.report.gates).toEqual([{ gate: 'min-score', status: 'passed', conditions: [] }]);
    const failed = await reviewAsJson(['--min-score', '9.39'], { cwd });
    expect(failed.exitCode).toBe(1);
    expect(failed.report.status).toBe('failed');
    expect(failed.report.gates).toEqual([
      {
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
      },
    ]);
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

describe('the profile of a review', () => {
  const strict = 'version: 1\nrules:\n  complex-method: { max-cyclomatic-complexity: 1 }\n';
  const off = 'version: 1\nrules:\n  deep-nested-complexity: off\n';

  it('stands on the side that is reviewed', async () => {
    const project = createProject();
    project.commit('off', { '.codescene/quality-profile.yml': off });
    project.write({ '.codescene/quality-profile.yml': null });
    const here = await reviewAsJson(['src/deep/b.ts'], { cwd: project.root });
    expect(scoresOf(here.report)).toEqual([['src/deep/b.ts', 9.38]]);
    const there = await reviewAsJson(['--source', 'main', 'src/deep/b.ts'], { cwd: project.root });
    expect(scoresOf(there.report)).toEqual([['src/deep/b.ts', 10]]);
    expect(there.report.profile.origin).toContain('.codescene/quality-profile.yml at main');
  });

  it('is a built-in one or a file where --profile names it', async () => {
    const project = createProject();
    project.write({ 'config/strict.yml': strict });
    const { report } = await reviewAsJson(['--profile', 'config/strict.yml', 'src/a.ts', 'src/deep/b.ts'], {
      cwd: project.root,
    });
    expect(report.files[0]?.findings.map(({ smell }) => smell)).toEqual([
      'complex-method',
      'deep-nested-complexity',
    ]);
    const named = await reviewAsJson(['--profile', 'clean-code-collective'], { cwd: project.root });
    expect(named.report.profile.name).toBe('clean-code-collective');
  });

  it("is the target's in the pipeline of a pull request, whatever is reviewed", async () => {
    const origin = createProject();
    origin.checkout('feature');
    const source = origin.commit('weaken', { '.codescene/quality-profile.yml': off });
    origin.checkout('main');
    const destination = origin.commit('meanwhile', { 'lib/d.js': healthy('plus') });
    const clone = cloneLikePipelines(origin, { branch: 'feature' });
    const env = {
      BITBUCKET_BUILD_NUMBER: '17',
      BITBUCKET_BRANCH: 'feature',
      BITBUCKET_COMMIT: source.slice(0, 12),
      BITBUCKET_PR_ID: '42',
      BITBUCKET_PR_DESTINATION_BRANCH: 'main',
      BITBUCKET_PR_DESTINATION_COMMIT: destination.slice(0, 12),
    };
    for (const args of [[], ['--source', source]]) {
      const { exitCode, report } = await reviewAsJson([...args, '--min-score', '9.5'], {
        cwd: clone.root,
        env,
      });
      expect(exitCode).toBe(1);
      expect(report.profile).toEqual({ name: 'bare-minimum', origin: 'built-in' });
      expect(report.gates[0]?.conditions).toMatchObject([{ path: 'src/deep/b.ts', measured: 9.38 }]);
    }
    const { BITBUCKET_PR_ID: _id, ...branch } = env;
    const ofBranch = await reviewAsJson(['--min-score', '9.5'], { cwd: clone.root, env: branch });
    expect(ofBranch.exitCode).toBe(0);
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

describe('review and its surroundings', () => {
  it('is described by the schema of the result', async () => {
    const project = createProject();
    project.write({ 'src/broken.ts': 'export function (\n' });
    const { stdout: schema } = await runCli(['schema', 'result'], { cwd: project.root });
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(schema));
    const { report } = await reviewAsJson(['--min-score', '9.5'], { cwd: project.root });
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...report, kind: 'other' })).toBe(false);
  });

  it('writes nothing to stderr in a pipe, and the same text twice', async () => {
    const { root: cwd } = createProject();
    const first = await runCli(['review'], { cwd, env: { FORCE_COLOR: '' } });
    expect(first.stderr).toBe('');
    expect(first.stdout).not.toContain('\u001b');
    expect((await runCli(['review'], { cwd })).stdout).toBe(first.stdout);
  });

  it('writes the files asked for', async () => {
    const { root: cwd } = createProject();
    const folder = temporaryFolder();
    const json = path.join(folder, 'review.json');
    const text = path.join(folder, 'review.txt');
    await runCli(['review', '--output', `json=${json}`, '--output', `terminal=${text}`], { cwd });
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ kind: 'review' });
    expect(readFileSync(text, 'utf8')).toMatch(/^✓ REVIEWED {2}4 files scored\n/);
  });

  it.each([
    { args: ['src/dep'], says: 'Did you mean "src/deep"?' },
    { args: ['src/aa.ts'], says: 'Did you mean "src/a.ts"?' },
    {
      args: ['nowhere/at/all.ts'],
      says: 'There is no file or folder "nowhere/at/all.ts" in the working tree.',
    },
    { args: ['node_modules'], says: 'git ignores' },
    { args: ['--source', 'main', 'src/new.ts'], says: 'in main (' },
    { args: ['../outside.ts'], says: 'outside of the repository' },
    { args: ['--source', 'nowhere'], says: '--source "nowhere" names no commit' },
    { args: ['--source=--all'], says: '--source is "--all"' },
    { args: ['--profile', 'bare-minimun'], says: 'Did you mean "bare-minimum"?' },
  ])('ends $args with exit code 2 and says "$says"', async ({ args, says }) => {
    const project = createProject();
    project.write({
      '.gitignore': 'node_modules/\n',
      'node_modules/x.js': healthy(),
      'src/new.ts': healthy(),
    });
    const run = await runCli(['review', ...args], { cwd: project.root });
    expect(run.stderr).toContain(says);
    expect(run.exitCode).toBe(2);
  });
});
