import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CoverageFormat } from '../../src/coverage/coverage-report.ts';
import type { Report } from '../../src/model/report.ts';
import { coverageWriters } from '../coverage/write-coverage.ts';
import { createRepository, type TestRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { checkAsJson, runCli } from './run-cli.ts';

/** So many lines that can be executed. */
const lines = (count: number, word = 'v') =>
  Array.from({ length: count }, (_, index) => `export const ${word}${index} = ${index};\n`).join('');

const profile = '.codescene/quality-profile.yml';
const gate = (settings = 'on') => `version: 1\ngates: { coverage: ${settings} }\n`;

/** A repository with `src/a.ts` of five lines and the gate on, and a branch for the work. */
function createProject(files: Readonly<Record<string, string>> = {}): TestRepository {
  const repository = createRepository();
  repository.commit('start', {
    '.gitignore': 'coverage/\n*.info\n',
    [profile]: gate(),
    'src/a.ts': lines(5),
    ...files,
  });
  repository.checkout('work');
  return repository;
}

/** Which of the first lines are covered, of how many. */
const hits = (covered: number, count: number) =>
  new Map(Array.from({ length: count }, (_, index) => [index + 1, index < covered] as const));

const lcov = (files: Readonly<Record<string, ReadonlyMap<number, boolean>>>) =>
  coverageWriters.lcov(Object.entries(files));

const gateOf = (report: Report) => report.gates.find(({ gate }) => gate === 'coverage');

describe.each(Object.keys(coverageWriters) as CoverageFormat[])('check --coverage with %s', (format) => {
  it.each([
    ['holds at the limit', 8, 10, 0, 'passed'],
    ['is violated below it', 7, 10, 1, 'failed'],
    ['does not judge few lines', 0, 9, 0, 'not-applicable'],
  ] as const)('%s', async (_, covered, count, exitCode, status) => {
    const project = createProject();
    const text = coverageWriters[format]([['src/new.ts', hits(covered, count)]]);
    project.write({ 'src/new.ts': lines(count), 'coverage/report': text });
    const run = await checkAsJson(['--coverage', 'coverage/report'], { cwd: project.root });
    expect([run.exitCode, gateOf(run.report)?.status]).toEqual([exitCode, status]);
    expect(run.report.files[0]?.coverage).toEqual({
      executableLines: count,
      coveredLines: covered,
      uncovered: [{ line: covered + 1, endLine: count }],
    });
    expect(run.report.warnings).toEqual([]);
  });
});

describe('the lines that coverage is asked of', () => {
  /** Lines 6 to 15 are staged, 16 to 25 are only in the working tree; 26 to 45 are committed. */
  function createStages() {
    const project = createProject();
    const committed = project.commit('commit', { 'src/a.ts': lines(5) + lines(20, 'c') });
    project.write({ 'src/a.ts': lines(5) + lines(10, 's') + lines(20, 'c') });
    project.git('add', 'src/a.ts');
    project.write({ 'src/a.ts': lines(5) + lines(10, 's') + lines(10, 'w') + lines(20, 'c') });
    return { project, committed };
  }

  it.each([
    ['the commit', (committed: string) => ['--source', committed], 20, [6, 25]],
    ['the index', () => ['--staged'], 30, [6, 35]],
    ['the working tree', () => [], 40, [6, 45]],
  ] as const)('are those of %s', async (_, argumentsFor, executableLines, [line, endLine]) => {
    const { project, committed } = createStages();
    project.write({ 'lcov.info': lcov({ 'src/a.ts': hits(0, 45) }) });
    const args = [...argumentsFor(committed), '--coverage', 'lcov.info'];
    const { exitCode, report } = await checkAsJson(args, { cwd: project.root });
    expect(exitCode).toBe(1);
    expect(report.files[0]?.coverage).toEqual({
      executableLines,
      coveredLines: 0,
      uncovered: [{ line, endLine }],
    });
    expect(gateOf(report)?.conditions).toMatchObject([{ path: 'src/a.ts', line, measured: 0, limit: 80 }]);
  });

  it('are those that a renamed file has more than before, and none of a deleted one', async () => {
    const project = createProject({ 'src/gone.ts': lines(9, 'g') });
    project.write({
      'src/a.ts': null,
      'lib/b.ts': lines(5) + lines(1, 'm'),
      'src/gone.ts': null,
      'lcov.info': lcov({ 'lib/b.ts': hits(5, 6), 'src/gone.ts': hits(0, 9) }),
    });
    const { report } = await checkAsJson(['--coverage', 'lcov.info'], { cwd: project.root });
    expect(report.files.map(({ path: file, change, coverage }) => [file, change, coverage])).toEqual([
      ['lib/b.ts', 'renamed', { executableLines: 1, coveredLines: 0, uncovered: [{ line: 6, endLine: 6 }] }],
      ['src/gone.ts', 'deleted', null],
    ]);
  });

  it('stay known where the change calls its files binary', async () => {
    const project = createProject();
    project.write({
      '.gitattributes': '*.ts -diff\n',
      'src/a.ts': lines(25),
      'lcov.info': lcov({ 'src/a.ts': hits(5, 25) }),
    });
    const { exitCode, report } = await checkAsJson(['--coverage', 'lcov.info'], { cwd: project.root });
    expect([exitCode, report.files[0]?.coverage?.executableLines]).toEqual([1, 20]);
  });
});

describe('the paths of coverage files', () => {
  const monorepo = () =>
    createProject({
      'packages/api/src/x.ts': lines(2),
      'packages/web/src/x.ts': lines(2),
      'src/x.ts': lines(2),
    });

  it.each([
    ['absolute here', (root: string) => `${root}/packages/web/src/x.ts`, 'lcov.info'],
    ['absolute in a container', () => '/app/packages/web/src/x.ts', 'lcov.info'],
    ['absolute on Windows', () => 'C:\\build\\packages\\web\\src\\x.ts', 'lcov.info'],
    ['relative to the root', () => 'packages/web/src/x.ts', 'lcov.info'],
    ['relative to the package', () => 'src/x.ts', 'packages/web/coverage/lcov.info'],
  ])('may be %s', async (_, pathIn, file) => {
    const project = monorepo();
    const written = { [pathIn(project.root)]: hits(0, 20) };
    project.write({ 'packages/web/src/x.ts': lines(20), [file]: lcov(written) });
    const { exitCode, report } = await checkAsJson(['--coverage', file], { cwd: project.root });
    expect(exitCode).toBe(1);
    expect(gateOf(report)?.conditions.map((each) => each.path)).toEqual(['packages/web/src/x.ts']);
  });

  it('count for none where they can be several files, which is said', async () => {
    const project = monorepo();
    project.write({
      'packages/web/src/x.ts': lines(20),
      'lcov.info': lcov({ '/app/src/x.ts': hits(0, 20) }),
    });
    const { exitCode, report } = await checkAsJson(['--coverage', 'lcov.info'], { cwd: project.root });
    expect([exitCode, gateOf(report)?.status]).toEqual([0, 'not-applicable']);
    expect(report.warnings).toEqual([
      'The coverage file lcov.info names /app/src/x.ts, which can be any of packages/api/src/x.ts, packages/web/src/x.ts, src/x.ts: it counts for none. Write it with paths from the root of the repository.',
      '1 changed file is in no coverage file, so that the gate coverage says nothing about packages/web/src/x.ts.',
    ]);
  });

  it('may be of another repository, which is said', async () => {
    const project = createProject();
    project.write({ 'src/a.ts': lines(20), 'lcov.info': lcov({ 'shop/cart.py': hits(1, 2) }) });
    const { report } = await checkAsJson(['--coverage', 'lcov.info'], { cwd: project.root });
    expect(report.warnings[0]).toContain('there it is shop/cart.py, here it is src/a.ts');
  });

  it('are relative to the folder of the command, in a list of the environment too', async () => {
    const project = createProject();
    project.write({
      'src/a.ts': lines(15),
      'src/unit.info': lcov({
        'src/a.ts': new Map([
          [6, true],
          [7, false],
        ]),
      }),
      'src/e2e.info': lcov({
        'src/a.ts': new Map([
          [6, false],
          [7, true],
          [8, false],
        ]),
      }),
    });
    const cwd = path.join(project.root, 'src');
    const byOption = await checkAsJson(['--coverage', 'unit.info', '--coverage', 'e2e.info'], { cwd });
    const byVariable = await checkAsJson([], { cwd, env: { CODESCENE_PR_COVERAGE: 'unit.info, e2e.info' } });
    for (const { report } of [byOption, byVariable]) {
      expect(report.files[0]?.coverage).toEqual({
        executableLines: 3,
        coveredLines: 2,
        uncovered: [{ line: 8, endLine: 8 }],
      });
    }
  });
});

describe('the profile', () => {
  it('may want more or fewer lines, and leave files out', async () => {
    const project = createProject({
      [profile]: `${gate('{ min-new-and-changed-lines: 50, min-executable-lines: 4 }')}overrides:\n  - { files: "scripts/**", gates: { coverage: off } }\n`,
    });
    project.write({
      'src/new.ts': lines(4),
      'scripts/run.ts': lines(90),
      'lcov.info': lcov({ 'src/new.ts': hits(2, 4), 'scripts/run.ts': hits(0, 90) }),
    });
    const half = await checkAsJson(['--coverage', 'lcov.info'], { cwd: project.root });
    expect(gateOf(half.report)?.status).toBe('passed');
    project.write({ 'lcov.info': lcov({ 'src/new.ts': hits(1, 4) }) });
    const less = await checkAsJson(['--coverage', 'lcov.info'], { cwd: project.root });
    expect(gateOf(less.report)).toMatchObject({
      status: 'failed',
      conditions: [{ measured: 25, limit: 50 }],
    });
  });

  it('has a warning where its gate is on and no coverage is given', async () => {
    const project = createProject();
    project.write({ 'src/a.ts': lines(20) });
    const { exitCode, report } = await checkAsJson([], { cwd: project.root });
    expect([exitCode, gateOf(report)?.status]).toEqual([0, 'not-applicable']);
    expect(report.warnings).toEqual([expect.stringContaining('pass --coverage <file>')]);
  });

  it('may ask for annotations of uncovered lines', async () => {
    const project = createProject({
      [profile]: `${gate('off')}feedback: { annotations: { uncovered-lines: on } }\n`,
    });
    const commit = project.commit('change', { 'src/a.ts': lines(20) });
    project.write({ 'lcov.info': lcov({ 'src/a.ts': hits(7, 20) }) });
    const place = ['--source', commit, '--workspace', 'acme', '--repo', 'shop'];
    const run = await runCli(['check', ...place, '--coverage', 'lcov.info', '--dry-run'], {
      cwd: project.root,
    });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toContain('Not covered by tests: lines 8 to 20.');
  });
});

describe('the terminal', () => {
  it('shows the coverage of the change, of its files, and what to do', async () => {
    const project = createProject();
    project.write({
      'src/a.ts': lines(15),
      'src/b.ts': lines(3),
      'lcov.info': lcov({ 'src/a.ts': hits(9, 15), 'src/b.ts': hits(3, 3) }),
    });
    const { exitCode, stdout } = await runCli(['check', '--coverage', 'lcov.info'], { cwd: project.root });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('  coverage  53.8 % of 13 new and changed lines (7 covered)\n');
    expect(stdout).toContain('✗ gate coverage is violated\n    src/a.ts:10 ');
    expect(stdout).toContain('→ Test the new and changed lines of the files that violate the gate');
    expect(stdout).not.toContain('until their score is back');
    expect(stdout).toContain('src/a.ts  10.00 (as before)  coverage 40.0 % of 10 lines\n');
  });
});

describe('a coverage file that cannot be used', () => {
  it.each([
    ['is missing', 'none/lcov.info', 'There is no coverage file "none/lcov.info".'],
    ['stands below a file', 'src/a.ts/lcov.info', 'There is no coverage file "src/a.ts/lcov.info".'],
    ['is a folder', 'src', 'The coverage file "src" cannot be read.\nReason: It is a folder.'],
    ['is empty', 'empty.info', 'The coverage file "empty.info" is empty.'],
    ['is something else', 'src/a.ts', 'The coverage file "src/a.ts" has no format that is known.'],
    ['is broken', 'broken.info', 'The coverage file "broken.info" (line 2) is broken.'],
    ['is too large', 'large.info', 'The coverage file "large.info" is too large.\nReason: It has 101 MB'],
    [
      'is a pipe',
      'pipe.info',
      'The coverage file "pipe.info" cannot be read.\nReason: It is no regular file.',
    ],
    ['leads to a secret', 'link.info', 'The coverage file "link.info" has no format that is known.'],
  ])('ends the run where it %s', async (_, file, message) => {
    const project = createProject();
    const secret = path.join(temporaryFolder(), 'secret');
    writeFileSync(secret, 'hunter2\n');
    symlinkSync(secret, path.join(project.root, 'link.info'));
    project.write({ 'empty.info': '', 'broken.info': 'SF:a\nDA:one,1\n', 'large.info': 'TN:\n' });
    truncateSync(path.join(project.root, 'large.info'), 100 * 1024 * 1024 + 1);
    execFileSync('mkfifo', [path.join(project.root, 'pipe.info')]);
    const run = await runCli(['check', '--coverage', file, '--format', 'json'], { cwd: project.root });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(`Error: ${message}`);
    expect(run.stderr).toContain('Hint: ');
    expect(JSON.parse(run.stdout)).toMatchObject({ status: 'error', error: { code: 'CSPR_COVERAGE' } });
    expect(run.stdout + run.stderr).not.toContain('hunter2');
  });

  it('is an error of usage where nothing is named', async () => {
    const project = createProject();
    mkdirSync(path.join(project.root, 'coverage'));
    const run = await runCli(['check', '--coverage', ''], { cwd: project.root });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('Expected the path of a file.');
  });
});
