import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createProject,
  createWithFloor,
  floorPath,
  read,
  readFloor,
  update,
  yellow,
} from './ratchet-project.ts';
import { reviewAsJson, runCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';

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
});
