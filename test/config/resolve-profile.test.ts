import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveProfile } from '../../src/config/index.ts';
import { UsageError } from '../../src/errors.ts';
import { smells } from '../../src/smells/index.ts';
import { resolveText } from './create-files.ts';

describe('a resolved profile', () => {
  it('has the name of its file and the origin that it was given', async () => {
    const profile = await resolveText('');
    expect(profile.name).toBe('quality-profile');
    expect(profile.origin).toBe('.codescene/quality-profile.yml at main');
  });

  it('has every rule on with what its smell declares', async () => {
    const rules = (await resolveText('')).rulesFor('src/a.ts');
    expect(Object.keys(rules)).toEqual(smells.map(({ id }) => id));
    for (const { id, severity, limits } of smells) {
      const defaults = Object.fromEntries(
        Object.entries(limits).map(([name, limit]) => [name, limit.default]),
      );
      expect(rules[id]).toMatchObject({ enabled: true, severity, weight: 1, limits: defaults });
    }
  });

  it('takes the level by which the penalty points of a smell grow', async () => {
    const text = `rules:
  complex-method: { alert-cyclomatic-complexity: 20 }
  lines-of-code-in-a-single-file: { alert-lines-of-code: 900 }
`;
    const rules = (await resolveText(text)).rulesFor('src/a.ts');
    expect(rules['complex-method']?.limits.alertCyclomaticComplexity).toBe(20);
    expect(rules['large-method']?.limits.alertLinesOfCode).toBe(500);
    expect(rules['lines-of-code-in-a-single-file']?.limits.alertLinesOfCode).toBe(900);
  });

  it('takes a rule by id and by name, off by each switch and by a weight of 0', async () => {
    const text =
      'rules:\n  complex-method: off\n  Large Method: false\n  bumpy-road-ahead: { weight: 0 }\n  Complex Conditional: on\n';
    const rules = (await resolveText(text)).rulesFor('a.ts');
    expect(rules['complex-method']?.enabled).toBe(false);
    expect(rules['large-method']?.enabled).toBe(false);
    expect(rules['bumpy-road-ahead']).toMatchObject({ enabled: false, weight: 0 });
    expect(rules['complex-conditional']?.enabled).toBe(true);
  });

  it('switches an inherited rule on again by giving it settings, or by "on"', async () => {
    const team = { '.codescene/team.yml': 'rules: { complex-method: off, large-method: off }\n' };
    const text = 'extends: ./team.yml\nrules: { complex-method: { weight: 0.5 }, large-method: on }\n';
    const rules = (await resolveText(text, team)).rulesFor('a.ts');
    expect(rules['complex-method']).toMatchObject({ enabled: true, weight: 0.5 });
    expect(rules['large-method']?.enabled).toBe(true);
  });

  it('takes a gate whole: "on" is its default settings, whatever was inherited', async () => {
    const team = {
      '.codescene/team.yml':
        'gates: { code-health-decline: { max-decline: 0.5 }, critical-rules: [Brain Method, brain-method] }\n',
    };
    expect((await resolveText('extends: ./team.yml\n', team)).gates).toMatchObject({
      'code-health-decline': { maxDecline: 0.5 },
      'critical-rules': { smells: ['brain-method'] },
    });
    const text =
      'extends: ./team.yml\ngates: { code-health-decline: on, critical-rules: true, new-code-health: {} }\n';
    expect((await resolveText(text, team)).gates).toMatchObject({
      'code-health-decline': { maxDecline: 0 },
      'critical-rules': { smells: null },
      'new-code-health': { minScore: 9 },
    });
  });

  it.each([
    ['on', { minNewAndChangedLines: 80, minExecutableLines: 10 }],
    ['{ min-new-and-changed-lines: 66.6 }', { minNewAndChangedLines: 66.6, minExecutableLines: 10 }],
    ['{ min-executable-lines: 1 }', { minNewAndChangedLines: 80, minExecutableLines: 1 }],
    ['off', null],
  ])('gives the gate on coverage its numbers: %s', async (written, expected) => {
    const { gates, values } = await resolveText(`gates: { coverage: ${written} }\n`);
    expect(gates.coverage).toEqual(expected ?? false);
    const [shown] = values.filter(({ key }) => key === 'gates.coverage');
    expect(shown?.value).toBe(
      expected === null
        ? false
        : `min-new-and-changed-lines: ${expected.minNewAndChangedLines}, min-executable-lines: ${expected.minExecutableLines}`,
    );
  });

  it('keeps feedback, suppressions and the treatment of unmeasured files', async () => {
    const byDefault = await resolveText('');
    expect(byDefault.feedback).toEqual({
      insightsReport: true,
      annotations: { degradations: true, improvements: true, uncoveredLines: false },
      buildStatus: true,
      comment: 'on-change',
    });
    expect([byDefault.suppressions, byDefault.unmeasured]).toEqual([{ new: 'honour' }, 'fail']);
    const changed = await resolveText(
      'feedback: { annotations: { improvements: off }, comment: never, build-status: false }\nsuppressions: { new: ignore }\nfiles: { unmeasured: warn }\n',
    );
    expect(changed.feedback).toEqual({
      insightsReport: true,
      annotations: { degradations: true, improvements: false, uncoveredLines: false },
      buildStatus: false,
      comment: 'never',
    });
    expect([changed.suppressions, changed.unmeasured]).toEqual([{ new: 'ignore' }, 'warn']);
    expect((await resolveText('feedback: { annotations: off }')).feedback.annotations).toEqual({
      degradations: false,
      improvements: false,
      uncoveredLines: false,
    });
    const asked = await resolveText('feedback: { annotations: on }', { '.codescene/team.yml': '' });
    expect(asked.feedback.annotations.uncoveredLines).toBe(false);
    const inherited = 'extends: ./team.yml\nfeedback: { annotations: ';
    const team = { '.codescene/team.yml': 'feedback: { annotations: { uncovered-lines: on } }\n' };
    for (const [written, expected] of [
      ['on', true],
      ['off', false],
    ] as const) {
      const { feedback } = await resolveText(`${inherited}${written} }\n`, team);
      expect(feedback.annotations.uncoveredLines).toBe(expected);
    }
  });

  it('keeps connections by name, the nearest file first', async () => {
    const text =
      'extends: ./team.yml\nconnections:\n  ours: { type: access-token, url: "https://bitbucket.example.com", token-variable: OUR_TOKEN }\n';
    const { connections } = await resolveText(text, {
      '.codescene/team.yml':
        'connections: { ours: { type: pipelines }, mail: { type: api-token, email-variable: MAIL } }\n',
    });
    expect(connections).toEqual({
      ours: {
        type: 'access-token',
        url: 'https://bitbucket.example.com',
        tokenVariable: 'OUR_TOKEN',
        emailVariable: null,
      },
      mail: { type: 'api-token', url: null, tokenVariable: null, emailVariable: 'MAIL' },
    });
  });

  it('is refused by a wrong name, with the nearest one', async () => {
    const misspelt = resolveProfile({ name: 'bare-minimm' });
    await expect(misspelt).rejects.toThrow(UsageError);
    await expect(misspelt).rejects.toMatchObject({ hint: 'Did you mean "bare-minimum"?' });
    await expect(resolveProfile({ name: 'toString' })).rejects.toMatchObject({
      hint: 'Use one of bare-minimum, clean-code-collective, pay-down-tech-debt, or a file that ends in .yml.',
    });
  });
});

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

