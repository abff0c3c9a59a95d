import { describe, expect, it } from 'vitest';
import { scoreFile } from '../../../src/score/index.ts';
import { detectFindings } from '../../../src/smells/index.ts';
import { createFile, createFunction } from '../../helpers/create-metrics.ts';
import { oneSet, resolveJson } from './resolve-json.ts';

const warningsOf = async (rules: unknown) => (await resolveJson({ rules })).warnings;
const source = '.codescene/code-health-rules.json';

describe('the rule sets of code-health-rules.json', () => {
  it('apply in order: the first that matches a path wins whole', async () => {
    const profile = await resolveJson({
      rules: {
        rule_sets: [
          { matching_content_path: '**/test/**', rules: [{ name: 'Large Method', weight: 0 }] },
          {
            matching_content_path: '**/*',
            rules: [{ name: 'Complex Method', weight: 0 }],
            thresholds: [{ name: 'function_nesting_depth_warning', value: 3 }],
          },
        ],
      },
    });
    const [inTests, elsewhere] = [profile.rulesFor('src/test/a.ts'), profile.rulesFor('src/a.ts')];
    expect([inTests['large-method']?.enabled, elsewhere['large-method']?.enabled]).toEqual([false, true]);
    expect([inTests['complex-method']?.enabled, elsewhere['complex-method']?.enabled]).toEqual([true, false]);
    expect(inTests['deep-nested-complexity']?.limits.maxNestingDepth).toBe(3);
    expect(elsewhere['deep-nested-complexity']?.limits.maxNestingDepth).toBe(2);
  });

  it('leave paths that none matches at the defaults', async () => {
    const rules = {
      rule_sets: [{ matching_content_path: 'src/**', rules: [{ name: 'Large Method', weight: 0 }] }],
    };
    const profile = await resolveJson({ rules });
    const untouched = await resolveJson({ rules: {} });
    expect(profile.rulesFor('lib/a.ts')).toEqual(untouched.rulesFor('lib/a.ts'));
  });

  it('hold for every path where they have no pattern', async () => {
    const profile = await resolveJson({
      rules: { rule_sets: [{ rules: [{ name: 'Large Method', weight: 0 }] }] },
    });
    expect(profile.rulesFor('any/where.ts')['large-method']?.enabled).toBe(false);
  });

  it.each(['src/**', '/src/**', './src/**', './/src/**'])('take %s from the root', async (pattern) => {
    const rules = {
      rule_sets: [{ matching_content_path: pattern, rules: [{ name: 'Large Method', weight: 0 }] }],
    };
    const profile = await resolveJson({ rules });
    expect(profile.rulesFor('src/a.ts')['large-method']?.enabled).toBe(false);
    expect(profile.rulesFor('lib/src/a.ts')['large-method']?.enabled).toBe(true);
    expect(profile.warnings).toEqual([]);
  });

  it('match files of the root and files with a dot by "**/*.ts"', async () => {
    const rules = {
      rule_sets: [{ matching_content_path: '**/*.ts', rules: [{ name: 'Large Method', weight: 0 }] }],
    };
    const profile = await resolveJson({ rules });
    const isOff = (path: string) => profile.rulesFor(path)['large-method']?.enabled === false;
    expect(['a.ts', 'b/c/a.ts', '.config/.a.ts', 'a.tsx'].map(isOff)).toEqual([true, true, true, false]);
  });

  it('gives no rule a severity of its own', async () => {
    const rules = await resolveJson({ rules: oneSet({ rules: [{ name: 'Large Method', weight: 0.5 }] }) });
    expect(rules.rulesFor('a.ts')['large-method']?.severity).toBe('advisory');
  });
});

describe('a weight', () => {
  const file = createFile([createFunction({ maxNestingDepth: 4 })]);
  const scoreBy = async (weight: unknown) => {
    const profile = await resolveJson({
      rules: oneSet({ rules: [{ name: 'Deep, Nested Complexity', weight }] }),
    });
    const rules = profile.rulesFor('src/a.ts');
    const findings = detectFindings(file, rules);
    return {
      points: scoreFile(file, findings, rules).penaltyPoints,
      findings: findings.length,
      warnings: profile.warnings,
    };
  };

  it.each([
    [1, 2],
    [0.5, 1],
    ['0.25', 0.5],
    [undefined, 2],
  ])('of %s makes 2 points %d', async (weight, points) => {
    expect(await scoreBy(weight)).toEqual({ points, findings: 1, warnings: [] });
  });

  it('of 0 switches the rule off', async () => {
    expect(await scoreBy(0.0)).toEqual({ points: 0, findings: 0, warnings: [] });
  });

  it.each([
    [3, { points: 2, findings: 1 }, 1],
    [-1, { points: 0, findings: 0 }, 0],
  ])('of %d counts as the nearest that can be honoured', async (weight, expected, counted) => {
    expect(await scoreBy(weight)).toEqual({
      ...expected,
      warnings: [
        `${source}:8: a weight of ${weight} cannot be honoured, expected 0 to 1: ${counted} counts.`,
      ],
    });
  });
});

