import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { createProgress } from '../../src/cli/progress.ts';
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

  it('takes CI=false for a person', () => {
    const stderr = createStream(true);
    createProgress({ stderr, env: { CI: 'false' }, now: createClock(2000) }, {}).show({ done: 1, total: 2 });
    expect(stderr.texts).toHaveLength(1);
  });
});

describe('review on a terminal', () => {
  async function run(isTTY: boolean, argv: readonly string[], step: number) {
    const repository = createRepository();
    repository.commit('start', { 'a.ts': 'export const a = 1;\n', 'b.ts': 'export const b = 1;\n' });
    const [stdout, stderr] = [createStream(isTTY), createStream(isTTY)];
    const now = createClock(step);
    const exitCode = await main({ argv, env: testEnvironment(), cwd: repository.root, stdout, stderr, now });
    return { exitCode, stderr: stderr.texts, stdout: stdout.texts.join('') };
  }

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
