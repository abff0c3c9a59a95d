import { describe, expect, it } from 'vitest';
import { createRepository, useRepository } from '../helpers/create-repository.ts';
import { busy, createBusyProject, gateOf, hotspotsOf } from './busy-project.ts';
import { checkAsJson, reviewAsJson, runCli } from './run-cli.ts';
import { complex, healthy } from './source-code.ts';

describe('hotspots', () => {
  it('fail the gate when they decline, and no other file does', async () => {
    const project = createBusyProject();
    project.write({
      'src/busy.ts': complex(12, 'busy'),
      'src/calm.ts': complex(12, 'calm'),
      'src/new.ts': healthy(),
    });
    const { exitCode, report } = await checkAsJson([], { cwd: project.root });
    expect(exitCode).toBe(1);
    expect(hotspotsOf(report.files)).toEqual({
      'src/busy.ts': true,
      'src/calm.ts': false,
      'src/new.ts': false,
    });
    expect(gateOf(report, 'hotspot-decline')).toMatchObject({
      status: 'failed',
      conditions: [{ path: 'src/busy.ts', message: expect.stringContaining('hotspot declines from 10.00') }],
    });
    const others = report.gates.filter(({ gate }) => gate !== 'hotspot-decline');
    expect(others.some(({ status }) => status === 'failed')).toBe(false);
  });

  it('are none with one commit fewer', async () => {
    const project = createBusyProject(9);
    project.write({ 'src/busy.ts': complex(12, 'busy') });
    const { exitCode, report } = await checkAsJson([], { cwd: project.root });
    expect(exitCode).toBe(0);
    expect(hotspotsOf(report.files)).toEqual({ 'src/busy.ts': false });
    expect(gateOf(report, 'hotspot-decline')).toMatchObject({ status: 'passed' });
  });

  it('are said to be unknown where the date of the newest commit is decades ahead of all others', async () => {
    const project = createBusyProject();
    project.checkout('main');
    const late = useRepository(project.root, Date.UTC(2098, 0) / 1000);
    late.commit('from a machine with a wrong clock', { 'src/other.ts': healthy() });
    late.checkout('next');
    late.write({ 'src/busy.ts': complex(12, 'busy') });
    const { report } = await checkAsJson([], { cwd: project.root });
    expect(hotspotsOf(report.files)).toEqual({ 'src/busy.ts': null });
    expect(gateOf(report, 'hotspot-decline')).toMatchObject({ status: 'not-applicable' });
    expect(report.warnings.join('\n')).toContain('no other commit of the target is of the year before');
  });

  it('stay hotspots when they are moved, by the change or before it', async () => {
    const project = createBusyProject();
    project.checkout('main');
    project.git('mv', 'src/busy.ts', 'src/moved.ts');
    project.commit('move');
    project.checkout('later');
    project.git('mv', 'src/moved.ts', 'src/again.ts');
    project.commit('move again');
    const { report } = await checkAsJson([], { cwd: project.root });
    expect(report.files).toMatchObject([{ path: 'src/again.ts', oldPath: 'src/moved.ts', hotspot: true }]);
  });

  it('count no commit of the branch itself', async () => {
    const project = createBusyProject(9);
    for (let count = 20; count < 25; count += 1) project.commit('mine', { 'src/busy.ts': busy(count) });
    const { report } = await checkAsJson([], { cwd: project.root });
    expect(hotspotsOf(report.files)).toEqual({ 'src/busy.ts': false });
  });

  it('are no files that the profile excludes', async () => {
    const project = createBusyProject();
    project.write({
      '.codescene/quality-profile.yml': 'version: 1\nfiles: { exclude: ["src/busy.ts"] }\n',
      'src/partner.ts': healthy(),
    });
    const { report } = await checkAsJson([], { cwd: project.root });
    expect(hotspotsOf(report.files)).toEqual({ 'src/partner.ts': true });
  });

  it('are marked in a review', async () => {
    const project = createBusyProject();
    project.commit('worse', { 'src/busy.ts': complex(12, 'busy') });
    const { report } = await reviewAsJson([], { cwd: project.root });
    expect(hotspotsOf(report.files)).toEqual({
      'src/busy.ts': true,
      'src/calm.ts': false,
      'src/partner.ts': false,
    });
    const { stdout } = await runCli(['review', '--source', 'work'], { cwd: project.root });
    expect(stdout).toMatch(/src\/busy\.ts {2}9\.\d\d \(green\) {2}\d+ lines, hotspot/);
  });

  it('are not known in a review before the first commit, and nothing is said about it', async () => {
    const project = createRepository();
    project.write({ 'a.ts': healthy() });
    const { report } = await reviewAsJson([], { cwd: project.root });
    expect(hotspotsOf(report.files)).toEqual({ 'a.ts': null });
    expect(report.warnings).toEqual([]);
  });
});
