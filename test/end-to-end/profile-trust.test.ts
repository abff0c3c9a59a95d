import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  cloneLikePipelines,
  createRepository,
  type TestRepository,
  temporaryFolder,
} from '../helpers/create-repository.ts';
import { attempt, check, createBuild, noGates, ownCritical, profileFile } from './profile-build.ts';
import { checkAsJson, reviewAsJson, runCli } from './run-cli.ts';
import { complex, healthy } from './source-code.ts';

describe('--profile-from', () => {
  const sides = { target: { [profileFile]: ownCritical }, source: { [profileFile]: noGates } };

  it.each([
    ['as an option', ['--profile-from', 'source'], {}],
    ['from the environment', [], { CODESCENE_PR_PROFILE_FROM: 'source' }],
  ])('source lets a pull request judge itself, and says so: %s', async (_, args, variables) => {
    const build = createBuild(sides);
    const { exitCode, report } = await check({ ...build, env: { ...build.env, ...variables } }, ...args);
    expect(exitCode).toBe(0);
    expect(report.profile.origin).toMatch(/quality-profile\.yml at feature \(/);
    expect(report.warnings).toEqual([
      "The profile in force is this change's own (--profile-from source): whoever changes code can weaken the gate that judges it.",
    ]);
  });

  it('target tries out on a laptop what the pipeline will say', async () => {
    const { origin } = createBuild(sides);
    const { exitCode, report } = await checkAsJson(['--target', 'main', '--profile-from', 'target'], {
      cwd: origin.root,
    });
    expect(exitCode).toBe(1);
    expect(report.profile.origin).toMatch(/at main \(/);
  });

  it('source holds for a review in the pipeline of a pull request, which says so as well', async () => {
    const { root, env } = createBuild(sides);
    const byTarget = await reviewAsJson([], { cwd: root, env });
    expect(byTarget.report.profile.origin).toMatch(/at main \(/);
    const bySource = await reviewAsJson(['--profile-from', 'source'], { cwd: root, env });
    expect(bySource.report.profile.origin).toBe(`${profileFile} in the working tree`);
    expect(bySource.report.warnings[0]).toContain("this change's own");
  });
});

describe('a profile file in a pipeline', () => {
  const mine = 'config/mine.yml';

  it('of the repository is read from the target, by whatever way it is named', async () => {
    const build = createBuild({ target: { [mine]: ownCritical }, source: { [mine]: noGates } });
    const outside = temporaryFolder();
    symlinkSync(build.root, path.join(outside, 'clone'));
    symlinkSync(path.join(build.root, mine), path.join(outside, 'link.yml'));
    const ways = [
      mine,
      `./src/../${mine}`,
      path.join(build.root, mine),
      path.join(outside, 'clone', mine),
      path.join(outside, 'link.yml'),
    ];
    for (const way of ways) {
      const { exitCode, report } = await check(build, '--profile', way);
      expect(report.profile.origin, way).toMatch(/^config\/mine\.yml at main \(/);
      expect(exitCode).toBe(1);
      expect(report.warnings[0]).toContain(`This change edits ${mine}.`);
    }
  });

  it('outside of the repository holds as it stands, but what it extends there is the target’s', async () => {
    const build = createBuild({ target: { [mine]: ownCritical }, source: { [mine]: noGates } });
    const outside = path.join(temporaryFolder(), 'outside.yml');
    writeFileSync(outside, noGates);
    expect((await check(build, '--profile', outside)).exitCode).toBe(0);
    writeFileSync(
      outside,
      `extends: ./${path.relative(path.dirname(outside), path.join(build.root, mine))}\n`,
    );
    expect((await check(build, '--profile', outside)).exitCode).toBe(1);
  });

  it('that only the pull request has is not there, with the reason', async () => {
    const build = createBuild({ source: { [mine]: noGates } });
    const { exitCode, stderr } = await attempt(build, '--profile', mine);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/There is no profile config\/mine\.yml at main/);
    expect(stderr).toContain('A file of the repository is read from main here, not from the folder.');
  });
});

describe('something else where the profile is expected', () => {
  function linked(repository: TestRepository, link: string, to: string): void {
    mkdirSync(path.dirname(path.join(repository.root, link)), { recursive: true });
    symlinkSync(to, path.join(repository.root, link));
  }

  it.each([
    ['the file', profileFile, '../elsewhere.yml', 'it is a symbolic link'],
    ['its folder', '.codescene', 'elsewhere', '".codescene" is a symbolic link'],
  ])('is refused on the target where %s is a link', async (_, link, to, says) => {
    const origin = createRepository();
    linked(origin, link, to);
    const destination = origin.commit('start', { 'src/a.ts': healthy() });
    const build = createBuild({ source: {} });
    origin.checkout('feature');
    const commit = origin.commit('work', { 'src/a.ts': complex(4) });
    const { root } = cloneLikePipelines(origin, { branch: 'feature' });
    const env = { ...build.env, BITBUCKET_COMMIT: commit, BITBUCKET_PR_DESTINATION_COMMIT: destination };
    const { exitCode, stderr } = await runCli(['check'], { cwd: root, env });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).toContain('links are not followed: put the file itself there');
  });

  it.each([
    ['a link', (root: string) => symlinkSync('../elsewhere.yml', root), 'it is a symbolic link'],
    ['a folder', (root: string) => mkdirSync(root), 'it is a folder'],
    [
      'UTF-16',
      (root: string) => writeFileSync(root, '\ufeffversion: 1\n', 'utf16le'),
      'encoded as UTF-16: save it as UTF-8',
    ],
    [
      'latin1',
      (root: string) => writeFileSync(root, Buffer.from('version: 1\n# \xfc\n', 'latin1')),
      'line 2 is not UTF-8',
    ],
    [
      'more than a megabyte',
      (root: string) => writeFileSync(root, '#'.repeat(1_048_577)),
      'it has 1048577 bytes, and at most 1048576 are read',
    ],
    [
      'a megabyte of brackets',
      (root: string) => writeFileSync(root, '['.repeat(1_000_000)),
      'expected at most 65536 characters',
    ],
  ])('is refused in the working tree: %s', async (_, make, says) => {
    const repository = createRepository();
    repository.commit('start', { 'src/a.ts': healthy() });
    mkdirSync(path.join(repository.root, '.codescene'));
    make(path.join(repository.root, profileFile));
    const { exitCode, stderr } = await runCli(['check', '--target', 'HEAD'], { cwd: repository.root });
    expect(stderr).toContain(says);
    expect(stderr).toContain(profileFile);
    expect(exitCode).toBe(2);
  });

  it('is refused in a chain at the line that leads there', async () => {
    const repository = createRepository();
    repository.commit('start', { [profileFile]: 'version: 1\nextends: ./team.yml\n' });
    linked(repository, '.codescene/team.yml', '../elsewhere.yml');
    const { exitCode, stderr } = await runCli(['profile', 'validate'], { cwd: repository.root });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      `${profileFile}:2:10  extends: ".codescene/team.yml" cannot be used: it is a symbolic link`,
    );
  });
});
