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
