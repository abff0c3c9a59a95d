import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { runCli } from './run-cli.ts';
import { complex, healthy, nested } from './source-code.ts';

function createProject() {
  const repository = createRepository();
  // nested(4) takes the lines 1 to 12, healthy() 13 to 15.
  repository.commit('start', { 'src/a.ts': nested(4) + healthy(), 'README.md': '# A project\n' });
  return repository;
}

const explain = async (args: readonly string[], cwd: string, env = {}) =>
  runCli(['explain', ...args], { cwd, env });

describe('explain path:line', () => {
  it('says what stands there, what it costs and what to do', async () => {
    const { stdout, stderr, exitCode } = await explain(['src/a.ts:7'], createProject().root);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('src/a.ts:7  9.38 (green)\n  in dig, lines 1 to 12: cyclomatic complexity 5, ');
    expect(stdout).toContain('Deep, Nested Complexity (deep-nested-complexity, critical)\n');
    expect(stdout).toContain('    lines 1 to 12: measured 4, limit 3; costs 2.00 penalty points\n');
    expect(stdout).toContain('  What to do: ');
  });

  it("says plainly that nothing is found, with the function's numbers", async () => {
    const { stdout, exitCode } = await explain(['src/a.ts:14'], createProject().root);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('in add, lines 13 to 15: cyclomatic complexity 1, 3 lines of code');
    expect(stdout).toMatch(/\nNothing is found here\.\n$/);
  });

  it('explains a whole file, and takes what editors print', async () => {
    const { root } = createProject();
    const whole = await explain(['src/a.ts'], root);
    expect(whole.stdout).toMatch(/^src\/a\.ts {2}9\.38 \(green\)\n {2}2 functions\n/);
    const column = await explain(['a.ts:7:3'], path.join(root, 'src'));
    expect(column.stdout).toContain('src/a.ts:7  9.38');
    const absolute = await explain([path.join(root, 'src/a.ts:7')], root);
    expect(absolute.stdout).toBe(column.stdout);
  });

  it('reads the working tree, or any commit with --source', async () => {
    const project = createProject();
    project.commit('gone', { 'src/a.ts': null, 'src/b.ts': healthy() });
    project.write({ 'src/b.ts': complex(12), 'src/untracked.ts': nested(5) });
    expect((await explain(['src/b.ts:2'], project.root)).stdout).toContain('(complex-method, advisory)');
    expect((await explain(['src/untracked.ts:2'], project.root)).stdout).toContain('measured 5, limit 3');
    const now = await explain(['src/b.ts:2', '--source', 'main'], project.root);
    expect(now.stdout).toContain('Nothing is found here.');
    const before = await explain(['src/a.ts:7', '--source', 'main~1'], project.root);
    expect(before.stdout).toContain('read from main~1 (');
    expect(before.stdout).toContain('measured 4, limit 3');
  });

  it('judges by the profile that review takes, and says where it excludes the file', async () => {
    const project = createProject();
    project.write({
      '.codescene/quality-profile.yml':
        'version: 1\nrules:\n  deep-nested-complexity: { max-nesting-depth: 4 }\nfiles:\n  exclude: ["src/**"]\n',
    });
    const { stdout } = await explain(['src/a.ts:7'], project.root);
    expect(stdout).toContain('Nothing is found here.');
    expect(stdout).toContain('excluded by the profile\'s pattern "src/**"');
    const builtIn = await explain(['src/a.ts:7', '--profile', 'bare-minimum'], project.root);
    expect(builtIn.stdout).toContain('measured 4, limit 3');
    const byVariable = await explain(['src/a.ts:7'], project.root, {
      CODESCENE_PR_PROFILE: 'bare-minimum',
    });
    expect(byVariable.stdout).toBe(builtIn.stdout);
  });

  it('shows findings of the file apart', async () => {
    const project = createProject();
    const conditions = Array.from(
      { length: 10 },
      (_, at) => `if (process.argv[${at}]) console.log(${at});\n`,
    );
    project.write({ 'src/a.ts': nested(4) + conditions.join('') });
    const { stdout } = await explain(['src/a.ts:13'], project.root);
    expect(stdout).toContain('outside of every function');
    expect(stdout).toContain('Nothing is found here.\n\nIn the file as a whole\n\nGlobal Conditionals (');
  });

  it('makes what is invisible in a path or a name visible', async () => {
    const project = createProject();
    project.write({ 'src/\u001b[2Jx.ts': nested(4) });
    const { stdout } = await explain(['src/\u001b[2Jx.ts:3'], project.root);
    expect(stdout).toContain('src/\\x1b[2Jx.ts:3');
    expect(stdout).not.toContain('\u001b');
  });

  it.each([
    { args: ['complex-methd'], says: 'Did you mean "complex-method"?' },
    { args: ['src/a.ts:99'], says: '"src/a.ts" has no line 99.' },
    { args: ['src/a.ts:0'], says: '"src/a.ts" has no line 0.' },
    { args: ['src/aa.ts:3'], says: 'Did you mean "src/a.ts"?' },
    { args: ['src/aa.ts'], says: 'There is no file or folder "src/aa.ts" in the working tree.' },
    { args: ['src'], says: '"src" is no regular file.' },
    { args: ['.'], says: 'The repository itself is no regular file.' },
    { args: ['README.md'], says: 'of a type that is not measured' },
    { args: ['README.md:1'], says: 'of a type that is not measured' },
    { args: ['broken.ts:1'], says: '"broken.ts" cannot be measured.' },
    { args: ['binary.ts:1'], says: 'Reason: binary file' },
    { args: ['../a.ts:1'], says: 'outside of the repository' },
    { args: ['C:\\work\\a.ts:1'], says: 'There is no file or folder' },
    { args: ['src/a.ts:1', '--source', 'nowhere'], says: 'names no commit' },
    { args: ['new.ts:1', '--source', 'main'], says: 'in main (' },
  ])('ends $args with exit code 2 and says "$says"', async ({ args, says }) => {
    const project = createProject();
    project.write({
      'broken.ts': 'export function (\n',
      'binary.ts': Buffer.from([0, 1]),
      'new.ts': healthy(),
    });
    const run = await explain(args, project.root);
    expect(run.stderr).toContain(says);
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
  });

  it('takes a known smell for a smell, and needs no repository for it', async () => {
    const project = createProject();
    project.write({ 'complex-method': 'a file\n' });
    expect((await explain(['complex-method'], project.root)).stdout).toMatch(/^Complex Method \(/);
    expect((await explain(['complex-method:1'], project.root)).stderr).toContain('not measured');
    const nowhere = temporaryFolder();
    expect((await explain(['Complex Method'], nowhere)).exitCode).toBe(0);
    expect((await explain(['complex-methd'], nowhere)).stderr).toContain('Did you mean');
    expect((await explain(['a.ts:1'], nowhere)).stderr).toContain('repository');
  });
});
