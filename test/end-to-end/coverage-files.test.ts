import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/create-repository.ts';
import { createProject, gateOf, hits, lcov, lines } from './covered-project.ts';
import { checkAsJson, runCli } from './run-cli.ts';

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
