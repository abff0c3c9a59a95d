import { describe, expect, it } from 'vitest';
import { resolveProfile } from '../../../src/config/index.ts';
import type { GateSettings } from '../../../src/model/profile.ts';
import { resolveJson } from './resolve-json.ts';

const source = '.codescene/custom-quality-gates.json';

const allOn: GateSettings = {
  'hotspot-decline': { maxDecline: 0 },
  'code-health-decline': { maxDecline: 0 },
  'new-code-health': { minScore: 10 },
  'critical-rules': { smells: null },
  'advisory-rules': { smells: null },
  'refactoring-goals': true,
  'supervise-goals': true,
  coverage: false,
};

const gatesBy = async (quality_gates: unknown) => {
  const profile = await resolveJson({ gates: { rule_sets: [{ quality_gates }] } });
  return { gates: profile.gatesFor('src/a.ts'), warnings: profile.warnings };
};

describe('the gates of custom-quality-gates.json', () => {
  it.each([
    ['no rule sets', {}],
    ['an empty list of them', { rule_sets: [] }],
    [
      'none that matches',
      { rule_sets: [{ matching_content_path: 'lib/**', quality_gates: 'bare-minimum' }] },
    ],
  ])('are all on with %s', async (_, gates) => {
    expect((await resolveJson({ gates })).gatesFor('src/a.ts')).toEqual(allOn);
  });

  it('are by the first rule set that matches', async () => {
    const gates = {
      rule_sets: [
        { matching_content_path: 'legacy/**', quality_gates: { critical_health_rules: false } },
        { matching_content_path: '**/*.ts', quality_gates: 'the-bare-minimum' },
      ],
    };
    const profile = await resolveJson({ gates });
    expect(profile.gatesFor('legacy/a.ts')).toMatchObject({
      'critical-rules': false,
      'advisory-rules': { smells: null },
      'supervise-goals': true,
    });
    expect(profile.gatesFor('src/a.ts')).toMatchObject({
      'critical-rules': { smells: null },
      'advisory-rules': false,
      'supervise-goals': false,
    });
    expect(profile.gatesFor('src/a.js')).toEqual(allOn);
    expect(profile.gates).toEqual(allOn);
  });

  it.each([
    ['hotspot_decline', 'hotspot-decline'],
    ['critical_health_rules', 'critical-rules'],
    ['advisory_health_rules', 'advisory-rules'],
    ['new_code_health', 'new-code-health'],
    ['refactoring_goals', 'refactoring-goals'],
    ['supervise_goals', 'supervise-goals'],
  ] as const)('are switched by %s, one by one', async (key, gate) => {
    const others = { ...allOn, 'code-health-decline': false };
    expect(await gatesBy({ [key]: false })).toEqual({ gates: { ...others, [gate]: false }, warnings: [] });
    expect(await gatesBy({ [key]: true })).toEqual({ gates: others, warnings: [] });
    expect((await gatesBy({ [key]: 'false' })).gates[gate]).toBe(false);
  });

  it.each([
    ['bare-minimum', ['the-bare-minimum', 'The Bare Minimum', 'bare_minimum', ' BARE MINIMUM ']],
    [
      'clean-code-collective',
      ['clean-code-collective', 'Clean Code Collective', 'the_clean_code_collective'],
    ],
    [
      'pay-down-tech-debt',
      ['pay-down-tech-debt', 'Pay Down Tech Debt', 'the-extra-mile', 'Extra Mile', 'the_extra_mile'],
    ],
  ])('are those of %s by every spelling of its name, with healthy new code at 10', async (name, words) => {
    const { gates } = await resolveProfile({ name });
    for (const word of words) {
      expect(await gatesBy(word)).toEqual({
        gates: { ...gates, 'new-code-health': { minScore: 10 } },
        warnings: [],
      });
    }
  });

  it('are all on for a profile that nobody knows, with a warning', async () => {
    expect(await gatesBy('clean-code-colective')).toEqual({
      gates: allOn,
      warnings: [
        `${source}:4: there is no profile "clean-code-colective", so all gates are on. Did you mean "clean-code-collective"?`,
      ],
    });
  });

  it('do not know the owners of code', async () => {
    const cannot = `${source}:5: codeowners_for_critical_code cannot be honoured: owners of code are not looked at here.`;
    expect((await gatesBy({ codeowners_for_critical_code: true })).warnings).toEqual([cannot]);
    expect((await gatesBy({ codeowners_for_critical_code: false })).warnings).toEqual([]);
  });

  it('warn about an unknown one', async () => {
    expect((await gatesBy({ hotspots_decline: false })).warnings).toEqual([
      `${source}:5: the key "hotspots_decline" is unknown and has no effect. Did you mean "hotspot_decline"?`,
    ]);
  });

  it('make a profile of the files that are there', async () => {
    expect((await resolveJson({ rules: {}, gates: {} })).files).toEqual([
      '.codescene/code-health-rules.json',
      source,
    ]);
    expect((await resolveJson({ gates: {} })).files).toEqual([source]);
  });

  it('are those of bare-minimum where the file is missing', async () => {
    const { gates } = await resolveProfile({ name: 'bare-minimum' });
    expect((await resolveJson({ rules: {} })).gates).toEqual(gates);
  });
});
