import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createProject,
  gates,
  gatesPath,
  profilePath,
  rules,
  rulesPath,
  warning,
} from './codescene-project.ts';
import { checkAsJson, runCli } from './run-cli.ts';
import { complex, nested } from './source-code.ts';

describe('profile show', () => {
  it("shows the lines of CodeScene's own files that values come from", async () => {
    const project = createProject({ [rulesPath]: rules, [gatesPath]: gates });
    for (const args of [[], ['codescene-files'], [rulesPath]]) {
      const { exitCode, stdout, stderr } = await runCli(['profile', 'show', ...args], { cwd: project.root });
      expect(exitCode).toBe(0);
      expect(stderr).toBe(`Warning: ${warning}\n`);
      expect(stdout).toMatch(
        /^rules\.complex-method\.max-cyclomatic-complexity: 4 +# \.codescene\/code-health-rules\.json:11$/m,
      );
      expect(stdout).toMatch(
        /^overrides\[0\]\.rules\.deep-nested-complexity\.enabled: false +# \.codescene\/code-health-rules\.json:6$/m,
      );
      expect(stdout).toMatch(
        /^overrides\[0\]\.rules\.complex-method\.max-cyclomatic-complexity: 8 +# \.codescene\/code-health-rules\.json:4$/m,
      );
      expect(stdout).toMatch(
        /^gates\.new-code-health: min-score: 10 +# \.codescene\/custom-quality-gates\.json:3$/m,
      );
    }
  });
});

describe('profile import', () => {
  it('prints a profile that does the same', async () => {
    const project = createProject({ [rulesPath]: rules, [gatesPath]: gates });
    project.write({ 'legacy/a.ts': nested(4), 'src/a.ts': complex(5) });
    const before = await checkAsJson(['--target', 'main'], { cwd: project.root });

    const run = await runCli(['profile', 'import'], { cwd: project.root });

    expect(run.exitCode).toBe(0);
    expect(run.stderr).toBe(`Warning: ${warning}\n`);
    expect(run.stdout).toContain(`# What could not be taken over:\n# - ${warning}\n`);
    project.write({ [profilePath]: run.stdout });
    const after = await checkAsJson(['--target', 'main'], { cwd: project.root });
    expect(after.report.profile.name).toBe('quality-profile');
    expect(after.report.files).toEqual(before.report.files);
    expect(after.report.gates).toEqual(before.report.gates);
  });

  it('writes a file, and overwrites one with --force alone', async () => {
    const project = createProject({ [rulesPath]: rules });
    const cwd = path.join(project.root, '.codescene');
    const written = path.join(project.root, profilePath);
    const args = ['profile', 'import', '--output', 'quality-profile.yml'];

    const first = await runCli(args, { cwd });
    expect(first).toMatchObject({ exitCode: 0, stdout: '' });
    expect(first.stderr).toContain(`Wrote ${written}, made of ${rulesPath}.`);
    const text = readFileSync(written, 'utf8');
    expect(text).toContain('complex-method: { max-cyclomatic-complexity: 4 }');

    project.write({ [profilePath]: 'version: 1\n' });
    const second = await runCli(args, { cwd });
    expect(second.exitCode).toBe(2);
    expect(second.stderr).toMatch(/quality-profile\.yml exists already\.[\s\S]*--force/);
    expect(readFileSync(written, 'utf8')).toBe('version: 1\n');

    expect((await runCli([...args, '--force'], { cwd })).exitCode).toBe(0);
    expect(readFileSync(written, 'utf8')).toBe(text);
  });

  it('takes a link that leads nowhere for a file that exists', async () => {
    const project = createProject({ [rulesPath]: rules });
    const elsewhere = path.join(project.root, 'elsewhere.yml');
    symlinkSync(elsewhere, path.join(project.root, 'profile.yml'));
    const run = await runCli(['profile', 'import', '--output', 'profile.yml'], { cwd: project.root });
    expect(run.exitCode).toBe(2);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it.each([
    {
      given: 'no files of CodeScene',
      files: {},
      args: [],
      says: `There is no ${rulesPath} and no ${gatesPath}`,
    },
    { given: 'broken ones', files: { [gatesPath]: '[]' }, args: [], says: `${gatesPath}:1:1` },
    {
      given: 'a folder that is missing',
      files: { [rulesPath]: rules },
      args: ['--output', 'missing/profile.yml'],
      says: 'could not be written',
    },
  ])('exits with 2 for $given', async ({ files, args, says }) => {
    const project = createProject(files);
    const run = await runCli(['profile', 'import', ...args], { cwd: project.root });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(says);
  });
});
