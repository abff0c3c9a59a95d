import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRepository, type TestRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { type Run, type RunOptions, runCli, startCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';
import { withGit } from './with-git.ts';

let project: TestRepository;

/** A clone whose branch violates the gate, with an untracked file: for that one git gets a copy of the index. */
beforeAll(() => {
  project = createRepository();
  project.commit('start', { 'src/a.ts': healthy(), 'src/b.ts': healthy() });
  project.checkout('feature');
  project.commit('work', { 'src/a.ts': nested(5), 'src/b.ts': nested(2) });
  project.write({ 'src/untracked.ts': healthy('fresh') });
});

const ofCommits = ['check', '--target', 'main', '--source', 'feature'];
const ofWorkingTree = ['check', '--target', 'main'];

/** A run whose temporary folders show whether it left something. */
function place(): { readonly options: RunOptions; readonly leftovers: () => readonly string[] } {
  const folder = temporaryFolder();
  return {
    options: { cwd: project.root, env: { TMPDIR: folder } },
    leftovers: () => readdirSync(folder),
  };
}

/** What a person can act on, and no stack of Node. */
function expectClearError(run: Run, ...says: readonly (string | RegExp)[]): void {
  expect(run.stderr).toMatch(/^Error: /m);
  for (const text of says) expect(run.stderr).toMatch(text);
  expect(run.stderr).not.toMatch(/^\s+at |node:internal|defect of codescene-pr/m);
}

describe('a place without', () => {
  it.each([
    ['a home', ['env', '-u', 'HOME'], ofWorkingTree],
    ['a temporary folder, where none is needed', ['env', 'TMPDIR=/nowhere'], ofCommits],
  ])('%s is no trouble', async (_, through, args) => {
    const run = await runCli(args, { cwd: project.root, through });
    expect(run).toMatchObject({ exitCode: 1, stderr: '' });
  });

  it('a temporary folder, where one is needed, says so', async () => {
    const run = await runCli(ofWorkingTree, { cwd: project.root, env: { TMPDIR: '/nowhere' } });
    expect(run.exitCode).toBe(2);
    expectClearError(run, 'No temporary folder can be made in "/nowhere"', 'ENOENT', 'Hint: Set TMPDIR');
  });

  it('git says so', async () => {
    const run = await runCli(ofCommits, { cwd: project.root, env: { PATH: '/nowhere' } });
    expect(run.exitCode).toBe(2);
    expectClearError(run, 'git was not found', 'Hint: Install git');
  });

  it('a git that is young enough says so', async () => {
    const options = withGit({ cwd: project.root }, '', 'echo git version 2.29.3; exit 0');
    const run = await runCli(ofCommits, options);
    expect(run.exitCode).toBe(2);
    expectClearError(run, 'This git is too old', 'needs git 2.30 or later, this is: git version 2.29.3');
  });

  it('the folder that it was started in says so', async () => {
    const folder = temporaryFolder();
    const script = 'mkdir "$GONE" && cd "$GONE" && rmdir "$GONE" && exec "$0" "$@"';
    const env = { GONE: path.join(folder, 'gone') };
    const run = await runCli(ofCommits, { cwd: folder, env, through: ['sh', '-c', script] });
    expect(run.exitCode).toBe(2);
    expectClearError(run, /The folder ".*gone" does not exist/);
  });

  it.each([26, 30])('room for more than %i open files never looks like a verdict', async (limit) => {
    const script = `ulimit -n ${limit}; exec "$0" "$@"`;
    const run = await runCli(ofCommits, { cwd: project.root, through: ['sh', '-c', script] });
    expect(run.exitCode).toBe(2);
    expectClearError(run, 'EMFILE');
  });
});

describe('a file system', () => {
  const inOwn = (script: string) => ['unshare', '--mount', '--map-root-user', 'sh', '-c', script];

  function canMount(): boolean {
    try {
      const [program = '', ...rest] = inOwn('mount -t tmpfs none "$0"');
      execFileSync(program, [...rest, temporaryFolder()], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  }

  it('that is full where temporary files go ends the run, and keeps nothing', async ({ skip }) => {
    if (!canMount()) skip('nothing may be mounted here');
    const folder = temporaryFolder();
    const script = [
      `mount -t tmpfs -o size=4k none "${folder}" && cat /dev/zero > "${folder}/full" 2> /dev/null`,
      '"$0" "$@"; code=$?',
      `ls -A "${folder}" >&2; exit $code`,
    ];
    const run = await runCli(ofWorkingTree, {
      cwd: project.root,
      env: { TMPDIR: folder },
      through: inOwn(script.join('\n')),
    });
    expect(run.exitCode).toBe(2);
    expectClearError(run, 'ENOSPC');
    expect(run.stderr.trimEnd().split('\n').at(-1)).toBe('full');
  });

  it('that is read-only around the clone is no trouble', async ({ skip }) => {
    if (!canMount()) skip('nothing may be mounted here');
    const bind = `mount --bind "${project.root}" "${project.root}"`;
    const readOnly = `mount -o remount,bind,ro "${project.root}"`;
    // The folder was entered before it was mounted over.
    const script = `${bind} && ${readOnly} && cd "${project.root}" && ! touch x 2> /dev/null && exec "$0" "$@"`;
    const { options, leftovers } = place();
    const run = await runCli(ofWorkingTree, { ...options, through: inOwn(script) });
    expect(run).toMatchObject({ exitCode: 1, stderr: '' });
    expect(leftovers()).toEqual([]);
  });
});

describe('a clock', () => {
  /** Moves the clock of the process to a date before anything of it runs. */
  function startClockAt(date: string): Record<string, string> {
    const file = path.join(temporaryFolder(), 'move-clock.cjs');
    const lines = [
      'const RealDate = Date;',
      `const shift = RealDate.parse('${date}') - RealDate.now();`,
      'globalThis.Date = class extends RealDate {',
      '  constructor(...values) { super(...(values.length === 0 ? [RealDate.now() + shift] : values)); }',
      '  static now() { return RealDate.now() + shift; }',
      '};',
    ];
    writeFileSync(file, lines.join('\n'));
    return { NODE_OPTIONS: `--require=${file}` };
  }

  it('that is wrong by decades changes no byte of the result', async () => {
    const args = [...ofWorkingTree, '--format', 'json'];
    const run = await runCli(args, { cwd: project.root });
    for (const date of ['1970-01-01', '2100-06-01']) {
      const moved = await runCli(args, { cwd: project.root, env: startClockAt(date) });
      expect(moved).toEqual(run);
    }
  });
});

describe('a signal', () => {
  /** Holds git at a command until its caller, which it has sent a signal to, is gone. */
  const signalCaller = (signal: string) => `kill -${signal} $PPID; while kill -0 $PPID; do :; done; exit 1`;

  it.each([
    ['TERM', 'config --null'],
    ['INT', 'update-index -z'],
    ['TERM', 'diff --raw'],
    ['INT', 'cat-file --batch --buffer'],
    ['INT', '-c log.showRoot=false log'],
  ])('%s during git %s ends the run and leaves nothing', async (signal, command) => {
    const { options, leftovers } = place();
    const output = path.join(temporaryFolder(), 'report.json');
    const held = withGit(options, command, signalCaller(signal));
    const run = await runCli([...ofWorkingTree, '--output', `json=${output}`], held);
    expect(run).toMatchObject({ exitCode: null, signal: `SIG${signal}`, stdout: '', stderr: '' });
    expect(leftovers()).toEqual([]);
    expect(existsSync(output)).toBe(false);
    expect(existsSync(path.join(project.root, '.git/index.lock'))).toBe(false);
  });

  it('while the report goes to a pipe that nobody reads ends the run', async () => {
    const pipe = path.join(temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const running = startCli([...ofCommits, '--output', `json=${pipe}`], { cwd: project.root });
    // The verdict stands on stdout before files are written.
    await running.stdoutHas('FAILED');
    running.kill('SIGTERM');
    expect(await running.finished).toMatchObject({ exitCode: null, signal: 'SIGTERM', stderr: '' });
  });
});

describe('a git', () => {
  it.each([
    ['is killed while it compares', 'diff --raw', 'kill -KILL $$'],
    ['is killed while it reads files', 'cat-file --batch --buffer', 'kill -KILL $$'],
    ['answers in part what changed', 'diff --raw', '"$git" "$@" | head -c 150; exit 0'],
    [
      'answers in part what stands in files',
      'cat-file --batch --buffer',
      '"$git" "$@" | head -c 100; exit 0',
    ],
    ['answers in part which files are untracked', 'ls-files -z --others', 'printf src/x; exit 0'],
    ['answers in part what names stand for', 'cat-file --buffer', '"$git" "$@" | head -c 60; exit 0'],
    ['answers nothing about its configuration', 'config --null', 'exit 128'],
    ['says that it failed', 'ls-files -z --others', 'echo "fatal: index file corrupt" >&2; exit 128'],
  ])('that %s ends the run', async (_, command, script) => {
    const { options, leftovers } = place();
    const run = await runCli(ofWorkingTree, withGit(options, command, script));
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expectClearError(run, /Reason: |ends in the middle|of unknown form/);
    expect(leftovers()).toEqual([]);
  });

  it.each(['kill -KILL $$', '"$git" "$@" | head -c 60; exit 0'])(
    'that fails on history takes no more than history away: %s',
    async (script) => {
      const { options } = place();
      const run = await runCli(ofWorkingTree, withGit(options, '-c log.showRoot=false log', script));
      expect(run).toMatchObject({ exitCode: 1, stderr: '' });
      expect(run.stdout).toContain('Hotspots, expected changes and the review level are not known');
    },
  );
});
