import { describe, expect, it } from 'vitest';
import { statusOf } from '../../src/gate/index.ts';
import type { GateResult, SkippedFile } from '../../src/model/report.ts';

const passed: GateResult = { gate: 'critical-rules', status: 'passed', conditions: [] };
const failed: GateResult = { ...passed, status: 'failed' };
const notApplicable: GateResult = { ...passed, status: 'not-applicable' };
const excluded: SkippedFile = { path: 'a.ts', reason: 'excluded', line: null, unmeasured: false };
const unmeasured: SkippedFile = { path: 'b.ts', reason: 'does not parse', line: 3, unmeasured: true };

describe('the status of a run', () => {
  it.each([
    ['every gate holds', [passed, notApplicable], [], 'fail', 'passed'],
    ['no gate is on', [], [], 'fail', 'passed'],
    ['a gate is violated', [passed, failed], [], 'fail', 'failed'],
    ['a file is left out by rule', [passed], [excluded], 'fail', 'passed'],
    ['a file cannot be measured', [passed], [excluded, unmeasured], 'fail', 'incomplete'],
    ['a file cannot be measured and the profile accepts that', [passed], [unmeasured], 'warn', 'passed'],
    ['a gate is violated and a file cannot be measured', [failed], [unmeasured], 'fail', 'failed'],
  ] as const)('when %s', (_, gates, skipped, mode, status) => {
    expect(statusOf(gates, skipped, { unmeasured: mode })).toBe(status);
  });
});
