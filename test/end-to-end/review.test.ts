import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReviewReport } from '../../src/model/review.ts';
import { createRepository } from '../helpers/create-repository.ts';
import { createProject, scoresOf } from './reviewed-project.ts';
import { reviewAsJson, runCli } from './run-cli.ts';
import { complex, nested } from './source-code.ts';

const pathsOf = ({ files }: ReviewReport) => files.map((file) => file.path);

describe('review', () => {
  it('scores the whole repository, the worst file first', async () => {
    const { exitCode, report } = await reviewAsJson([], { cwd: createProject().root });

    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      kind: 'review',
      status: 'passed',
      context: { source: null, sourceKind: 'working-tree' },
      profile: { name: 'bare-minimum' },
      gates: [
        { gate: 'min-score', status: 'off', conditions: [] },
        { gate: 'ratchet', status: 'off', conditions: [] },
      ],
      ratchet: null,
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