describe('the values of a profile', () => {
  it('are listed with the place that gave each', async () => {
    const text =
      'extends: ./team.yml\ngates:\n  code-health-decline: { max-decline: 0.2 }\nfiles:\n  exclude: legacy/**\noverrides:\n  - files: test/**\n    rules: { large-method: off }\ngoals:\n  - files: src/**\n    goal: refactor\n';
    const { values } = await resolveText(text, {
      '.codescene/team.yml':
        'rules:\n  complex-method:\n    max-cyclomatic-complexity: 12\nconnections: { ours: { type: pipelines } }\n',
    });
    const shown = new Map(
      values.map(({ key, value, origin }) => [
        key,
        `${value} (${origin.source}${origin.line ? `:${origin.line}` : ''})`,
      ]),
    );
    const file = '.codescene/quality-profile.yml';
    expect(shown.get('gates.code-health-decline')).toBe(`max-decline: 0.2 (${file}:3)`);
    expect(shown.get('gates.critical-rules')).toBe('true (built-in: bare-minimum:10)');
    expect(shown.get('gates.coverage')).toBe('false (built-in: defaults:11)');
    expect(shown.get('rules.complex-method.max-cyclomatic-complexity')).toBe('12 (.codescene/team.yml:3)');
    expect(shown.get('rules.complex-method.weight')).toBe('1 (default)');
    expect(shown.get('overrides[0].rules.large-method.enabled')).toBe(`false (${file}:8)`);
    expect(shown.get('goals[0].goal')).toBe(`refactor (${file}:11)`);
    expect(shown.get('feedback.comment')).toBe('on-change (built-in: defaults:43)');
    expect(shown.get('connections.ours.type')).toBe('pipelines (.codescene/team.yml:4)');
    expect(values.filter(({ key }) => key === 'files.exclude')[0]).toEqual({
      key: 'files.exclude',
      value: 'legacy/**',
      origin: { source: file, line: 5 },
    });
  });
});
