import { describe, expect, it } from 'vitest';
import { defaultRules, detectFindings } from '../../src/smells/index.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';
import { findSmells, withLimits } from '../helpers/test-smell.ts';

const complex = `function late(a, b, c, d, e) {
  if (a && b && c) {
    if (d) { e(); }
  }
}
function early(a) {
  return a ? 1 : 2;
}`;

describe('detectFindings', () => {
  it('gives findings by line, then by smell', () => {
    const rules = withLimits('complex-method', { maxCyclomaticComplexity: 1 });
    expect(findSmells(complex, rules).map(({ line, smell }) => `${line} ${smell}`)).toEqual([
      '1 complex-method',
      '1 excess-number-of-function-arguments',
      '2 complex-conditional',
      '6 complex-method',
    ]);
  });

  it('gives the findings of one line by smell, whatever order smells are documented in', () => {
    const worst = { cyclomaticComplexity: 20, linesOfCode: 90, bumps: 3, maxNestingDepth: 5 };
    const file = createFile([
      createFunction({ ...worst, name: 'late', line: 100, endLine: 189 }),
      createFunction({ ...worst, name: 'early', line: 9, endLine: 98 }),
    ]);
    const smells = ['bumpy-road-ahead', 'complex-method', 'deep-nested-complexity', 'large-method'];
    expect(detectFindings(file, {}).map(({ function: name, smell }) => `${name} ${smell}`)).toEqual(
      ['early', 'late'].flatMap((name) => smells.map((smell) => `${name} ${smell}`)),
    );
  });

  it('gives complete findings', () => {
    expect(findSmells(complex)[1]).toEqual({
      smell: 'complex-conditional',
      name: 'Complex Conditional',
      severity: 'advisory',
      function: 'late',
      line: 2,
      endLine: 2,
      measured: 2,
      limit: 1,
      message: 'late has a condition with 2 && and || operators (limit 1)',
    });
  });

  it.each([
    ['is disabled', { enabled: false }],
    ['has the weight 0', { weight: 0 }],
  ])('leaves out a smell that %s', (_, change) => {
    const settings = { ...defaultRules['complex-conditional'], ...change };
    const rules = { ...defaultRules, 'complex-conditional': settings } as typeof defaultRules;
    expect(findSmells(complex, rules).map(({ smell }) => smell)).toEqual([
      'excess-number-of-function-arguments',
    ]);
  });

  it('takes the severity from the rules', () => {
    const settings = { ...defaultRules['complex-conditional'], severity: 'critical' };
    const rules = { ...defaultRules, 'complex-conditional': settings } as typeof defaultRules;
    expect(findSmells(complex, rules).map(({ severity }) => severity)).toEqual(['advisory', 'critical']);
  });

  it('keeps the default of a smell or limit that the rules leave out', () => {
    const half = {
      'complex-conditional': { enabled: true, severity: 'advisory', weight: 1, limits: {} },
    } as const;
    expect(findSmells(complex, half)).toEqual(findSmells(complex));
    expect(findSmells(complex, {})).toEqual(findSmells(complex));
  });

  it('does not apply suppressions: they are counted elsewhere', () => {
    expect(findSmells(`// @codescene(disable-all)\n${complex}`)).toHaveLength(2);
  });
});
