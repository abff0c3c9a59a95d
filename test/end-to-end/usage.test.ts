import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { runCli } from './run-cli.ts';
import { healthy } from './source-code.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function createProject() {
  const repository = createRepository();
  repository.commit('start', { 'src/a.ts': healthy() });
  repository.checkout('work');
  repository.write({ 'src/a.ts': healthy('plus') });
  return repository;
}

describe('usage', () => {
  it('prints version and help and exits with 0', async () => {
    const cwd = temporaryFolder();
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(await runCli(['--version'], { cwd })).toEqual({
      exitCode: 0,
      signal: null,
      stdout: `${version}\n`,
      stderr: '',
    });
    const help = await runCli(['check', '--help'], { cwd });
    expect(help.exitCode).toBe(0);
    expect(help.stdout).toContain('--publish-timeout <seconds>');
  });

  it.each([
    { args: ['chekc'], says: 'Did you mean check?' },
    { args: ['check', '--formt', 'json'], says: 'Did you mean --format?' },
    { args: ['check', '--format', 'xml'], says: 'Allowed choices are' },
    { args: ['check', '--output', 'report.json'], says: '<format>=<path>' },
    { args: ['check', '--publish-timeout', '0'], says: 'number of seconds' },
    { args: ['check', '--pull-request', '-1'], says: 'number from 1' },
    { args: ['check', '--staged', '--source', 'HEAD'], says: 'cannot be used with' },
    { args: ['check', '--target', 'nowhere'], says: 'nowhere' },
    { args: ['check', '--profile', 'bare-minimun'], says: 'Did you mean "bare-minimum"?' },
    { args: ['check', '--profile', './missing.yml'], says: 'missing.yml' },
    { args: ['check', '../outside.ts'], says: 'outside of the repository' },
    { args: ['check', '--output', 'json=missing/folder/report.json'], says: 'could not be written' },
    { args: ['explain', 'complex-methd'], says: 'Did you mean "complex-method"?' },
    { args: ['profile', 'show', 'bare-minimun'], says: 'Did you mean "bare-minimum"?' },
    { args: ['profile', 'validate', 'missing.yml'], says: 'missing.yml' },
    { args: ['schema', 'reslt'], says: 'Allowed choices are profile, result' },
  ])('ends $args with exit code 2 and says "$says"', async ({ args, says }) => {
    const run = await runCli(args, { cwd: createProject().root });
    expect(run.stderr).toContain(says);
    expect(run.exitCode).toBe(2);
  });

  it.each([
    { env: { CODESCENE_PR_FORMAT: 'xml' }, says: 'CODESCENE_PR_FORMAT' },
    { env: { CODESCENE_PR_STAGED: 'maybe' }, says: 'neither on nor off' },
    { env: { CODESCENE_PR_PUBLISH: '1', CODESCENE_PR_NO_PUBLISH: '1' }, says: 'contradict' },
  ])('refuses $env', async ({ env, says }) => {
    const run = await runCli(['check'], { cwd: createProject().root, env });
    expect(run.stderr).toContain(says);
    expect(run.exitCode).toBe(2);
  });

  it('says where a profile is wrong and what would be right', async () => {
    const project = createProject();
    project.write({ '.codescene/quality-profile.yml': 'version: 1\nrules:\n  complex-methd: off\n' });
    const run = await runCli(['check'], { cwd: project.root });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('.codescene/quality-profile.yml:3:3');
    expect(run.stderr).toContain('complex-method');
  });

  it('gives an error as JSON on stdout under --format json', async () => {
    const run = await runCli(['check', '--format', 'json', '--target', 'nowhere'], {
      cwd: createProject().root,
    });
    expect(run.exitCode).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({ status: 'error', error: { code: 'CSPR_GIT' } });
  });

  it.each(['profile', 'result'])('prints the schema of the %s', async (name) => {
    const run = await runCli(['schema', name], { cwd: temporaryFolder() });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject(
      name === 'profile'
        ? { properties: { gates: {} } }
        : { anyOf: [{ properties: { files: {} } }, { properties: { kind: { const: 'review' } } }] },
    );
  });

  it('explains a smell by its id and by its name, and lists all', async () => {
    const cwd = temporaryFolder();
    const byId = await runCli(['explain', 'bumpy-road-ahead'], { cwd });
    const byName = await runCli(['explain', 'Bumpy Road Ahead'], { cwd });
    expect(byId).toEqual(byName);
    expect(byId.stdout).toContain('max-bumps: 1');
    const list = await runCli(['explain'], { cwd });
    expect(list.stdout).toContain('deep-nested-complexity');
  });

  it('shows where every value of a profile comes from', async () => {
    const project = createProject();
    project.write({
      '.codescene/quality-profile.yml': 'version: 1\nrules:\n  large-method: { weight: 0.5 }\n',
    });
    const shown = await runCli(['profile', 'show'], { cwd: project.root });
    expect(shown.exitCode).toBe(0);
    expect(shown.stdout).toMatch(/large-method\.weight: 0\.5 +# \.codescene\/quality-profile\.yml:3/);
    expect((await runCli(['profile', 'validate'], { cwd: project.root })).stdout).toContain(
      'no problem found',
    );
    expect((await runCli(['profile', 'list'], { cwd: project.root })).stdout).toContain('the-extra-mile');
  });

  it('says that a folder is no repository, and that git is missing', async () => {
    const outside = await runCli(['check'], { cwd: temporaryFolder() });
    expect(outside.exitCode).toBe(2);
    expect(outside.stderr).toContain('not a git repository');
    const without = await runCli(['check'], { cwd: createProject().root, env: { PATH: temporaryFolder() } });
    expect(without.exitCode).toBe(2);
    expect(without.stderr).toMatch(/git.*not (found|installed)/i);
  });
});

describe('the built command line', () => {
  const dist = path.join(root, 'dist');

  /** Everything that is loaded before a command decides what else it needs. */
  function staticGraph(file: string, seen = new Set<string>()): Set<string> {
    if (seen.has(file)) return seen;
    seen.add(file);
    const text = readFileSync(path.join(dist, file), 'utf8');
    for (const [, specifier = ''] of text.matchAll(
      /(?:^|[;}\s])(?:import|export)[^;'"()]*?["'](\.\/[\w-]+\.js)["']/g,
    )) {
      staticGraph(path.normalize(specifier), seen);
    }
    return seen;
  }

  it('needs nothing but itself', async () => {
    const folder = temporaryFolder();
    for (const part of ['bin', 'dist', 'package.json']) {
      cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
    }
    const run = await runCli(['check'], {
      cwd: createProject().root,
      cli: path.join(folder, 'bin/codescene-pr.js'),
    });
    expect(run.stderr).toBe('');
    expect(run.exitCode).toBe(0);
  });

  it('loads neither the compiler nor the HTTP client for --help', () => {
    const texts = [...staticGraph('cli.js')].map((file) => readFileSync(path.join(dist, file), 'utf8'));
    expect(texts.join('').length).toBeLessThan(150_000);
    expect(texts.some((text) => text.includes('compiler.cjs'))).toBe(false);
    expect(texts.some((text) => text.includes('cacheable'))).toBe(false);
  });
});
