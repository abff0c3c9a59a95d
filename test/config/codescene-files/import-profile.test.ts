import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../src/config/codescene-files/import-profile.ts';
import type { GateSettings, Profile, RuleSettings } from '../../../src/model/profile.ts';
import { resolveText } from '../create-files.ts';
import {
  firstMatch,
  paths,
  type RandomGates,
  type RandomRules,
  randomGateSets,
  randomRuleSets,
} from './random-files.ts';
import { type JsonFiles, resolveJson, toTexts } from './resolve-json.ts';

const imported = (files: JsonFiles): string => importProfile(toTexts(files)).text;

/** The rule of a path by the words of CodeScene's documentation: the first set that matches, whole, or the defaults. */
function expectedRule(set: RandomRules | null, name: string): { weight: number; enabled: boolean } {
  const weight = set?.weights[name] ?? 1;
  return { weight, enabled: weight > 0 };
}

function expectComplexMethod(rule: RuleSettings | undefined, set: RandomRules | null): void {
  const { enabled, weight } = expectedRule(set, 'Complex Method');
  expect(rule?.enabled).toBe(enabled);
  if (!enabled) return;
  expect(rule?.weight).toBe(weight);
  expect(rule?.limits).toEqual({
    maxCyclomaticComplexity: (set?.thresholds.function_cyclomatic_complexity_warning ?? 9) - 1,
    alertCyclomaticComplexity: set?.thresholds.function_cyclomatic_complexity_alert ?? 100,
  });
}

function expectRules(profile: Profile, path: string, set: RandomRules | null): void {
  const rules = profile.rulesFor(path);
  expectComplexMethod(rules['complex-method'], set);
  for (const [id, name] of [
    ['bumpy-road-ahead', 'Bumpy Road Ahead'],
    ['large-method', 'Large Method'],
    ['low-cohesion', 'Low Cohesion'],
  ] as const) {
    const expected = expectedRule(set, name);
    expect(rules[id]).toMatchObject(expected.enabled ? expected : { enabled: false });
  }
  expect(rules['excess-number-of-function-arguments']?.limits.maxArguments).toBe(
    set?.thresholds.function_max_arguments ?? 4,
  );
}

/** The gates of a path by the words of CodeScene's documentation: the first set that matches, or all. */
function expectedGates(gates: RandomGates | null): GateSettings {
  const named = typeof gates === 'string' ? gates : null;
  const isOn = (key: keyof Exclude<RandomGates, string>, inNamed: boolean): boolean => {
    if (gates === null) return true;
    return typeof gates === 'string' ? inNamed : (gates[key] ?? true);
  };
  const hasAdvisory = named !== 'the-bare-minimum';
  const hasGoals = named === 'the_extra_mile';
  return {
    'hotspot-decline': isOn('hotspot_decline', true) && { maxDecline: 0 },
    'code-health-decline': (gates === null || (named !== null && hasAdvisory)) && { maxDecline: 0 },
    'new-code-health': isOn('new_code_health', true) && { minScore: 10 },
    'critical-rules': isOn('critical_health_rules', true) && { smells: null },
    'advisory-rules': isOn('advisory_health_rules', hasAdvisory) && { smells: null },
    'refactoring-goals': isOn('refactoring_goals', hasGoals),
    'supervise-goals': isOn('supervise_goals', hasGoals),
    coverage: false,
  };
}

