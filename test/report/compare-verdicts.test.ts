import { describe, expect, it } from 'vitest';
import { evaluateGates } from '../../src/gate/index.ts';
import { measureFile } from '../../src/languages/typescript/measure-file.ts';
import type { MeasuredFile, SideResult } from '../../src/model/measured-file.ts';
import { gateNames } from '../../src/model/profile.ts';
import type { GateCondition, GateResult, ReportStatus } from '../../src/model/report.ts';
import { assessFile } from '../../src/report/assess-file.ts';
import { describeDifference, judgeBy, type Verdict } from '../../src/report/compare-verdicts.ts';
import { reportFiles } from '../../src/report/report-files.ts';
import { resolveText } from '../config/create-files.ts';
import { nested } from '../end-to-end/source-code.ts';

const condition: GateCondition = {
  path: 'src/a.ts',
  line: 5,
  smell: 'brain-method',
  measured: 2,
  limit: 1,
  message: 'worse',
};

/** A verdict in which the other gates are off; a number stands for so many violated conditions. */
function verdict(
  status: ReportStatus,
  gates: Partial<Record<string, GateResult['status'] | number>>,
): Verdict {
  return {
    status,
    gates: gateNames.map((gate) => {
      const said = gates[gate] ?? 'off';
      return typeof said === 'number'
        ? { gate, status: 'failed', conditions: Array.from({ length: said }, () => condition) }
        : { gate, status: said, conditions: [] };
    }),
  };
}

describe('what another profile would have said', () => {
  it.each([
    [
      verdict('failed', { 'critical-rules': 2 }),
      verdict('passed', { 'critical-rules': 'passed' }),
      'pass: critical-rules would hold (now violated by 2 conditions)',
    ],
    [
      verdict('passed', { coverage: 'passed' }),
      verdict('failed', { coverage: 1 }),
      'fail: coverage would be violated by 1 condition, at src/a.ts:5 (now holds)',
    ],
    [
      verdict('passed', {}),
      verdict('failed', { coverage: 3 }),
      'fail: coverage would be violated by 3 conditions, at src/a.ts:5 first (now off)',
    ],
    [
      verdict('passed', { coverage: 'passed' }),
      verdict('passed', {}),
      'still pass: coverage would be off (now holds)',
    ],
    [
      verdict('failed', { coverage: 1 }),
      verdict('failed', { coverage: 2 }),
      'still fail: coverage would be violated by 2 conditions, at src/a.ts:5 first (now violated by 1 condition)',
    ],
    [
      verdict('failed', { coverage: 1 }),
      verdict('passed', { coverage: 'not-applicable' }),
      'pass: coverage would not apply (now violated by 1 condition)',
    ],
    [verdict('passed', {}), verdict('incomplete', {}), 'hold for what could be measured'],
    [verdict('incomplete', {}), verdict('passed', {}), 'pass'],
  ])('is one sentence: %#', (now, then, said) => {
    expect(describeDifference(now, then)).toBe(`With the edited profile the quality gate would ${said}.`);
  });

  it.each([
    ['the same', verdict('failed', { coverage: 2 }), verdict('failed', { coverage: 2 })],
    [
      'that a gate without anything to judge is off',
      verdict('passed', { coverage: 'not-applicable' }),
      verdict('passed', {}),
    ],
  ])('is nothing where it is %s', (_, now, then) => {
    expect(describeDifference(now, then)).toBeNull();
  });
});

function measured(path: string, old: string, head: string): MeasuredFile {
  const side = { path, kind: 'file', blob: null } as const;
  const measure = (text: string): SideResult => {
    const measurement = measureFile(path, text);
    if (!measurement.measured) throw new Error(`${path} cannot be measured`);
    return { kind: 'measured', metrics: measurement.metrics };
  };
  const file = { path, oldPath: null, change: 'modified', pathIsExact: true, old: side, new: side } as const;
  return { file, old: measure(old), new: measure(head) };
}

describe('a change judged again', () => {
  const change = [measured('src/a.ts', nested(4), nested(6)), measured('lib/b.ts', nested(6), nested(3))];

  async function judgeTwice(first: string, second: string) {
    const [inForce, edited] = await Promise.all([resolveText(first), resolveText(second)]);
    const assessments = change
      .filter(({ file }) => inForce.excludedBy(file.path) === null)
      .map((file) => assessFile(file, inForce));
    const { files } = reportFiles(
      assessments.flatMap(({ sides }) => sides ?? []),
      inForce,
    );
    const missing = change.filter(({ file }) => inForce.excludedBy(file.path) !== null);
    const again = judgeBy(edited, { assessments, report: { files, skipped: [] } }, missing);
    return { now: evaluateGates({ files, profile: inForce }), later: again.gates };
  }

  it.each([
    'extends: clean-code-collective',
    'extends: pay-down-tech-debt\ngoals: [{ files: "**", goal: refactor }]',
    'rules: { deep-nested-complexity: { max-nesting-depth: 5, weight: 0.5 } }',
    'files: { exclude: lib/** }\ngates: { code-health-decline: on }',
  ])('by the same profile says the same: %s', async (profile) => {
    const { now, later } = await judgeTwice(profile, profile);
    expect(later).toEqual(now);
  });

  it('by another one says what that one would have said from the start', async () => {
    const first = 'files: { exclude: "**/a.ts" }';
    const second =
      'extends: clean-code-collective\nrules: { deep-nested-complexity: { severity: advisory } }';
    const { later } = await judgeTwice(first, second);
    const { now } = await judgeTwice(second, second);
    expect(later).toEqual(now);
    expect(later.find(({ gate }) => gate === 'advisory-rules')?.status).toBe('failed');
  });
});
