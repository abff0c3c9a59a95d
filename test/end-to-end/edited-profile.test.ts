import { describe, expect, it } from 'vitest';
import { attempt, check, createBuild, noGates, ownCritical, profileFile } from './profile-build.ts';
import { checkAsJson } from './run-cli.ts';
import { nested } from './source-code.ts';

describe('a pull request that edits the profile', () => {
  it('is judged by the target, and told that the edited profile would pass it', async () => {
    const build = createBuild({ target: { [profileFile]: ownCritical }, source: { [profileFile]: noGates } });
    const { exitCode, report } = await check(build);
    expect(exitCode).toBe(1);
    expect(report.profile.origin).toMatch(/quality-profile\.yml at main \(/);
    expect(report.warnings.slice(0, 2)).toEqual([
      `This change edits ${profileFile}. The target's profile is in force; what is edited takes effect after the merge.`,
      'With the edited profile the quality gate would pass: hotspot-decline would be off (now holds), critical-rules would be off (now violated by 1 condition).',
    ]);
  });

  it('is told that the edited profile would fail it', async () => {
    const build = createBuild({ target: { [profileFile]: noGates }, source: { [profileFile]: ownCritical } });
    const { exitCode, report } = await check(build);
    expect(exitCode).toBe(0);
    expect(report.warnings[1]).toBe(
      'With the edited profile the quality gate would fail: hotspot-decline would hold (now off), critical-rules would be violated by 1 condition, at src/a.ts:1 (now off).',
    );
  });

  it('is told how gates would differ where the verdict would not', async () => {
    const strict = 'version: 1\nextends: clean-code-collective\n';
    const build = createBuild({ target: { [profileFile]: ownCritical }, source: { [profileFile]: strict } });
    const { report } = await check(build);
    expect(report.warnings[1]).toBe(
      'With the edited profile the quality gate would still fail: code-health-decline would be violated by 1 condition, at src/a.ts (now off), advisory-rules would hold (now off).',
    );
  });

  it('is told nothing of the verdict where the edit changes none', async () => {
    const build = createBuild({
      target: { [profileFile]: ownCritical },
      source: { [profileFile]: 'version: 1\nrules: { brain-class: off }\n' },
    });
    const { report } = await check(build);
    expect(report.warnings.filter((warning) => warning.startsWith('With the edited'))).toEqual([]);
    expect(report.warnings[0]).toContain('takes effect after the merge');
  });

  it('is told that the target has none yet where it adds the first', async () => {
    const build = createBuild({ source: { [profileFile]: noGates } });
    const { exitCode, report } = await check(build);
    expect(exitCode).toBe(1);
    expect(report.warnings.slice(0, 2)).toEqual([
      `This change adds ${profileFile}. The target has no profile of its own, so that bare-minimum is in force; what is edited takes effect after the merge.`,
      'With the edited profile the quality gate would pass: hotspot-decline would be off (now holds), critical-rules would be off (now violated by 1 condition).',
    ]);
  });

  it('is told what removing it would do', async () => {
    const build = createBuild({ target: { [profileFile]: noGates }, source: { [profileFile]: null } });
    const { exitCode, report } = await check(build);
    expect(exitCode).toBe(0);
    expect(report.warnings[0]).toContain(`This change removes ${profileFile}.`);
    expect(report.warnings[1]).toContain(
      'would fail: hotspot-decline would hold (now off), critical-rules would be violated',
    );
  });

  it('is told that the edited profile is broken, before it breaks every build', async () => {
    const build = createBuild({
      target: { [profileFile]: ownCritical },
      source: { [profileFile]: 'version: 1\nrulez: {}\ngates: 1\n' },
    });
    const { exitCode, report } = await check(build);
    expect(exitCode).toBe(1);
    expect(report.warnings[1]).toBe(
      `The edited profile cannot be used and would fail every build after the merge: ${profileFile}:2:1 rulez: unknown key (and 1 more).`,
    );
  });

  it('is told of a file that the profile extends, on either side', async () => {
    const team = '.codescene/team.yml';
    const build = createBuild({
      target: { [profileFile]: 'extends: ./team.yml\n', [team]: ownCritical },
      source: { [team]: noGates },
    });
    const { report } = await check(build);
    expect(report.warnings[0]).toContain(`This change edits ${team}.`);
    expect(report.warnings[1]).toContain('would pass');
  });

  it('is told what the edited profile makes of files that it no longer leaves out', async () => {
    const build = createBuild({
      target: { [profileFile]: 'files: { exclude: [gen/**, src/**] }\n' },
      source: { [profileFile]: 'files: { exclude: src/** }\n', 'gen/b.ts': nested(5) },
    });
    const { exitCode, report } = await check(build);
    expect(exitCode).toBe(0);
    expect(report.files).toEqual([]);
    expect(report.warnings[1]).toBe(
      'With the edited profile the quality gate would fail: critical-rules would be violated by 1 condition, at gen/b.ts:1 (now not applicable).',
    );
  });

  it('reads so at the terminal and in the report on the pull request', async () => {
    const build = createBuild({ target: { [profileFile]: ownCritical }, source: { [profileFile]: noGates } });
    const { stdout, stderr } = await attempt(
      { ...build, env: { ...build.env, CODESCENE_PR_NO_PUBLISH: '0' } },
      '--dry-run',
    );
    const flat = stdout.replace(/\s+/g, ' ');
    expect(flat).toContain('takes effect after the merge');
    expect(flat).toContain('the quality gate would pass');
    expect(stderr).toContain('Warning: This change edits');
    expect(stderr).toContain('the quality gate would pass');
  });

  it('is told nothing where the profile in force is none of the repository', async () => {
    const build = createBuild({ target: { [profileFile]: ownCritical }, source: { [profileFile]: noGates } });
    const { report } = await check(build, '--profile', 'bare-minimum');
    expect(report.warnings).toEqual([]);
  });

  it('is told nothing on a laptop, where the profile of the working tree is in force', async () => {
    const { origin } = createBuild({
      target: { [profileFile]: ownCritical },
      source: { [profileFile]: noGates },
    });
    const { exitCode, report } = await checkAsJson(['--target', 'main'], { cwd: origin.root });
    expect(exitCode).toBe(0);
    expect(report.warnings).toEqual([]);
  });
});
