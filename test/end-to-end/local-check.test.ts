import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { createRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { checkAsJson, runCli } from './run-cli.ts';
import { complex, healthy, nested } from './source-code.ts';

function createProject() {
  const repository = createRepository();
  repository.commit('start', { 'src/a.ts': healthy(), 'src/b.ts': nested(4) });
  repository.checkout('work');
  return repository;
}

describe('check on a laptop', () => {
  it('judges the working tree with untracked files against the default branch', async () => {
    const project = createProject();
    project.write({ 'src/a.ts': complex(12), 'src/new.ts': nested(5) });

    const { exitCode, report } = await checkAsJson([], { cwd: project.root });

    expect(exitCode).toBe(1);
    expect(report.status).toBe('failed');
    expect(report.context).toMatchObject({ source: null, sourceKind: 'working-tree', pullRequest: null });
    expect(report.files.map(({ path: file, change, oldScore }) => [file, change, oldScore])).toEqual([
      ['src/a.ts', 'modified', 10],
      ['src/new.ts', 'added', null],
    ]);
    expect(report.files[0]?.findings).toMatchObject([
      {
        smell: 'complex-method',
        changeType: 'introduced',
        function: 'decide',
        line: 1,
        measured: 12,
        limit: 8,
      },
    ]);
    expect(report.files[0]?.functions).toMatchObject([
      { name: 'decide', line: 1, cyclomaticComplexity: 12, linesOfCode: 14, parameters: 1 },
    ]);
  });

  it('leaves ignored files alone', async () => {
    const project = createProject();
    project.write({ '.gitignore': 'generated/\n', 'generated/deep.ts': nested(6) });
    const { exitCode, report } = await checkAsJson([], { cwd: project.root });
    expect(exitCode).toBe(0);
    expect(report.files).toEqual([]);
  });

  it('judges the index alone with --staged', async () => {
    const project = createProject();
    project.write({ 'src/a.ts': nested(4, 'staged') });
    project.git('add', '--all');
    project.write({ 'src/a.ts': healthy(), 'src/untracked.ts': nested(5) });

    const { exitCode, report } = await checkAsJson(['--staged'], { cwd: project.root });

    expect(exitCode).toBe(1);
    expect(report.context.sourceKind).toBe('index');
    expect(report.files.map(({ path: file }) => file)).toEqual(['src/a.ts']);
    expect(report.files[0]?.findings.map(({ function: name }) => name)).toContain('staged');
  });

  it('judges a commit with --source and --target', async () => {
    const project = createProject();
    const first = project.commit('deep', { 'src/a.ts': nested(4) });
    project.commit('back', { 'src/a.ts': healthy() });

    const worse = await checkAsJson(['--target', 'main', '--source', first], { cwd: project.root });
    const better = await checkAsJson(['--target', first, '--source', 'work'], { cwd: project.root });

    expect(worse.exitCode).toBe(1);
    expect(worse.report.context.source).toBe(first);
    expect(better.exitCode).toBe(0);
    expect(better.report.summary.findings).toMatchObject({ introduced: 0, fixed: 1 });
  });

  it('does not blame the branch for what the target did since', async () => {
    const project = createProject();
    project.commit('mine', { 'src/mine.ts': healthy('mine') });
    project.checkout('main');
    project.commit('theirs', { 'src/a.ts': nested(5), 'src/theirs.ts': nested(5) });
    project.checkout('work');

    const { exitCode, report } = await checkAsJson([], { cwd: project.root });

    expect(exitCode).toBe(0);
    expect(report.files.map(({ path: file }) => file)).toEqual(['src/mine.ts']);
  });

  it('follows a file and a function through renames', async () => {
    const project = createProject();
    project.git('mv', 'src/b.ts', 'src/renamed.ts');
    const text = readFileSync(path.join(project.root, 'src/renamed.ts'), 'utf8').replace('dig', 'burrow');
    project.commit('rename', { 'src/renamed.ts': text });

    const { exitCode, report } = await checkAsJson([], { cwd: project.root });

    expect(exitCode).toBe(0);
    expect(report.files).toMatchObject([
      { path: 'src/renamed.ts', oldPath: 'src/b.ts', change: 'renamed', findings: [] },
    ]);
  });

  it('checks only the paths that are named', async () => {
    const project = createProject();
    project.write({ 'src/a.ts': nested(5), 'lib/c.ts': healthy() });
    const { exitCode, report } = await checkAsJson(['lib'], { cwd: project.root });
    expect(exitCode).toBe(0);
    expect(report.files.map(({ path: file }) => file)).toEqual(['lib/c.ts']);
  });

  it('never calls a broken file healthy', async () => {
    const project = createProject();
    project.write({ 'src/a.ts': 'export function broken( {\n  return 1;\n' });

    const strict = await checkAsJson([], { cwd: project.root });
    expect(strict.exitCode).toBe(2);
    expect(strict.report.status).toBe('incomplete');
    expect(strict.report.skipped).toMatchObject([{ path: 'src/a.ts', unmeasured: true }]);

    project.write({ '.codescene/quality-profile.yml': 'version: 1\nfiles: { unmeasured: warn }\n' });
    const tolerant = await checkAsJson([], { cwd: project.root });
    expect(tolerant.exitCode).toBe(0);
    expect(tolerant.report.warnings.join('\n')).toContain('src/a.ts');
  });

  it('keeps exit code 1 where the rest of an incomplete run violates the gate', async () => {
    const project = createProject();
    project.write({ 'src/a.ts': 'export function broken( {', 'src/deep.ts': nested(5) });
    expect((await runCli(['check'], { cwd: project.root })).exitCode).toBe(1);
  });

  it('shows a violation and exits with 0 under --no-fail', async () => {
    const project = createProject();
    project.write({ 'src/a.ts': nested(5) });
    const run = await runCli(['check', '--no-fail'], { cwd: project.root });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('FAILED');
  });

  it('writes further reports to files', async () => {
    const project = createProject();
    project.write({ 'src/a.ts': nested(5) });
    const file = path.join(temporaryFolder(), 'report.json');
    const run = await runCli(['check', '--output', `json=${file}`], { cwd: project.root });
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schemaVersion: 1, status: 'failed' });
  });

  it('gives the same bytes from run to run', async () => {
    const project = createProject();
    project.write({ 'src/a.ts': complex(15), 'src/z.ts': nested(5), 'src/c.ts': healthy() });
    const [first, second] = [
      await runCli(['check', '--format', 'json'], { cwd: project.root }),
      await runCli(['check', '--format', 'json'], {
        cwd: project.root,
        env: { LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' },
      }),
    ];
    expect(second.stdout).toBe(first.stdout);
  });

  it('lets the environment set what no flag sets', async () => {
    const project = createProject();
    project.write({ 'src/a.ts': nested(5) });
    const env = { CODESCENE_PR_FORMAT: 'json', CODESCENE_PR_NO_FAIL: 'yes' };
    const both = await runCli(['check'], { cwd: project.root, env });
    expect(both.exitCode).toBe(0);
    expect(JSON.parse(both.stdout)).toMatchObject({ status: 'failed' });
    const flag = await runCli(['check', '--format', 'terminal'], { cwd: project.root, env });
    expect(flag.stdout).toContain('FAILED');
  });

  it('judges a file as new whose old side is broken, and says so', async () => {
    const project = createRepository();
    project.commit('start', { 'src/a.ts': 'export function broken( {', 'src/b.ts': healthy() });
    project.checkout('work');
    project.commit('mend', { 'src/a.ts': healthy() });
    const { exitCode, report } = await checkAsJson([], { cwd: project.root });
    expect(exitCode).toBe(0);
    expect(report.files).toMatchObject([{ path: 'src/a.ts', oldScore: null, newScore: 10 }]);
    expect(report.warnings.join()).toContain('src/a.ts is judged as new');
  });

  it('lists what is left out by rule with its reason, and is complete all the same', async () => {
    const project = createProject();
    project.write({
      'src/types.d.ts': 'export declare const a: number;\n',
      'src/binary.ts': Buffer.from([0, 1, 2, 3, 0]),
      'src/large.ts': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12\n`,
      'notes.md': '# Notes\n',
    });
    symlinkSync('a.ts', path.join(project.root, 'src/link.ts'));
    const { exitCode, report } = await checkAsJson([], { cwd: project.root });
    expect(exitCode).toBe(0);
    expect(report.skipped.map(({ path: file }) => file)).toEqual([
      'src/binary.ts',
      'src/large.ts',
      'src/link.ts',
      'src/types.d.ts',
    ]);
    expect(report.skipped.every(({ reason, unmeasured }) => reason !== '' && !unmeasured)).toBe(true);
    expect(report.summary).toMatchObject({ filesChanged: 5, filesAnalyzed: 0, filesSkipped: 4 });
  });

  it('lists a deleted file without judging it', async () => {
    const project = createProject();
    project.write({ 'src/b.ts': null });
    const { exitCode, report } = await checkAsJson([], { cwd: project.root });
    expect(exitCode).toBe(0);
    expect(report.files).toMatchObject([
      { path: 'src/b.ts', change: 'deleted', newScore: null, findings: [] },
    ]);
  });

  it('prints a result that its own schema describes', async () => {
    const project = createProject();
    project.write({ 'src/a.ts': nested(5), 'src/b.ts': null, 'src/c.ts': 'broken(', 'src/d.d.ts': '' });
    const { stdout: schema } = await runCli(['schema', 'result'], { cwd: project.root });
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema));
    const { report } = await checkAsJson([], { cwd: project.root });
    expect(validate(report) || validate.errors).toBe(true);
  });

  it('never shows a control character of a path or a name', async () => {
    const project = createProject();
    project.write({ 'src/\u001b[31mred\u202e.ts': nested(5) });
    for (const format of ['terminal', 'json']) {
      const { stdout } = await runCli(['check', '--format', format], { cwd: project.root });
      expect(stdout).toContain('red');
      expect(stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    }
  });
});
