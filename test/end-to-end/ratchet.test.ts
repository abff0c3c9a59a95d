import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloneLikePipelines, createRepository } from '../helpers/create-repository.ts';
import {
  createProject,
  createWithFloor,
  floorPath,
  ratchet,
  read,
  readFloor,
  update,
  yellow,
} from './ratchet-project.ts';
import { reviewAsJson, runCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';

describe('review --ratchet', () => {
  it('passes where the floor holds, shows it, and says where it could move up', async () => {
    const { root: cwd, write } = await createWithFloor();
    const equal = await runCli(['review', ...ratchet], { cwd });
    expect([equal.exitCode, equal.stderr]).toEqual([0, '']);
    expect(equal.stdout).toMatch(/^✓ PASSED {2}4 files scored, the floor holds\n/);
    expect(equal.stdout).toContain(`  floor     9.61, 0 red, 0 red or yellow (${floorPath})\n`);
    write({ 'src/deep/b.ts': healthy() });
    const before = read(cwd);
    const better = await runCli(['review', ...ratchet], { cwd });
    expect(better.exitCode).toBe(0);
    expect(better.stderr).toBe(`This is better than the floor in ${floorPath}: --update moves it up.\n`);
    expect((await runCli(['review', ...ratchet, '--quiet'], { cwd })).stderr).toBe('');
    expect(read(cwd)).toBe(before);
  });

  it('fails where the whole is worse, with what is worse', async () => {
    const { root: cwd, write } = await createWithFloor();
    write({ 'src/new.ts': yellow() });
    const { exitCode, stdout } = await runCli(['review', ...ratchet], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^✗ FAILED {2}worse than the floor\n/);
    expect(stdout).toMatch(
      /✗ gate ratchet is violated\n {4}\.codescene\/ratchet\.json\s+The average Code Health is/,
    );
    expect(stdout).toContain('1 file is red or yellow; the floor allows 0.');
  });

  it('fails at one hundredth below, and not at the floor itself', async () => {
    const { root: cwd, write } = await createWithFloor();
    const floor = readFloor(cwd);
    write({ [floorPath]: JSON.stringify({ ...floor, minScore: 9.62 }) });
    expect((await runCli(['review', ...ratchet], { cwd })).exitCode).toBe(1);
    write({ [floorPath]: JSON.stringify({ ...floor, minScore: 9.61 }) });
    expect((await runCli(['review', ...ratchet], { cwd })).exitCode).toBe(0);
  });

  it('is a check of its own beside --min-score', async () => {
    const { root: cwd } = await createWithFloor();
    const run = await reviewAsJson([...ratchet, '--min-score', '9.5'], { cwd });
    expect(run.exitCode).toBe(1);
    expect(run.report.gates.map(({ gate, status }) => [gate, status])).toEqual([
      ['min-score', 'failed'],
      ['ratchet', 'passed'],
    ]);
  });

  it('is for the paths that the floor was measured for', async () => {
    const { root: cwd } = await createWithFloor();
    const other = await runCli(['review', 'src', ...ratchet], { cwd });
    expect(other.exitCode).toBe(2);
    expect(other.stderr).toContain('is that of the whole repository, and this is a review of "src".');
    expect((await runCli(['review', '.', ...ratchet], { cwd })).exitCode).toBe(0);

    const own = ['--ratchet', 'floors/src.json'];
    await runCli(['review', 'src/deep/b.ts', 'src', ...own, '--update'], { cwd });
    const inside = ['--ratchet', '../floors/src.json'];
    const fromInside = await runCli(['review', '.', ...inside], { cwd: path.join(cwd, 'src') });
    expect([fromInside.stderr, fromInside.exitCode]).toEqual(['', 0]);
    expect((await runCli(['review', ...own], { cwd })).stderr).toContain('is that of "src"');
  });

  it('warns where the rules changed since, until an update holds by the new ones', async () => {
    const { root: cwd, write } = await createWithFloor();
    const profile = (text: string) => write({ '.codescene/quality-profile.yml': `version: 1\n${text}` });
    profile('gates: { critical-rules: off }\n');
    expect((await reviewAsJson(ratchet, { cwd })).report.warnings).toEqual([]);
    profile('rules: { complex-method: { severity: critical } }\n');
    const warned = await reviewAsJson(ratchet, { cwd });
    expect(warned.report.warnings).toEqual([expect.stringContaining('was measured by other rules')]);
    expect(warned.exitCode).toBe(0);
    const marked = await reviewAsJson(update, { cwd });
    expect(marked.stderr).toContain('is stored as measured by them');
    expect((await reviewAsJson(ratchet, { cwd })).report.warnings).toEqual([]);

    write({
      [floorPath]: JSON.stringify({ ...readFloor(cwd), measuredBy: { version: '0.0.1', rules: 'x' } }),
    });
    const { warnings } = (await reviewAsJson(ratchet, { cwd })).report;
    expect(warnings).toEqual([
      expect.stringContaining('by codescene-pr 0.0.1'),
      expect.stringContaining('rules'),
    ]);
  });

  it('reads the environment', async () => {
    const { root: cwd } = createProject();
    const env = { CODESCENE_PR_RATCHET: floorPath, CODESCENE_PR_UPDATE: 'yes' };
    expect((await runCli(['review'], { cwd, env })).exitCode).toBe(0);
    expect(readFloor(cwd)).toMatchObject({ minScore: 9.61 });
  });

  it.each([
    { name: 'no file', text: null, args: ratchet, says: 'Create it from this review with --update' },
    { name: 'no JSON', text: '<<<<<<< HEAD\n', args: ratchet, says: 'is not valid JSON' },
    { name: 'no JSON to update', text: '', args: update, says: 'delete it and create it again' },
    { name: 'a list', text: '[]', args: ratchet, says: 'is not a ratchet file' },
    { name: 'another version', text: '{"version": 2}', args: ratchet, says: 'version: ' },
    { name: 'no --ratchet', text: null, args: ['--update'], says: '--update is given without --ratchet' },
    { name: 'a folder', text: null, args: ['--ratchet', 'src'], says: 'cannot be read' },
  ])('ends with exit code 2 where there is $name', async ({ text, args, says }) => {
    const project = createProject();
    project.write({ [floorPath]: text });
    const run = await runCli(['review', ...args], { cwd: project.root });
    expect(run.stderr).toContain(says);
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
    if (text !== null) expect(read(project.root)).toBe(text);
  });

  it('ends with exit code 2 where the floor cannot be written, and 1 where it is violated as well', async () => {
    const { root: cwd, write } = createProject();
    write({ plain: 'a file, no folder\n' });
    const args = ['review', '--ratchet', 'plain/ratchet.json', '--update'];
    const run = await runCli(args, { cwd });
    expect(run.stderr).toContain('The floor could not be written');
    expect(run.exitCode).toBe(2);
    expect((await runCli([...args, '--min-score', '10'], { cwd })).exitCode).toBe(1);
  });
});

describe('review --ratchet of what cannot be measured', () => {
  it('does nothing where the review is incomplete or empty, and ends with exit code 2', async () => {
    const project = await createWithFloor();
    const before = read(project.root);
    project.write({ 'src/deep/b.ts': 'export function (\n' });
    const incomplete = await reviewAsJson(update, { cwd: project.root });
    expect([incomplete.exitCode, incomplete.report.status]).toEqual([2, 'incomplete']);
    expect(incomplete.report.gates[1]?.status).toBe('not-applicable');
    expect(incomplete.stderr).toBe(`${floorPath} is not written: the review is incomplete.\n`);
    expect(read(project.root)).toBe(before);

    const empty = createRepository();
    empty.commit('start', { 'README.md': '#\n' });
    const nothing = await reviewAsJson(update, { cwd: empty.root });
    expect(nothing.exitCode).toBe(2);
    expect(nothing.stderr).toContain('no file was measured');
    expect(existsSync(path.join(empty.root, floorPath))).toBe(false);
  });

  it('accepts a file that cannot be measured where the profile does', async () => {
    const project = createProject();
    project.write({
      '.codescene/quality-profile.yml': 'version: 1\nfiles: { unmeasured: warn }\n',
      'src/broken.ts': 'export function (\n',
    });
    expect((await reviewAsJson(update, { cwd: project.root })).exitCode).toBe(0);
    expect((await reviewAsJson(ratchet, { cwd: project.root })).report.gates[1]?.status).toBe('passed');
  });
});

describe('the ratchet in the pipeline of a pull request', () => {
  it("is the target's, whatever the pull request brings along, and cannot be updated", async () => {
    const origin = await createWithFloor();
    origin.commit('store the floor');
    origin.checkout('feature');
    const lowered = JSON.stringify({ ...readFloor(origin.root), minScore: 1 });
    const source = origin.commit('lower it', { [floorPath]: lowered, 'src/a.ts': nested(5) });
    origin.checkout('main');
    const clone = cloneLikePipelines(origin, { branch: 'feature' });
    const env = {
      BITBUCKET_BUILD_NUMBER: '17',
      BITBUCKET_BRANCH: 'feature',
      BITBUCKET_COMMIT: source.slice(0, 12),
      BITBUCKET_PR_ID: '42',
      BITBUCKET_PR_DESTINATION_BRANCH: 'main',
    };
    const run = await reviewAsJson(ratchet, { cwd: clone.root, env });
    expect(run.exitCode).toBe(1);
    expect(run.report.ratchet).toMatchObject({ path: floorPath, floor: { minScore: 9.61 } });
    const updating = await runCli(['review', ...update], { cwd: clone.root, env });
    expect(updating.exitCode).toBe(2);
    expect(updating.stderr).toContain('--update does nothing in the pipeline of a pull request.');
    expect(read(clone.root)).toBe(lowered);
    const missing = await runCli(['review', '--ratchet', 'other.json'], { cwd: clone.root, env });
    expect(missing.exitCode).toBe(2);
    expect(missing.stderr).toContain('"other.json at main (');
    expect(missing.stderr).toContain('Create it on "main" with --update');
    const { BITBUCKET_PR_ID: _id, ...branchBuild } = env;
    expect((await runCli(['review', ...ratchet], { cwd: clone.root, env: branchBuild })).exitCode).toBe(0);
  });
});
