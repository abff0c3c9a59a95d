import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { createProgress } from '../../src/cli/progress.ts';
import { nested } from '../end-to-end/source-code.ts';
import { createRepository, testEnvironment } from '../helpers/create-repository.ts';

/** A stream that keeps what is written to it. */
function createStream(isTTY: boolean) {
  const texts: string[] = [];
  return { isTTY, columns: 80, write: (text: string) => texts.push(text), texts };
}

/** A clock that goes on by so many milliseconds whenever it is looked at. */
function createClock(step: number) {
  let time = 0;
  return () => {
    time += step;
    return time;
  };
}

const erased = '\r\u001b[K';

describe('createProgress', () => {
  it('shows nothing in the first second, then the count, at most ten times a second, and erases it', () => {
    const stderr = createStream(true);
    let time = 5000;
    const progress = createProgress({ stderr, env: {}, now: () => time }, {});
    const at = (milliseconds: number, done: number) => {
      time = 5000 + milliseconds;
      progress.show({ done, total: 40 });
    };
    at(0, 0);
    at(999, 5);
    expect(stderr.texts).toEqual([]);
    at(1000, 6);
    at(1099, 7);
    at(1100, 8);
    expect(stderr.texts).toEqual([
      `${erased}Measured 6 of 40 files (15 %)`,
      `${erased}Measured 8 of 40 files (20 %)`,
    ]);
    progress.erase();
    progress.erase();
    expect(stderr.texts.slice(2)).toEqual([erased]);
  });

  it.each([
    ['stderr is no terminal', false, {}, false],
    ['it is to be quiet', true, {}, true],
    ['this is CI', true, { CI: 'true' }, false],
    ['the terminal cannot erase', true, { TERM: 'dumb' }, false],
  ])('shows nothing where %s', (_name, isTTY, env, quiet) => {
    const stderr = createStream(isTTY);
    const progress = createProgress({ stderr, env, now: createClock(10_000) }, { quiet });
    progress.show({ done: 1, total: 2 });
    progress.erase();
    expect(stderr.texts).toEqual([]);
  });

  it('gives way to what else is said, and comes back', () => {
    const stderr = createStream(true);
    const progress = createProgress({ stderr, env: {}, now: createClock(2000) }, { counted: 'contents' });
    progress.stderr.write('First.\n');
    progress.show({ done: 1, total: 2 });
    progress.stderr.write('Second.\n');
    progress.show({ done: 2, total: 2 });
    expect(stderr.texts).toEqual([
      'First.\n',
      `${erased}Measured 1 of 2 contents (50 %)`,
      erased,
      'Second.\n',
      `${erased}Measured 2 of 2 contents (100 %)`,
    ]);
  });

  it('takes CI=false for a person', () => {
    const stderr = createStream(true);
    createProgress({ stderr, env: { CI: 'false' }, now: createClock(2000) }, {}).show({ done: 1, total: 2 });
    expect(stderr.texts).toHaveLength(1);
  });
});

/** Runs a command in a repository of two files, one of them changed since `main`, on streams of one kind. */
async function run(isTTY: boolean, argv: readonly string[], step: number, env: NodeJS.ProcessEnv = {}) {
  const repository = createRepository();
  repository.commit('start', { 'a.ts': 'export const a = 1;\n', 'b.ts': 'export const b = 1;\n' });
  repository.git('checkout', '--quiet', '-b', 'feature');
  repository.commit('more', { 'a.ts': nested(4) });
  const [stdout, stderr] = [createStream(isTTY), createStream(isTTY)];
  const host = { argv, env: { ...testEnvironment(), ...env }, cwd: repository.root, stdout, stderr };
  const exitCode = await main({ ...host, now: createClock(step) });
  return { exitCode, stderr: stderr.texts, stdout: stdout.texts.join(''), root: repository.root };
}

const compared = ['--target', 'main', '--source', 'feature', '--no-color'];

describe('check on a terminal', () => {
  it('shows how far it has come on stderr, and nothing of it stays', async () => {
    const { exitCode, stdout, stderr } = await run(true, ['check', ...compared], 2000);
    expect(exitCode).toBe(1);
    expect(stderr).toEqual([
      `${erased}Measured 0 of 1 files (0 %)`,
      `${erased}Measured 1 of 1 files (100 %)`,
      erased,
    ]);
    expect(stdout).toMatch(/^✗ FAILED/);
  });

  it('counts what a shard measures', async () => {
    const { stderr } = await run(true, ['check', ...compared, '--shard', '1/1'], 2000);
    expect(stderr).toContain(`${erased}Measured 2 of 2 contents (100 %)`);
    expect(stderr.at(-2)).toBe(erased);
  });

  it.each([
    ['a pipe', false, []],
    ['--quiet', true, ['--quiet']],
  ])('shows nothing under %s', async (_name, isTTY, argv) => {
    expect((await run(isTTY, ['check', ...compared, ...argv], 2000)).stderr).toEqual([]);
  });

  it('shows the code of what is new', async () => {
    const { stdout } = await run(false, ['check', ...compared], 1);
    expect(stdout).toContain('> 1 │ export function dig(n: number): number {\n');
    expect(stdout).toContain('5 │         if (n > 3) {\n');
  });

  it('links places where the terminal has links, and nowhere in a pipe', async () => {
    const kitty = { TERM: 'xterm-kitty' };
    const { stdout, root } = await run(true, ['check', ...compared], 1, kitty);
    const address = `${pathToFileURL(join(root, 'a.ts')).href}#1`;
    expect(stdout).toContain(`\u001b]8;;${address}\u001b\\a.ts:1\u001b]8;;\u001b\\`);
    expect((await run(false, ['check', ...compared], 1, kitty)).stdout).not.toContain('\u001b');
  });
});

describe('review on a terminal', () => {
  it('shows how far it has come on stderr, and nothing of it stays', async () => {
    const { exitCode, stdout, stderr } = await run(true, ['review', '--no-color'], 2000);
    expect(exitCode).toBe(0);
    expect(stderr).toEqual([
      `${erased}Measured 0 of 2 files (0 %)`,
      `${erased}Measured 1 of 2 files (50 %)`,
      `${erased}Measured 2 of 2 files (100 %)`,
      erased,
    ]);
    expect(stdout).toMatch(/^✓ REVIEWED {2}2 files scored/);
  });

  it('erases it before an error is said', async () => {
    const { exitCode, stderr } = await run(true, ['review', '--output', 'json=missing/review.json'], 2000);
    expect(exitCode).toBe(2);
    expect(stderr.at(-2)).toBe(erased);
    expect(stderr.at(-1)).toMatch(/^Error: The report could not be written/);
  });

  it.each([
    ['a run that is soon over', true, ['review'], 1],
    ['--quiet', true, ['review', '--quiet'], 2000],
    ['a pipe', false, ['review'], 2000],
  ])('shows nothing under %s', async (_name, isTTY, argv, step) => {
    expect((await run(isTTY, argv, step)).stderr).toEqual([]);
  });
});
