import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  cloneLikePipelines,
  createRepository,
  temporaryFolder,
  useRepository,
} from '../helpers/create-repository.ts';
import { busy, createBusyProject, gateOf, hotspotsOf } from './busy-project.ts';
import { checkAsJson, reviewAsJson, runCli } from './run-cli.ts';
import { complex, healthy } from './source-code.ts';

describe('a clone that is cut off', () => {
  it('is said to be, and the gate does not apply, without asking the network', async () => {
    const origin = createBusyProject();
    const root = path.join(temporaryFolder(), 'clone');
    origin.git('clone', '--quiet', '--depth=5', '--branch=main', `file://${origin.root}`, root);
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const clone = useRepository(root);
    clone.write({ 'src/busy.ts': complex(12, 'busy') });
    const { exitCode, report } = await checkAsJson([], { cwd: root });
    expect(exitCode).toBe(0);
    expect(hotspotsOf(report.files)).toEqual({ 'src/busy.ts': null });
    expect(gateOf(report, 'hotspot-decline')).toMatchObject({ status: 'not-applicable' });
    expect(report.warnings).toEqual([
      expect.stringMatching(/does not reach back a year: git fetch --unshallow/),
    ]);
    expect(report).toMatchObject({ expectedChanges: [], reviewLevel: null });
    const reviewed = await reviewAsJson([], { cwd: root });
    expect(reviewed.report.files.every(({ hotspot }) => hotspot === null)).toBe(true);
    expect(reviewed.report.warnings).toHaveLength(1);
  });

  it('without the sizes of files says why nothing is known', async () => {
    const origin = createBusyProject();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    origin.checkout('main');
    for (let count = 20; count < 23; count += 1) origin.commit('more', { 'src/busy.ts': busy(count) });
    const root = path.join(temporaryFolder(), 'clone');
    const url = `file://${origin.root}`;
    origin.git('clone', '--quiet', '--filter=blob:none', '--branch=work', url, root);
    useRepository(root).write({ 'src/busy.ts': complex(12, 'busy') });
    const { exitCode, report } = await checkAsJson([], { cwd: root });
    expect(exitCode).toBe(0);
    expect(hotspotsOf(report.files)).toEqual({ 'src/busy.ts': null });
    expect(report.warnings).toEqual([expect.stringMatching(/^Hotspots, .* are not known: git says: /)]);
  });

  /** A pull request whose target has far more commits than the clone; the busy ones come first. */
  function createPullRequest() {
    const origin = createBusyProject();
    origin.checkout('main');
    origin.git('checkout', '--quiet', '--detach');
    const destination = origin.extend('main', 80);
    origin.git('branch', 'feature', destination);
    origin.checkout('feature');
    const source = origin.commit('work', { 'src/busy.ts': complex(12, 'busy') });
    origin.checkout('main');
    const env = {
      BITBUCKET_BUILD_NUMBER: '17',
      BITBUCKET_WORKSPACE: 'acme',
      BITBUCKET_REPO_SLUG: 'shop',
      BITBUCKET_BRANCH: 'feature',
      BITBUCKET_COMMIT: source.slice(0, 12),
      BITBUCKET_PR_ID: '42',
      BITBUCKET_PR_DESTINATION_BRANCH: 'main',
      BITBUCKET_PR_DESTINATION_COMMIT: destination.slice(0, 12),
    };
    return { origin, env };
  }

  it('gets the history of a pull request from the remote, and judges as a whole clone does', async () => {
    const { origin, env } = createPullRequest();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const shallow = cloneLikePipelines(origin, { branch: 'feature' });
    const whole = cloneLikePipelines(origin, { branch: 'feature', depth: 'full' });
    const cut = await checkAsJson(['--no-publish'], { cwd: shallow.root, env });
    expect(cut.exitCode).toBe(1);
    expect(gateOf(cut.report, 'hotspot-decline')).toMatchObject({ status: 'failed' });
    expect(cut.report.expectedChanges).toHaveLength(1);
    expect(cut.stdout).toBe((await checkAsJson(['--no-publish'], { cwd: whole.root, env })).stdout);
    expect(shallow.git('rev-parse', '--is-shallow-repository')).toBe('true');
  });

  it('says what to do in a pipeline whose remote gives no history without contents', async () => {
    const { origin, env } = createPullRequest();
    const clone = cloneLikePipelines(origin, { branch: 'feature' });
    const { exitCode, report } = await checkAsJson(['--no-publish'], { cwd: clone.root, env });
    expect(exitCode).toBe(0);
    expect(gateOf(report, 'hotspot-decline')).toMatchObject({ status: 'not-applicable' });
    expect(report.warnings).toEqual([expect.stringContaining('"clone: depth: full"')]);
  });
});

