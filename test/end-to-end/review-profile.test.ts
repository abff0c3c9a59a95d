import { describe, expect, it } from 'vitest';
import { cloneLikePipelines } from '../helpers/create-repository.ts';
import { createProject, scoresOf } from './reviewed-project.ts';
import { reviewAsJson } from './run-cli.ts';
import { healthy } from './source-code.ts';

describe('the profile of a review', () => {
  const strict = 'version: 1\nrules:\n  complex-method: { max-cyclomatic-complexity: 1 }\n';
  const off = 'version: 1\nrules:\n  deep-nested-complexity: off\n';

  it('stands on the side that is reviewed', async () => {
    const project = createProject();
    project.commit('off', { '.codescene/quality-profile.yml': off });
    project.write({ '.codescene/quality-profile.yml': null });
    const here = await reviewAsJson(['src/deep/b.ts'], { cwd: project.root });
    expect(scoresOf(here.report)).toEqual([['src/deep/b.ts', 9.38]]);
    const there = await reviewAsJson(['--source', 'main', 'src/deep/b.ts'], { cwd: project.root });
    expect(scoresOf(there.report)).toEqual([['src/deep/b.ts', 10]]);
    expect(there.report.profile.origin).toContain('.codescene/quality-profile.yml at main');
  });

  it('is a built-in one or a file where --profile names it', async () => {
    const project = createProject();
    project.write({ 'config/strict.yml': strict });
    const { report } = await reviewAsJson(['--profile', 'config/strict.yml', 'src/a.ts', 'src/deep/b.ts'], {
      cwd: project.root,
    });
    expect(report.files[0]?.findings.map(({ smell }) => smell)).toEqual([
      'complex-method',
      'deep-nested-complexity',
    ]);
    const named = await reviewAsJson(['--profile', 'clean-code-collective'], { cwd: project.root });
    expect(named.report.profile.name).toBe('clean-code-collective');
  });

  it("is the target's in the pipeline of a pull request, whatever is reviewed", async () => {
    const origin = createProject();
    origin.checkout('feature');
    const source = origin.commit('weaken', { '.codescene/quality-profile.yml': off });
    origin.checkout('main');
    const destination = origin.commit('meanwhile', { 'lib/d.js': healthy('plus') });
    const clone = cloneLikePipelines(origin, { branch: 'feature' });
    const env = {
      BITBUCKET_BUILD_NUMBER: '17',
      BITBUCKET_BRANCH: 'feature',
      BITBUCKET_COMMIT: source.slice(0, 12),
      BITBUCKET_PR_ID: '42',
      BITBUCKET_PR_DESTINATION_BRANCH: 'main',
      BITBUCKET_PR_DESTINATION_COMMIT: destination.slice(0, 12),
    };
    for (const args of [[], ['--source', source]]) {
      const { exitCode, report } = await reviewAsJson([...args, '--min-score', '9.5'], {
        cwd: clone.root,
        env,
      });
      expect(exitCode).toBe(1);
      expect(report.profile).toEqual({ name: 'bare-minimum', origin: 'built-in' });
      expect(report.gates[0]?.conditions).toMatchObject([{ path: 'src/deep/b.ts', measured: 9.38 }]);
    }
    const { BITBUCKET_PR_ID: _id, ...branch } = env;
    const ofBranch = await reviewAsJson(['--min-score', '9.5'], { cwd: clone.root, env: branch });
    expect(ofBranch.exitCode).toBe(0);
  });
});