describe("CodeScene's own files", () => {
  it('say of every path what the first rule set that matches it says, whole', async () => {
    await fc.assert(
      fc.asyncProperty(randomRuleSets(), randomGateSets(), async (ruleSets, gateSets) => {
        const profile = await resolveJson({
          rules: { rule_sets: ruleSets.map(({ json }) => json) },
          gates: { rule_sets: gateSets.map(({ json }) => json) },
        });
        for (const path of paths) {
          expectRules(profile, path, firstMatch(ruleSets, path));
          expect(profile.gatesFor(path), path).toEqual(expectedGates(firstMatch(gateSets, path)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('say the same as the profile that they are imported to', async () => {
    const file = <T extends { readonly json: unknown }>(sets: fc.Arbitrary<readonly T[]>) =>
      fc.option(
        sets.map((given) => ({ rule_sets: given.map(({ json }) => json) })),
        { nil: undefined },
      );
    await fc.assert(
      fc.asyncProperty(file(randomRuleSets()), file(randomGateSets()), async (rules, gates) => {
        fc.pre(rules !== undefined || gates !== undefined);
        const text = imported({ rules, gates });
        const [read, written] = await Promise.all([resolveJson({ rules, gates }), resolveText(text)]);
        expect(written.gates, text).toEqual(read.gates);
        for (const path of paths) {
          expect(written.rulesFor(path), `${path}\n${text}`).toEqual(read.rulesFor(path));
          expect(written.gatesFor(path), `${path}\n${text}`).toEqual(read.gatesFor(path));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the imported profile', () => {
  it('states what is needed and no more', () => {
    const rules = {
      rule_sets: [
        {
          matching_content_path: '**/test/**',
          rules: [
            { name: 'Large Method', weight: 0 },
            { name: 'Low Cohesion', weight: 1.0 },
          ],
          thresholds: [{ name: 'function_max_arguments', value: 7 }],
        },
        {
          matching_content_path: '**/*',
          rules: [
            { name: 'Large Method', weight: 0.5 },
            { name: 'Primitive Obsession', weight: 0 },
          ],
          thresholds: [{ name: 'function_cyclomatic_complexity_warning', value: 12 }],
        },
      ],
    };
    const gates = {
      rule_sets: [
        { matching_content_path: 'legacy/**', quality_gates: { new_code_health: false } },
        { matching_content_path: '**/*', quality_gates: 'clean-code-collective' },
      ],
    };
    expect(imported({ rules, gates })).toBe(`# Quality profile of codescene-pr, imported from
#   .codescene/code-health-rules.json
#   .codescene/custom-quality-gates.json
# Where this file stands, codescene-pr reads it and not those.
#
# A new file has to score 10, as CodeScene's gate for new code asks for; 9.0 is milder.

version: 1
extends: clean-code-collective
gates:
  new-code-health: { min-score: 10 }
rules:
  complex-method: { max-cyclomatic-complexity: 11 }
  large-method: { weight: 0.5 }
  primitive-obsession: off
overrides:
  # .codescene/code-health-rules.json:4
  - files: "**/test/**"
    rules:
      complex-method: { max-cyclomatic-complexity: 8 }
      large-method: off
      excess-number-of-function-arguments: { max-arguments: 7 }
      primitive-obsession: on
  # .codescene/custom-quality-gates.json:4
  - files: legacy/**
    gates:
      code-health-decline: off
      new-code-health: off
      refactoring-goals: on
      supervise-goals: on
`);
  });

  it('keeps the gates of the default profile where there is no file with gates', async () => {
    const text = imported({ rules: {} });
    expect(text).toContain('There is no file with gates, so those of bare-minimum hold.');
    expect(text).toMatch(/\nversion: 1\nextends: bare-minimum\n$/);
    expect((await resolveText(text)).gates['new-code-health']).toEqual({ minScore: 9 });
  });

  it('lists what could not be taken over in comments that no name can leave', async () => {
    const name = 'x\n\nrules:\n  large-method: off\u2028\u001b[31m';
    const files = { rules: { rule_sets: [{ rules: [{ name, weight: 0 }] }] } };
    const { text, warnings } = importProfile(toTexts(files));
    expect(warnings).toHaveLength(1);
    expect(text).toContain(`# - ${warnings[0]}\n`);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    expect((await resolveText(text)).rulesFor('a.ts')['large-method']?.enabled).toBe(true);
  });

  it('quotes patterns that YAML would read otherwise', async () => {
    const pattern = 'src/{a,b}: #x/*.ts';
    const files = {
      rules: {
        rule_sets: [{ matching_content_path: pattern, rules: [{ name: 'Large Method', weight: 0 }] }],
      },
    };
    const profile = await resolveText(imported(files));
    expect(profile.rulesFor('src/b: #x/c.ts')['large-method']?.enabled).toBe(false);
    expect(profile.rulesFor('src/c.ts')['large-method']?.enabled).toBe(true);
  });
});
