import { describe, expect, it } from 'vitest';
import { createRepository, type Files } from '../helpers/create-repository.ts';
import { checkAsJson, runCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';

const profileFile = '.codescene/quality-profile.yml';

/** A repository whose working tree differs from its only commit. */
function createChange(before: Files, after: Files) {
  const repository = createRepository();
  repository.commit('start', { 'src/a.ts': healthy(), ...before });
  repository.write(after);
  return { cwd: repository.root };
}

const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('files that are excluded by default', () => {
  const leftOut = {
    'src/types.d.ts': '**/*.d.{ts,mts,cts}',
    'src/api.generated.ts': '**/*.generated.*',
    'src/__generated__/api.ts': '**/__generated__/**',
    'src/api_pb.js': '**/*{_pb,.pb}.{js,ts}',
    'vendor/lib.js': '**/vendor/**',
    'public/app.min.js': '**/*.min.{js,mjs,cjs}',
    'src/__snapshots__/a.test.ts': '**/__snapshots__/**',
    'packages/a/dist/index.js': '**/dist/**',
  };
  const files = Object.fromEntries(Object.keys(leftOut).map((path) => [path, nested(5)]));

  it('are listed with the pattern, as JSON and at the terminal, and judged by no gate', async () => {
    const change = createChange({}, files);
    const { exitCode, report } = await checkAsJson(['--target', 'HEAD'], change);
    expect(exitCode).toBe(0);
    expect(report.files).toEqual([]);
    expect(Object.fromEntries(report.skipped.map(({ path, reason }) => [path, reason]))).toEqual(
      Object.fromEntries(
        Object.entries(leftOut).map(([path, pattern]) => [
          path,
          `excluded by the profile's pattern "${pattern}"`,
        ]),
      ),
    );
    const { stdout } = await runCli(['check', '--target', 'HEAD'], change);
    expect(stdout).toContain('Not measured (8)');
    expect(flat(stdout)).toContain(`vendor/lib.js excluded by the profile's pattern "**/vendor/**"`);
  });

  it('are measured where the profile includes them', async () => {
    const include = Object.keys(leftOut).map((path) => `"${path}"`);
    const change = createChange({ [profileFile]: `files: { include: [${include.join(', ')}] }\n` }, files);
    const { exitCode, report } = await checkAsJson(['--target', 'HEAD'], change);
    expect(exitCode).toBe(1);
    expect(report.files.map(({ path }) => path)).toEqual(Object.keys(leftOut).sort());
    expect(report.skipped).toEqual([]);
  });
});

describe('goals', () => {
  const profile = [
    'extends: pay-down-tech-debt',
    'goals:',
    '  - { files: "src/billing/tax.ts", goal: no-goal }',
    '  - { files: "src/billing/**", goal: refactor, note: "see PROJ-12" }',
    '  - { files: "src/**", goal: supervise }',
    '',
  ].join('\n');
  const before = {
    [profileFile]: profile,
    'src/billing/invoice.ts': nested(5),
    'src/billing/tax.ts': nested(5),
    'src/core.ts': nested(5),
  };

  it('recall at a touched file that it was left as it is, and fail nothing', async () => {
    const touched = `// A remark.\n${nested(5)}`;
    const change = createChange(before, { 'src/billing/invoice.ts': touched, 'src/billing/tax.ts': touched });
    const { exitCode, report } = await checkAsJson(['--target', 'HEAD'], change);
    expect(exitCode).toBe(0);
    expect(report.files.map(({ path, goal }) => [path, goal])).toEqual([
      ['src/billing/invoice.ts', { goal: 'refactor', note: 'see PROJ-12' }],
      ['src/billing/tax.ts', null],
    ]);
    expect(report.warnings).toEqual([
      'src/billing/invoice.ts was touched and left as it is (goal: refactor, see PROJ-12).',
    ]);
    const { stdout } = await runCli(['check', '--target', 'HEAD'], change);
    expect(stdout).toMatch(
      /src\/billing\/invoice\.ts {2}.*goal: refactor, see PROJ-12, touched and left as it is/,
    );
  });

  it('name themselves in the gates that hold them', async () => {
    const change = createChange(before, { 'src/billing/invoice.ts': nested(6), 'src/core.ts': nested(6) });
    const { exitCode, report } = await checkAsJson(['--target', 'HEAD'], change);
    expect(exitCode).toBe(1);
    const refactoring = report.gates.find(({ gate }) => gate === 'refactoring-goals');
    expect(refactoring).toMatchObject({ status: 'failed' });
    expect(refactoring?.conditions.map(({ path }) => path)).toEqual(['src/billing/invoice.ts']);
    expect(refactoring?.conditions[0]?.message).toMatch(/\(goal: refactor, see PROJ-12\)$/);
  });
});

describe('what has no effect in a profile', () => {
  const profile =
    'rules:\n  large-method: { weight: 0, max-lines-of-code: 100 }\noverrides:\n  - { files: tests/**, rules: { brain-class: off } }\n';
  const idle = 'rules.large-method.max-lines-of-code has no effect';
  const unmatched = 'the pattern "tests/**" matches no file of the repository';
  const change = () => createChange({ [profileFile]: profile }, {});

  it('is a warning of every command that reads the profile', async () => {
    const project = change();
    const { report } = await checkAsJson(['--target', 'HEAD'], project);
    expect(report.warnings).toEqual([expect.stringContaining(idle)]);
    const review = await runCli(['review'], project);
    expect(flat(review.stdout)).toContain(idle);
    expect(flat(review.stdout)).toContain(unmatched);
    const shown = await runCli(['profile', 'show'], project);
    expect(shown.stderr).toContain(`Warning: ${profileFile}:2: ${idle}`);
    expect(shown.stdout).not.toContain('has no effect');
    expect(shown.exitCode).toBe(0);
  });

  it('is listed by profile validate, which passes', async () => {
    const { exitCode, stdout } = await runCli(['profile', 'validate'], change());
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')).toEqual([
      expect.stringContaining(idle),
      expect.stringContaining(unmatched),
      `${profileFile} in the working tree: no error found, 2 warnings`,
      '',
    ]);
  });
});
