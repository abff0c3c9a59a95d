import { describe, expect, it } from 'vitest';
import type { CoverageFormat } from '../../src/coverage/coverage-report.ts';
import { coverageWriters } from '../coverage/write-coverage.ts';
import { createProject, gate, gateOf, hits, lcov, lines, profile } from './covered-project.ts';
import { checkAsJson, runCli } from './run-cli.ts';

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