describe('files that usually change together', () => {
  it('are expected, in a warning that fails nothing and that the verdict does not count', async () => {
    const project = createBusyProject(8);
    project.write({ 'src/busy.ts': busy(20) });
    const { exitCode, report } = await checkAsJson([], { cwd: project.root });
    expect(exitCode).toBe(0);
    expect(report.expectedChanges).toEqual([
      { path: 'src/busy.ts', expectedPath: 'src/partner.ts', sharedCommits: 8, commits: 8 },
    ]);
    expect(report.warnings).toEqual([]);
    const { stdout } = await runCli(['check'], { cwd: project.root });
    expect(stdout).toMatch(/^✓ PASSED {2}nothing got worse/);
    expect(stdout).toMatch(
      /Usually changed together, but not now \(1\)\n {2}⚠ src\/partner\.ts changed in 8 of the 8 commits to src\/busy\.ts/,
    );
  });

  it.each([
    { what: 'both change', files: { 'src/busy.ts': busy(20), 'src/partner.ts': '// x\n' } },
    { what: 'the other one is deleted', files: { 'src/busy.ts': busy(20), 'src/partner.ts': null } },
    { what: 'the one is deleted', files: { 'src/busy.ts': null } },
    { what: 'neither changes', files: { 'src/calm.ts': `${healthy()}// more\n` } },
  ])('are no matter where $what', async ({ files }) => {
    const project = createBusyProject(8);
    project.write(files);
    const { report } = await checkAsJson([], { cwd: project.root });
    expect(report.files.length).toBeGreaterThan(0);
    expect(report.expectedChanges).toEqual([]);
  });

  it('are looked for in the whole change, whichever paths are named', async () => {
    const project = createBusyProject(8);
    project.write({ 'src/busy.ts': busy(20), 'src/partner.ts': '// x\n' });
    const { report } = await checkAsJson(['src/busy.ts'], { cwd: project.root });
    expect(report.expectedChanges).toEqual([]);
  });

  it('are not expected on a branch that does not have them', async () => {
    const project = createRepository();
    project.commit('start', { 'src/busy.ts': busy(0) });
    project.git('branch', 'work');
    for (let count = 1; count <= 8; count += 1) {
      project.commit(`c${count}`, { 'src/busy.ts': busy(count), 'src/later.ts': `// ${count}\n` });
    }
    project.checkout('work');
    project.commit('mine', { 'src/busy.ts': busy(20) });
    const { report } = await checkAsJson([], { cwd: project.root });
    expect(report.files).toHaveLength(1);
    expect(report.expectedChanges).toEqual([]);
  });
});

describe('the review level', () => {
  it('is said with its reason, by what the authors of the commits did before', async () => {
    const project = createBusyProject(8);
    project.write({ 'src/busy.ts': busy(20) });
    const uncommitted = await checkAsJson([], { cwd: project.root });
    expect(uncommitted.report.reviewLevel).toEqual({
      level: 'low',
      reason: '1 source file; nothing is committed yet that would say who made it',
    });
    project.git('commit', '--quiet', '--all', '--author=Bea <bea@example.com>', '--message=hers');
    const { report } = await checkAsJson([], { cwd: project.root });
    expect(report.reviewLevel).toEqual({
      level: 'medium',
      reason: '1 source file; its author made 0 of the 8 commits to this file in the last year',
    });
    const { stdout } = await runCli(['check'], { cwd: project.root });
    expect(stdout).toMatch(/\n {2}review {4}medium: 1 source file; its author made 0 of the 8 commits/);
  });

  it('is not given where no source file changed', async () => {
    const project = createBusyProject(8);
    project.write({ 'notes.md': '# Notes\n' });
    const { report } = await checkAsJson([], { cwd: project.root });
    expect(report).toMatchObject({ reviewLevel: null, expectedChanges: [], warnings: [] });
  });
});

it('says the same from run to run', async () => {
  const project = createBusyProject(12);
  project.write({ 'src/busy.ts': complex(12, 'busy'), 'src/calm.ts': busy(3) });
  const [first, second] = [
    await runCli(['check', '--format', 'json'], { cwd: project.root }),
    await runCli(['check', '--format', 'json'], {
      cwd: project.root,
      env: { LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' },
    }),
  ];
  expect(second.stdout).toBe(first.stdout);
  expect(JSON.parse(first.stdout)).toMatchObject({ expectedChanges: [{}], reviewLevel: { level: 'low' } });
});