describe('what cannot be honoured in code-health-rules.json', () => {
  it('is a rule with an unknown name', async () => {
    const rules = oneSet({
      rules: [
        { name: 'Complex Metod', weight: 0 },
        { name: 'Spaghetti', weight: 0.5 },
      ],
    });
    expect(await warningsOf(rules)).toEqual([
      `${source}:7: the rule "Complex Metod" is unknown and has no effect. Did you mean "Complex Method"?`,
      `${source}:11: the rule "Spaghetti" is unknown and has no effect.`,
    ]);
  });

  it('is a threshold with an unknown name', async () => {
    const rules = oneSet({ thresholds: [{ name: 'function_max_argument', value: 3 }] });
    expect(await warningsOf(rules)).toEqual([
      `${source}:7: the threshold "function_max_argument" is unknown and has no effect. Did you mean "function_max_arguments"?`,
    ]);
  });

  it('is an unknown key, but not one that documents the file', async () => {
    const rules = {
      usage: 'Put this file into the repository.',
      $schema: 'x',
      _comment: 'ours',
      rule_set: [],
      rule_sets: [
        {
          matching_content_path: '**/*',
          matching_content_path_doc: 'a pattern',
          thresholds_doc: 'be restrictive',
          tresholds: [],
          rules: [{ name: 'Large Method', weight: 1, comment: 'as it is', wieght: 0 }],
        },
      ],
    };
    expect(await warningsOf(rules)).toEqual([
      `${source}:5: the key "rule_set" is unknown and has no effect. Did you mean "rule_sets"?`,
      `${source}:11: the key "tresholds" is unknown and has no effect. Did you mean "thresholds"?`,
      `${source}:17: the key "wieght" is unknown and has no effect. Did you mean "weight"?`,
    ]);
  });

  it('is a set behind one that matches every file', async () => {
    const rules = {
      rule_sets: [
        { matching_content_path: '**/*' },
        { matching_content_path: 'src/**', rules: [{ name: 'Large Method', weight: 0 }] },
      ],
    };
    expect(await warningsOf(rules)).toEqual([
      `${source}:6: this rule set is never reached: one before it matches every file.`,
    ]);
  });

  it('is a name that stands twice in a set: the first counts', async () => {
    const rules = oneSet({
      rules: [
        { name: 'Large Method', weight: 0.5 },
        { name: 'large method', weight: 0 },
      ],
      thresholds: [
        { name: 'function_max_arguments', value: 6 },
        { name: 'function_max_arguments', value: 2 },
      ],
    });
    const profile = await resolveJson({ rules });
    expect(profile.rulesFor('a.ts')['large-method']).toMatchObject({ enabled: true, weight: 0.5 });
    expect(profile.rulesFor('a.ts')['excess-number-of-function-arguments']?.limits.maxArguments).toBe(6);
    expect(profile.warnings).toEqual([
      `${source}:11: the rule "large method" stands in this set already, where it counts.`,
      `${source}:21: the threshold "function_max_arguments" stands in this set already, where it counts.`,
    ]);
  });

  it.each(['!src/**', '', '/', 'x'.repeat(1001), '*(a*)b'])(
    'is the pattern %j: its set is left out',
    async (pattern) => {
      const rules = {
        rule_sets: [{ matching_content_path: pattern, rules: [{ name: 'Large Method', weight: 0 }] }],
      };
      const profile = await resolveJson({ rules });
      expect(profile.warnings).toEqual([expect.stringMatching(/^.+:4: the pattern ".*" cannot be honoured/)]);
      expect(profile.rulesFor('src/a.ts')['large-method']?.enabled).toBe(true);
    },
  );

  it('is not a rule for other languages', async () => {
    const rules = oneSet({ rules: [{ name: 'Lines of Declarations in a Single File', weight: 0.5 }] });
    expect(await warningsOf(rules)).toEqual([]);
  });

  it('is listed up to twenty times a file', async () => {
    const rules = oneSet({ rules: Array.from({ length: 500 }, (_, index) => ({ name: `rule ${index}` })) });
    const warnings = await warningsOf(rules);
    expect(warnings).toHaveLength(21);
    expect(warnings.at(-1)).toBe(`${source}: 480 more of its words cannot be honoured.`);
  });
});
