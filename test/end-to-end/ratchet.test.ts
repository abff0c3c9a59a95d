import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloneLikePipelines, createRepository } from '../helpers/create-repository.ts';
import { reviewAsJson, runCli } from './run-cli.ts';
import { complex, healthy, nested } from './source-code.ts';

const floorPath = '.codescene/ratchet.json';
const ratchet = ['--ratchet', floorPath];
const update = [...ratchet, '--update'];

/** A file with six bad functions: yellow. */
const yellow = (name = 'dig') =>
  Array.from({ length: 3 }, (_, at) => nested(5, `${name}${at}`) + complex(30, `choose${name}${at}`)).join(
    '',
  );

/** Average 9.61, no red or yellow file. */
function createProject() {
  const repository = createRepository();
  repository.commit('start', {
    'src/a.ts': healthy(),
    'src/deep/b.ts': nested(4),
    'src/deep/c.ts': complex(12),
    'lib/d.js': healthy(),
  });
  return repository;
}

const read = (root: string) => readFileSync(path.join(root, floorPath), 'utf8');
const readFloor = (root: string) => JSON.parse(read(root)) as Record<string, unknown>;

async function createWithFloor() {
  const project = createProject();
  await runCli(['review', ...update], { cwd: project.root });
  return project;
}

describe('review --ratchet --update', () => {
  it('creates the floor from the review, with its folder, and says so beside the report', async () => {
    const { root: cwd } = createProject();
    const { exitCode, report, stderr } = await reviewAsJson(update, { cwd });
    expect(exitCode).toBe(0);
    expect(report.gates[1]).toEqual({ gate: 'ratchet', status: 'not-applicable', conditions: [] });
    expect(report.ratchet).toEqual({ path: floorPath, floor: null });
    expect(stderr).toBe(
      `${floorPath} is created: an average Code Health of 9.61, red files: 0, red and yellow files: 0.\n`,
    );
    expect(read(cwd)).toMatch(
      /^\{\n {2}"version": 1,\n {2}"minScore": 9\.61,\n {2}"maxRedFiles": 0,\n {2}"maxRedAndYellowFiles": 0,\n {2}"paths": \[\],\n {2}"measuredBy": \{\n {4}"version": ".+",\n {4}"rules": "[0-9a-f]{16}"\n {2}\}\n\}\n$/,
    );
    expect(readdirSync(path.join(cwd, '.codescene'))).toEqual(['ratchet.json']);
  });

  it('moves the floor up where something got better, and writes nothing where nothing did', async () => {
    const { root: cwd, write } = await createWithFloor();
    const before = read(cwd);
    const same = await reviewAsJson(update, { cwd });
    expect([same.exitCode, read(cwd)]).toEqual([0, before]);
    expect(same.stderr).toBe(`The floor in ${floorPath} stays: nothing got better.\n`);

    write({ 'src/deep/b.ts': healthy() });
    const better = await reviewAsJson(update, { cwd });
    expect([better.exitCode, better.report.gates[1]?.status]).toEqual([0, 'passed']);
    expect(better.report.ratchet?.floor?.minScore).toBe(9.61);
    expect(better.stderr).toBe(
      `The floor in ${floorPath} moves up: the average Code Health from 9.61 to 9.79.\n`,
    );
    expect(readFloor(cwd)).toMatchObject({ minScore: 9.79 });
  });

  it('never moves it down, says so, and fails', async () => {
    const { root: cwd, write } = await createWithFloor();
    const before = read(cwd);
    write({ 'src/a.ts': nested(5) });
    const { exitCode, stderr } = await reviewAsJson(update, { cwd });
    expect([exitCode, read(cwd)]).toEqual([1, before]);
    expect(stderr).toMatch(
      /^The floor in \.codescene\/ratchet\.json never moves down: not the average Code Health from 9\.61 to 9\.\d\d\.\n$/,
    );
    const forgiven = await reviewAsJson([...update, '--no-fail'], { cwd });
    expect([forgiven.exitCode, forgiven.report.status, read(cwd)]).toEqual([0, 'failed', before]);
  });

  it('moves one value up while another one is worse', async () => {
    const { root: cwd, write } = createProject();
    write({ 'src/bad.ts': yellow(), 'src/worse.ts': yellow('burrow') });
    await runCli(['review', ...update], { cwd });
    const { minScore } = readFloor(cwd);
    write({ 'src/worse.ts': healthy() });
    const { report, exitCode } = await reviewAsJson(update, { cwd });
    expect(report.summary.score).toBeGreaterThan(minScore as number);
    expect(exitCode).toBe(0);
    expect(readFloor(cwd)).toMatchObject({ maxRedAndYellowFiles: 1, minScore: report.summary.score });

    write({ 'src/worse.ts': yellow('burrow') });
    for (let file = 0; file < 10; file += 1) write({ [`src/good${file}.ts`]: healthy().repeat(60) });
    const mixed = await reviewAsJson(update, { cwd });
    expect(mixed.exitCode).toBe(1);
    expect(mixed.report.gates[1]?.conditions).toMatchObject([{ path: floorPath, measured: 2, limit: 1 }]);
    expect(mixed.stderr).toContain('moves up: the average Code Health');
    expect(mixed.stderr).toContain('never moves down: not red and yellow files from 1 to 2.');
    expect(readFloor(cwd)).toMatchObject({ maxRedAndYellowFiles: 1, minScore: mixed.report.summary.score });
  });

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
