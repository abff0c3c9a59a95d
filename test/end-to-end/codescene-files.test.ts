import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloneLikePipelines, type TestRepository, temporaryFolder } from '../helpers/create-repository.ts';
import {
  createProject,
  gates,
  gatesPath,
  profilePath,
  rules,
  rulesPath,
  warning,
} from './codescene-project.ts';
import { checkAsJson, reviewAsJson, runCli } from './run-cli.ts';
import { complex, nested } from './source-code.ts';

/** The variables of the pipeline of a pull request from `feature` to `main`. */
function pipelineVariables(origin: TestRepository, source: string): Record<string, string> {
  return {
    CI: 'true',
    BITBUCKET_BUILD_NUMBER: '1',
    BITBUCKET_WORKSPACE: 'acme',
    BITBUCKET_REPO_SLUG: 'shop',
    BITBUCKET_BRANCH: 'feature',
    BITBUCKET_COMMIT: source,
    BITBUCKET_PR_ID: '7',
    BITBUCKET_PR_DESTINATION_BRANCH: 'main',
    BITBUCKET_PR_DESTINATION_COMMIT: origin.git('rev-parse', 'main'),
  };
}

const lax = '{ "rule_sets": [{ "rules": [{ "name": "Deep, Nested Complexity", "weight": 0 }] }] }';

describe("check by CodeScene's own files", () => {
  it('reads them where there is no quality profile, and names what cannot be honoured', async () => {
    const project = createProject({ [rulesPath]: rules, [gatesPath]: gates });
    project.write({ 'legacy/a.ts': nested(4), 'src/a.ts': complex(5) });

    const { exitCode, report } = await checkAsJson(['--target', 'main'], { cwd: project.root });

    expect(exitCode).toBe(0);
    expect(report.profile).toEqual({
      name: 'codescene-files',
      origin: `${rulesPath} and ${gatesPath} in the working tree`,
    });
    expect(report.warnings).toContain(warning);
    expect(report.files.map(({ path: at, findings }) => [at, findings.map(({ smell }) => smell)])).toEqual([
      ['legacy/a.ts', []],
      ['src/a.ts', ['complex-method']],
    ]);
  });

  it('judges a pull request by those of the target, whatever it brings along', async () => {
    const origin = createProject({ [rulesPath]: rules, [gatesPath]: gates });
    const source = origin.commit('work', { [rulesPath]: lax, [gatesPath]: null, 'src/deep.ts': nested(4) });
    const clone = cloneLikePipelines(origin, { branch: 'feature' });
    const env = pipelineVariables(origin, source);

    const { exitCode, report } = await checkAsJson(['--no-publish'], { cwd: clone.root, env });

    expect(exitCode).toBe(1);
    expect(report.profile.origin).toMatch(
      /^\.codescene\/code-health-rules\.json and \.codescene\/custom-quality-gates\.json at main \([0-9a-f]{12}\)$/,
    );
    expect(report.gates.find(({ gate }) => gate === 'critical-rules')?.status).toBe('failed');
  });

  it('takes them from the target into a profile outside of the repository', async () => {
    const origin = createProject({ [rulesPath]: rules });
    const source = origin.commit('work', { [rulesPath]: lax, 'src/deep.ts': nested(4) });
    const clone = cloneLikePipelines(origin, { branch: 'feature' });
    const profile = path.join(temporaryFolder(), 'company.yml');
    writeFileSync(profile, 'extends: codescene-files\n');

    const { exitCode, report } = await checkAsJson(['--no-publish', '--profile', profile], {
      cwd: clone.root,
      env: pipelineVariables(origin, source),
    });

    expect(exitCode).toBe(1);
    expect(report.profile).toEqual({ name: 'company', origin: profile });
    expect(report.files[0]?.findings.map(({ smell }) => smell)).toEqual([
      'complex-method',
      'deep-nested-complexity',
    ]);
  });

  it('asks of a new file what they ask', async () => {
    const project = createProject({ [gatesPath]: gates });
    project.write({ 'src/new.ts': complex(12) });
    const { exitCode, report } = await checkAsJson(['--target', 'main'], { cwd: project.root });
    expect(exitCode).toBe(1);
    expect(report.gates.find(({ gate }) => gate === 'new-code-health')?.conditions).toMatchObject([
      { path: 'src/new.ts', limit: 10 },
    ]);
  });

  it('leaves them aside where a quality profile stands', async () => {
    const project = createProject({ [rulesPath]: '{ broken', [profilePath]: 'extends: bare-minimum\n' });
    project.write({ 'src/a.ts': complex(5) });
    const { exitCode, report } = await checkAsJson(['--target', 'main'], { cwd: project.root });
    expect(exitCode).toBe(0);
    expect(report.profile.name).toBe('quality-profile');
    expect(report.warnings).toEqual([]);
  });

  it('takes them into a quality profile that extends them, which has the last word', async () => {
    const profile = 'extends: codescene-files\nrules: { complex-method: off }\n';
    const project = createProject({ [rulesPath]: rules, [profilePath]: profile });
    project.write({ 'legacy/a.ts': nested(4), 'src/a.ts': complex(5), 'src/deep.ts': nested(4) });
    const { report } = await checkAsJson(['--target', 'main'], { cwd: project.root });
    expect(report.files.flatMap(({ findings }) => findings.map(({ smell }) => smell))).toEqual([
      'deep-nested-complexity',
    ]);
    expect(report.warnings).toEqual([warning]);
  });

  it.each([
    [['check', '--target', 'main']],
    [['review']],
    [['profile', 'validate']],
    [['profile', 'validate', rulesPath]],
  ])('says what is wrong with them and exits with 2: %j', async (args) => {
    const project = createProject({ [rulesPath]: '{\n  "rule_sets": [{ "rules": {} }]\n}\n' });
    const run = await runCli(args, { cwd: project.root });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(
      `${rulesPath}:2:28  rule_sets[0].rules: expected a list of rules, got a map`,
    );
  });

  it('refuses to extend them where they are missing', async () => {
    const project = createProject({ [profilePath]: 'version: 1\nextends: codescene-files\n' });
    const run = await runCli(['check', '--target', 'main'], { cwd: project.root });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(
      `${profilePath}:2:10  extends: there is no file "${rulesPath}" and no "${gatesPath}"`,
    );
  });
});

describe("review by CodeScene's own files", () => {
  it('takes their rules and names what cannot be honoured', async () => {
    const project = createProject({ [rulesPath]: rules });
    project.write({ 'src/a.ts': complex(5) });
    const { report } = await reviewAsJson(['src/a.ts'], { cwd: project.root });
    expect(report.files[0]?.findings.map(({ smell }) => smell)).toEqual(['complex-method']);
    expect(report.warnings).toContain(warning);
  });
});
