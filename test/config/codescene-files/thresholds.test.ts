import { describe, expect, it } from 'vitest';
import { thresholds } from '../../../src/config/codescene-files/thresholds.ts';
import { scoreFile } from '../../../src/score/index.ts';
import { detectFindings } from '../../../src/smells/index.ts';
import { createFile, createFunction } from '../../helpers/create-metrics.ts';
import { oneSet, resolveJson } from './resolve-json.ts';
import { boundaries } from './threshold-boundaries.ts';

const alerts = [
  {
    threshold: 'function_cyclomatic_complexity_alert',
    smell: 'complex-method',
    value: 40,
    measured: 20,
    metrics: { cyclomaticComplexity: 20 },
  },
  {
    threshold: 'function_lines_of_code_alert',
    smell: 'large-method',
    value: 200,
    measured: 100,
    metrics: { linesOfCode: 100 },
  },
  {
    threshold: 'file_lines_of_code_for_alert',
    smell: 'lines-of-code-in-a-single-file',
    value: 2000,
    measured: 1500,
    metrics: { linesOfCode: 1500 },
  },
];

/** Those without a counterpart: CodeScene's default, where it is known, and another value. */
const notHonoured: readonly (readonly [threshold: string, usual: number | null, other: number])[] = [
  ['function_bumpy_road_nesting_level_depth', 2, 3],
  ['function_complex_conditional_branches_alert', 10, 8],
  ['function_duplication_min_similarity_percentage', 75, 90],
  ['function_embedded_content_lines_of_code_alert', null, 300],
  ['file_lines_of_code_for_critical_alert', 10_000, 8000],
];

const withThreshold = (name: string, value: number | string) =>
  resolveJson({ rules: oneSet({ thresholds: [{ name, value }] }) });

describe('a threshold of code-health-rules.json', () => {
  it('is tested below, whichever it is', () => {
    const tested = [
      ...boundaries.map(({ threshold }) => threshold),
      ...alerts.map(({ threshold }) => threshold),
      ...notHonoured.map(([threshold]) => threshold),
    ];
    expect([...new Set(tested)].sort()).toEqual([...thresholds.keys()].sort());
  });

  it.each(boundaries)(
    '$threshold: $value has a finding of $smell from $first on',
    async ({ threshold, value, smell, file, last, first }) => {
      const profile = await withThreshold(threshold, value);
      const rules = profile.rulesFor('src/a.ts');
      const isFound = (measured: number) =>
        detectFindings(file(measured), rules).some((finding) => finding.smell === smell);
      expect(profile.warnings).toEqual([]);
      expect([isFound(last), isFound(first)]).toEqual([false, true]);
    },
  );

  it.each(alerts)(
    '$threshold: $value decides what a finding costs',
    async ({ threshold, smell, value, measured, metrics }) => {
      const file = createFile([createFunction(metrics)]);
      const pointsBy = (rules: Parameters<typeof detectFindings>[1]) =>
        scoreFile(file, detectFindings(file, rules), rules).items.find((item) => item.smell === smell)
          ?.penaltyPoints;
      const usual = (await resolveJson({ rules: {} })).rulesFor('src/a.ts');
      const own = (await withThreshold(threshold, value)).rulesFor('src/a.ts');
      expect(pointsBy(own)).toBeCloseTo((9 * measured) / value, 6);
      expect(pointsBy(own)).toBeGreaterThan(pointsBy(usual) ?? 0);
    },
  );

  it.each(notHonoured)('%s is warned about where it is not %s', async (threshold, usual, other) => {
    const profile = await withThreshold(threshold, other);
    const untouched = await resolveJson({ rules: {} });
    expect(profile.warnings).toEqual([
      expect.stringMatching(
        `^\\.codescene/code-health-rules\\.json:8: ${threshold}: ${other} cannot be honoured: .+\\.$`,
      ),
    ]);
    expect(profile.rulesFor('src/a.ts')).toEqual(untouched.rulesFor('src/a.ts'));
    if (usual !== null) expect((await withThreshold(threshold, usual)).warnings).toEqual([]);
  });

  it.each([...thresholds].flatMap(([name, { default: usual }]) => (usual === null ? [] : [[name, usual]])))(
    '%s at the default of %d changes nothing',
    async (name, usual) => {
      const profile = await withThreshold(String(name), Number(usual));
      const untouched = await resolveJson({ rules: {} });
      expect(profile.warnings).toEqual([]);
      expect(profile.rulesFor('src/a.ts')).toEqual(untouched.rulesFor('src/a.ts'));
    },
  );

  it.each([
    ['function_cyclomatic_complexity_warning', 0, 'expected at least 1'],
    ['function_cyclomatic_complexity_alert', -5, 'expected at least 1'],
    ['function_complex_conditional_branches_warning', 1, 'expected at least 2'],
    ['unit_test_consecutive_asserts_for_large_block', 1, 'expected at least 2'],
    [
      'function_duplication_min_lines_of_code_for_check',
      12,
      'functions are compared from 20 lines of code on',
    ],
  ])('%s: %d is below what can be measured and left at the default', async (name, value, reason) => {
    const profile = await withThreshold(name, value);
    const untouched = await resolveJson({ rules: {} });
    expect(profile.warnings).toEqual([
      expect.stringContaining(`${name}: ${value} cannot be honoured: ${reason}`),
    ]);
    expect(profile.rulesFor('src/a.ts')).toEqual(untouched.rulesFor('src/a.ts'));
  });

  it('keeps a share that no file exceeds', async () => {
    const profile = await withThreshold('file_primitive_obsession_percentage_for_warning', 150);
    expect(profile.rulesFor('src/a.ts')['primitive-obsession']?.limits.maxPrimitivePercentage).toBe(100);
  });
});
