import { describe, expect, it } from 'vitest';
import { cloneLikePipelines, createRepository } from '../helpers/create-repository.ts';
import { checkAsJson, reviewAsJson, runCli } from './run-cli.ts';
import { complex, healthy, nested } from './source-code.ts';

const all = '// @codescene(disable-all)\n';
const profileOf = (policy: 'honour' | 'ignore') =>
  `version: 1\nextends: clean-code-collective\nsuppressions: { new: ${policy} }\n`;

/** A pull request that adds code which the gate would stop, with a comment above it, and rewrites the profile. */
function createPullRequest(policy: 'honour' | 'ignore') {
  const profile = '.codescene/quality-profile.yml';
  const origin = createRepository();
  origin.commit('start', {
    [profile]: profileOf(policy),
    'src/a.ts': healthy(),
    'src/old.ts': all + nested(5),
  });
  origin.checkout('feature');
  const source = origin.commit('work', {
    [profile]: profileOf('honour'),
    'src/a.ts': healthy() + all + nested(4),
    'src/new.ts': `${all}import './a.ts';\n\n${complex(30)}`,
    'src/old.ts': all + nested(6),
  });
  const clone = cloneLikePipelines(origin, { branch: 'feature' });
  const env = {
    CI: 'true',
    BITBUCKET_BUILD_NUMBER: '17',
    BITBUCKET_WORKSPACE: 'acme',
    BITBUCKET_REPO_SLUG: 'shop',
    BITBUCKET_BRANCH: 'feature',
    BITBUCKET_COMMIT: source,
    BITBUCKET_PR_ID: '42',
    BITBUCKET_PR_DESTINATION_BRANCH: 'main',
  };
  return { cwd: clone.root, env };
}

const added = { added: true, smell: 'deep-nested-complexity', path: 'src/a.ts', line: 4, function: 'dig' };
const addedOnTop = { added: true, smell: 'complex-method', path: 'src/new.ts', line: 1, function: 'decide' };
const older = { added: false, smell: 'deep-nested-complexity', path: 'src/old.ts', line: 1, function: 'dig' };

describe('suppressions in a pull request', () => {
  it('cannot weaken the gate that judges them where the target has new ones ignored', async () => {
    const { exitCode, report } = await checkAsJson(['--no-publish'], createPullRequest('ignore'));
    expect(exitCode).toBe(1);
    expect(report.gates.filter(({ status }) => status === 'failed').map(({ gate }) => gate)).toEqual([
      'code-health-decline',
      'critical-rules',
      'advisory-rules',
    ]);
    expect(report.files.map(({ path, newScore }) => [path, newScore])).toEqual([
      ['src/a.ts', 9.38],
      ['src/new.ts', 9.18],
      ['src/old.ts', 10],
    ]);
    expect(report.suppressions).toEqual([
      { ...added, honoured: false },
      { ...addedOnTop, honoured: false },
      { ...older, honoured: true },
    ]);
  });

  it('count where the target honours them, and are listed', async () => {
    const { exitCode, report } = await checkAsJson(['--no-publish'], createPullRequest('honour'));
    expect(exitCode).toBe(0);
    expect(report.files.map(({ oldScore, newScore }) => [oldScore, newScore])).toEqual([
      [10, 10],
      [null, 10],
      [10, 10],
    ]);
    expect(report.summary.findings).toEqual({ introduced: 0, degraded: 0, improved: 0, fixed: 0 });
    expect(report.suppressions.map(({ honoured }) => honoured)).toEqual([true, true, true]);
  });

  it.each([
    ['ignore', 'Suppressions added by this change, ignored until they stand on the target (2)'],
    ['honour', 'Suppressions added by this change (2)'],
  ] as const)('are set apart on the terminal: %s', async (policy, title) => {
    const { stdout } = await runCli(['check', '--no-publish', '--no-fail'], createPullRequest(policy));
    expect(stdout).toContain(`
${title}
  ⚠ src/a.ts:4  deep-nested-complexity in dig
  ⚠ src/new.ts:1  complex-method in decide

Older suppressions (1)
  · src/old.ts:1  deep-nested-complexity in dig
`);
  });

  it('of a name that no smell has suppress nothing, with a warning that is safe to show', async () => {
    const repository = createRepository();
    repository.commit('start', { 'src/a.ts': healthy() });
    repository.checkout('feature');
    const typed = '// @codescene(disable:"Deep Nested Complexty", disable:"\u001b[2J\u202e")\n';
    repository.commit('work', { 'src/a.ts': healthy() + typed + nested(4) });
    const { exitCode, report } = await checkAsJson(['--target', 'main'], { cwd: repository.root });
    expect(exitCode).toBe(1);
    expect(report.suppressions).toEqual([]);
    expect(report.warnings).toEqual([
      'src/a.ts:4: there is no smell "Deep Nested Complexty" to suppress. Did you mean "Deep, Nested Complexity"?',
      'src/a.ts:4: there is no smell "\u001b[2J\u202e" to suppress. codescene-pr explain lists them all.',
    ]);
    const { stdout } = await runCli(['check', '--target', 'main'], { cwd: repository.root });
    expect(stdout).toContain('"\\x1b[2J\\u202e"');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u202e');
  });
});

describe('suppressions in whole files', () => {
  function createProject() {
    const repository = createRepository();
    repository.commit('start', {
      'src/a.ts': all + nested(4) + complex(20),
      'src/b.ts': '// @codescene(disable:"Complexity")\nimport "./a.ts";\n',
    });
    return { cwd: repository.root };
  }

  it('are honoured, counted and listed by review', async () => {
    const { exitCode, report } = await reviewAsJson(['--min-score', '9.4'], createProject());
    expect(exitCode).toBe(0);
    expect(report.files[0]).toMatchObject({
      path: 'src/a.ts',
      score: 9.44,
      findings: [{ smell: 'complex-method' }],
    });
    expect(report.worstFunctions.map(({ name }) => name)).toEqual(['decide']);
    expect(report.summary.findings.total).toBe(1);
    expect(report.suppressions).toEqual([{ ...older, path: 'src/a.ts', honoured: true }]);
    expect(report.warnings).toEqual([
      'src/b.ts:1: there is no smell "Complexity" to suppress. codescene-pr explain lists them all.',
    ]);
  });

  it('are said by explain at their place', async () => {
    const { stdout } = await runCli(['explain', 'src/a.ts:5'], createProject());
    expect(stdout).toMatch(/^src\/a\.ts:5 {2}9\.44 \(green\)\n {2}in dig, lines 2 to 13: /);
    expect(stdout).toContain(`
Nothing is found here but what comments suppress.

Suppressed
  · deep-nested-complexity: dig nests control structures 4 levels deep (limit 3)
    lines 2 to 13: suppressed by the comment in line 1; costs nothing
`);
    const elsewhere = await runCli(['explain', 'src/a.ts:15'], createProject());
    expect(elsewhere.stdout).toContain('(complex-method, advisory)');
    expect(elsewhere.stdout).not.toContain('Suppressed');
  });
});
