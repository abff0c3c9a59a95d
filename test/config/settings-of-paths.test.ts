import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveProfile } from '../../src/config/index.ts';
import { resolveText } from './create-files.ts';

describe('overrides', () => {
  const text = [
    'rules:',
    '  complex-method: { max-cyclomatic-complexity: 10, weight: 0.9 }',
    'overrides:',
    '  - files: "src/legacy/**"',
    '    rules: { complex-method: { max-cyclomatic-complexity: 30 } }',
    '    gates: { critical-rules: off }',
    '  - files: ["**/*.test.ts", "test/"]',
    '    rules:',
    '      complex-method: { max-cyclomatic-complexity: 20, weight: 0.2 }',
    '      large-method: off',
    '    gates: { critical-rules: [brain-method], new-code-health: { min-score: 7 } }',
  ].join('\n');

  it.each([
    ['no override', 'src/a.ts', 10, 0.9, true],
    ['the first', 'src/legacy/a.ts', 30, 0.9, true],
    ['the second', 'src/a.test.ts', 20, 0.2, false],
    ['the second by its folder', 'test/helpers/a.ts', 20, 0.2, false],
    [
      'both: the first wins for what it sets, the second for the rest',
      'src/legacy/a.test.ts',
      30,
      0.2,
      false,
    ],
  ])('apply to paths that match %s', async (_, path, limit, weight, largeMethod) => {
    const rules = (await resolveText(text)).rulesFor(path);
    expect(rules['complex-method']).toMatchObject({ weight, limits: { maxCyclomaticComplexity: limit } });
    expect(rules['large-method']?.enabled).toBe(largeMethod);
  });

  it('apply to gates, the first that has a gate wins', async () => {
    const { gatesFor, gates } = await resolveText(text);
    expect(gates['critical-rules']).toEqual({ smells: null });
    expect(gatesFor('src/a.ts')).toEqual(gates);
    expect(gatesFor('src/a.test.ts')['critical-rules']).toEqual({ smells: ['brain-method'] });
    expect(gatesFor('src/legacy/a.test.ts')['critical-rules']).toBe(false);
    expect(gatesFor('src/legacy/a.test.ts')['new-code-health']).toEqual({ minScore: 7 });
  });

  it('of an extended file apply behind those of the file, and before any general rule', async () => {
    const team = {
      '.codescene/team.yml':
        'overrides:\n  - { files: "**/*.test.ts", rules: { large-method: off, complex-method: { weight: 0.3 } } }\n',
    };
    const extending =
      'extends: ./team.yml\nrules: { large-method: { weight: 0.7 } }\noverrides:\n  - { files: "src/**", rules: { complex-method: { weight: 0.6 } } }\n';
    const { rulesFor } = await resolveText(extending, team);
    expect(rulesFor('src/a.test.ts')['complex-method']?.weight).toBe(0.6);
    expect(rulesFor('lib/a.test.ts')['complex-method']?.weight).toBe(0.3);
    expect(rulesFor('lib/a.test.ts')['large-method']).toMatchObject({ enabled: false, weight: 0.7 });
  });

  it('give the same object to paths under the same overrides', async () => {
    const { rulesFor } = await resolveText(text);
    expect(rulesFor('src/a.test.ts')).toBe(rulesFor('src/b.test.ts'));
    expect(rulesFor('src/a.test.ts')).not.toBe(rulesFor('src/a.ts'));
  });

  it('do not depend on what was asked before', async () => {
    const paths = ['src/a.ts', 'src/legacy/a.ts', 'src/a.test.ts', 'src/legacy/a.test.ts', 'test/a.ts'];
    const expected = new Map<string, unknown>();
    for (const path of paths) expected.set(path, (await resolveText(text)).rulesFor(path));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...paths)), async (asked) => {
        const { rulesFor } = await resolveText(text);
        for (const path of asked) expect(rulesFor(path)).toEqual(expected.get(path));
      }),
      { numRuns: 20 },
    );
  });
});

describe('goals', () => {
  it('hold for the first pattern that matches; no-goal ends the search', async () => {
    const { goalFor } = await resolveText(
      [
        'goals:',
        '  - { files: "src/billing/tax.ts", goal: no-goal }',
        '  - { files: ["src/billing/**"], goal: refactor, note: "see PROJ-12" }',
        '  - { files: "src/**", goal: supervise }',
      ].join('\n'),
    );
    expect(goalFor('src/billing/tax.ts')).toBeNull();
    expect(goalFor('src/billing/invoice.ts')).toEqual({
      files: ['src/billing/**'],
      goal: 'refactor',
      note: 'see PROJ-12',
    });
    expect(goalFor('src/a.ts')).toMatchObject({ goal: 'supervise', note: null });
    expect(goalFor('lib/a.ts')).toBeNull();
  });
});

describe('excluded files', () => {
  it.each([
    ['src/types.d.ts', '**/*.d.{ts,mts,cts}'],
    ['api.generated.ts', '**/*.generated.*'],
    ['packages/a/node_modules/b/index.js', '**/node_modules/**'],
    ['public/js/jquery.min.js', '**/*.min.{js,mjs,cjs}'],
    ['.yarn/releases/yarn.cjs', '**/.yarn/**'],
    ['packages/a/dist/index.js', '**/dist/**'],
    ['src/index.ts', null],
    ['src/distance.ts', null],
    ['src/.hidden/a.ts', null],
  ])('by default: %s by %s', async (path, pattern) => {
    const profile = await resolveProfile({ name: 'bare-minimum' });
    expect(profile.excludedBy(path)).toBe(pattern);
  });

  it('are those of the profile besides the default ones', async () => {
    const { excludedBy } = await resolveText('files: { exclude: ["legacy/", "src/[[]id]/**"] }\n');
    expect(excludedBy('legacy/deep/a.ts')).toBe('legacy/');
    expect(excludedBy('src/legacy/a.ts')).toBeNull();
    expect(excludedBy('src/a.d.ts')).toBe('**/*.d.{ts,mts,cts}');
  });

  it('are measured where "include" matches them, in the same file or a nearer one', async () => {
    const text = 'files: { exclude: "src/**", include: ["src/core/**", "vendor/ours/**"] }\n';
    const { excludedBy } = await resolveText(text);
    expect(excludedBy('src/a.ts')).toBe('src/**');
    expect(excludedBy('src/core/a.ts')).toBeNull();
    expect(excludedBy('vendor/ours/a.ts')).toBeNull();
    expect(excludedBy('vendor/theirs/a.ts')).toBe('**/vendor/**');
  });

  it('are excluded again by a file that extends the one that includes them', async () => {
    const team = { '.codescene/team.yml': 'files: { include: "vendor/**" }\n' };
    const { excludedBy } = await resolveText(
      'extends: ./team.yml\nfiles: { exclude: "vendor/theirs/**" }\n',
      team,
    );
    expect(excludedBy('vendor/ours/a.ts')).toBeNull();
    expect(excludedBy('vendor/theirs/a.ts')).toBe('vendor/theirs/**');
  });
});
