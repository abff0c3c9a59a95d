import { describe, expect, it } from 'vitest';
import { type FileComparison, settleArrivals } from '../../src/delta/index.ts';
import type { DeltaFinding, Finding } from '../../src/model/finding.ts';
import { createFinding } from '../helpers/create-metrics.ts';

const mean = 'overall-code-complexity';
const ofFile = (smell: string, measured: number, line = 1) =>
  createFinding(smell, { function: null, line, measured });
const changed = (finding: Finding, changeType: DeltaFinding['changeType'] = 'introduced'): DeltaFinding => {
  return { ...finding, changeType, before: null, otherSide: null };
};
const comparison = (
  findings: readonly DeltaFinding[],
  unchanged: readonly Finding[] = [],
): FileComparison => {
  return { findings, unchanged, moved: [] };
};

describe('what came in with functions of other files', () => {
  it.each(['introduced', 'degraded'] as const)('is as before where it was said to be %s', (changeType) => {
    const head = [ofFile(mean, 5), ofFile('low-cohesion', 6, 30)];
    const known = ofFile('global-conditionals', 12, 9);
    const found = comparison([changed(ofFile(mean, 5), changeType)], [known]);
    expect(settleArrivals(found, { received: [ofFile(mean, 5)], head: [...head, known] })).toEqual({
      findings: [],
      unchanged: [ofFile(mean, 5), known],
      moved: [],
    });
  });

  it.each<readonly [string, readonly Finding[]]>([
    ['was not there', []],
    ['was better there', [ofFile(mean, 4.99)]],
    ['was of another smell', [ofFile('overall-function-size', 5)]],
    ['was that of a function', [createFinding(mean, { measured: 5 })]],
  ])('stays where it %s', (_, received) => {
    const found = comparison([changed(ofFile(mean, 5))]);
    expect(settleArrivals(found, { received, head: [ofFile(mean, 5)] })).toBe(found);
  });

  it('leaves findings of functions, and what got better, as they are', () => {
    const findings = [
      changed(createFinding('complex-method', { measured: 12 })),
      changed(ofFile(mean, 5), 'improved'),
      changed(ofFile(mean, 5), 'fixed'),
    ];
    const found = comparison(findings);
    const sides = [createFinding('complex-method', { measured: 12 }), ofFile(mean, 5)];
    expect(settleArrivals(found, { received: sides, head: sides })).toBe(found);
  });

  it('is compared the worst with the worst, whatever the order', () => {
    const cohesion = (measured: number, line: number) => ofFile('low-cohesion', measured, line);
    const head = [cohesion(5, 1), cohesion(9, 30)];
    const found = comparison(head.map((finding) => changed(finding)));
    const settle = (...received: Finding[]) => settleArrivals(found, { received, head });
    expect(settle(cohesion(9, 70), cohesion(5, 80)).findings).toEqual([]);
    expect(settle(cohesion(5, 70), cohesion(9, 80)).unchanged).toEqual(head);
    expect(settle(cohesion(8, 70), cohesion(8, 80))).toBe(found);
    expect(settle(cohesion(9, 70))).toBe(found);
  });

  it('is listed on its own line, and what else stands there is not', () => {
    const settled = [ofFile(mean, 5, 20)];
    const head = [ofFile(mean, 7, 3), ofFile('overall-function-size', 80, 20), ...settled];
    const others = [createFinding(mean, { function: 'settle', line: 20, measured: 5 })];
    const found = comparison(settled.map((finding) => changed(finding)));
    const received = [ofFile(mean, 7), ofFile(mean, 5)];
    expect(settleArrivals(found, { received, head: [...head, ...others] }).unchanged).toEqual(settled);
  });
});
