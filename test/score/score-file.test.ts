import { describe, expect, it } from 'vitest';
import { alertLevels, scoreFile } from '../../src/score/index.ts';
import { createFile, createFinding, createRules } from '../helpers/create-metrics.ts';
import { complexMethod, conditional, fileFinding, itemsOf, largeMethod, score } from './score-findings.ts';

const overallComplexity = fileFinding('overall-code-complexity', 5);

describe('published scores', () => {
  it('gives 9.55 for a cyclomatic complexity of 16 alone', () => {
    expect(score(complexMethod(16))).toEqual({
      score: 9.55,
      penaltyPoints: 1.44,
      items: [{ smell: 'complex-method', function: 'settle', line: 1, penaltyPoints: 1.44 }],
    });
  });

  it('gives 9.09 for a complexity of 13 with a condition of 4 operators', () => {
    const result = score(complexMethod(13), conditional(4));
    expect(result).toMatchObject({ score: 9.09, penaltyPoints: 3 });
    expect(itemsOf(result)).toEqual([
      ['complex-conditional', 'settle', 2],
      ['complex-method', null, 1],
    ]);
  });

  it('gives 8.51 for a complexity of 15 in 285 lines', () => {
    expect(score(complexMethod(15), largeMethod(285))).toMatchObject({ score: 8.51, penaltyPoints: 5.13 });
  });

  it('gives 8.05 for complexities of 13 and 28, 208 lines and a high mean', () => {
    const result = score(
      complexMethod(13, 'group'),
      complexMethod(28, 'render'),
      largeMethod(208, 'render'),
      overallComplexity,
    );
    expect(result).toMatchObject({ score: 8.05, penaltyPoints: 6.914 });
    expect(itemsOf(result)).toEqual([
      ['complex-method', 'group', 1.17],
      ['complex-method', 'render', 2.52],
      ['large-method', 'render', 1.224],
      ['overall-code-complexity', null, 2],
    ]);
  });

  it('gives 7.24 for complexities of 32 and 10, 3 operators, 8 bumps, depth 5 and a high mean', () => {
    const result = score(
      complexMethod(32, 'parse'),
      createFinding('bumpy-road-ahead', { function: 'parse', measured: 8 }),
      createFinding('deep-nested-complexity', { function: 'parse', measured: 5 }),
      complexMethod(10, 'parseValue'),
      conditional(3, 'parseValue'),
      overallComplexity,
    );
    expect(result).toMatchObject({ score: 7.24, penaltyPoints: 10.38 });
  });

  it('gives 9.38 for many primitive and string arguments', () => {
    const result = score(fileFinding('primitive-obsession'), fileFinding('string-heavy-function-arguments'));
    expect(result).toMatchObject({ score: 9.38, penaltyPoints: 2 });
  });

  it('gives 9.41 for a complexity of 10 in 106 lines: what lifts complexity to 1.0 comes off length', () => {
    const result = score(complexMethod(10), largeMethod(106));
    expect(result).toMatchObject({ score: 9.41, penaltyPoints: 1.908 });
    expect(itemsOf(result)).toEqual([
      ['complex-method', 'settle', 0.9],
      ['complex-method', null, 0.1],
      ['large-method', 'settle', 0.908],
    ]);
  });
});

describe('the items of a score', () => {
  const findings = [
    createFinding('bumpy-road-ahead', { function: 'late', line: 30, measured: 2 }),
    createFinding('complex-method', { function: 'late', line: 30, measured: 30 }),
    createFinding('bumpy-road-ahead', { function: 'early', line: 9, measured: 4 }),
    createFinding('complex-method', { function: 'early', line: 9, measured: 20 }),
  ];

  it.each([
    ['by line', findings],
    ['the other way round', [...findings].reverse()],
  ])('go by smell, then by line, when findings come %s', (_, given) => {
    expect(score(...given).items).toEqual([
      { smell: 'bumpy-road-ahead', function: 'early', line: 9, penaltyPoints: 1 },
      { smell: 'bumpy-road-ahead', function: 'late', line: 30, penaltyPoints: 0.5 },
      { smell: 'complex-method', function: 'early', line: 9, penaltyPoints: 1.8 },
      { smell: 'complex-method', function: 'late', line: 30, penaltyPoints: 2.7 },
    ]);
  });

  it('stand at the first of conditions that are equally bad', () => {
    const conditions = [3, 7, 5].map((line) =>
      createFinding('complex-conditional', { line, measured: line === 5 ? 2 : 3 }),
    );
    expect(score(...conditions).items).toEqual([
      { smell: 'complex-conditional', function: 'settle', line: 3, penaltyPoints: 1.5 },
    ]);
  });
});

describe('rules', () => {
  it('multiplies by the weight', () => {
    const rules = createRules({
      'complex-method': { weight: 0.5 },
      'overall-code-complexity': { weight: 2 },
    });
    const result = scoreFile(createFile(), [complexMethod(40), overallComplexity], rules);
    expect(itemsOf(result)).toEqual([
      ['complex-method', 'settle', 1.8],
      ['overall-code-complexity', null, 4],
    ]);
  });

  it('multiplies the least that complex methods cost as well', () => {
    const rules = createRules({ 'complex-method': { weight: 0.5 } });
    expect(scoreFile(createFile(), [complexMethod(10)], rules).penaltyPoints).toBe(0.5);
  });

  it.each([{ weight: 0 }, { enabled: false }])('charges nothing with %o', (settings) => {
    const rules = createRules({ 'complex-method': settings });
    const result = scoreFile(createFile(), [complexMethod(40), largeMethod(100)], rules);
    expect(itemsOf(result)).toEqual([['large-method', 'settle', 1.8]]);
  });

  it('takes off length only what complexity costs by its own weight', () => {
    const rules = createRules({ 'complex-method': { weight: 0.5 } });
    const result = scoreFile(createFile(), [complexMethod(20), largeMethod(200)], rules);
    expect(itemsOf(result)).toEqual([
      ['complex-method', 'settle', 0.9],
      ['large-method', 'settle', 2.7],
    ]);
  });

  it('follows an alert level of the rules, as CodeScene publishes for an alert level of 6', () => {
    const rules = createRules({ 'complex-method': { limits: { alertCyclomaticComplexity: 6 } } });
    const finding = createFinding('complex-method', { measured: 13, limit: 3 });
    expect(scoreFile(createFile(), [finding], rules)).toMatchObject({ penaltyPoints: 19.5, score: 5.52 });
  });

  it.each([
    ['large-method', 'settle', 200, 250, 7.2],
    ['lines-of-code-in-a-single-file', null, 1000, 10_000, 0.9],
  ])('follows an alert level of the lines in %s', (smell, name, measured, alertLinesOfCode, points) => {
    const rules = createRules({ [smell]: { limits: { alertLinesOfCode } } });
    const finding = createFinding(smell, { function: name, measured });
    expect(scoreFile(createFile(), [finding], rules).penaltyPoints).toBe(points);
  });

  it.each([0, -5])('keeps the default where the alert level is %i', (alertCyclomaticComplexity) => {
    const rules = createRules({ 'complex-method': { limits: { alertCyclomaticComplexity } } });
    expect(scoreFile(createFile(), [complexMethod(20)], rules).penaltyPoints).toBe(1.8);
  });

  it('charges length in full where neither conditions nor complexity cost anything', () => {
    const rules = createRules({ 'complex-conditional': { weight: 0 }, 'complex-method': { weight: 0 } });
    const findings = [conditional(4), complexMethod(40), largeMethod(100)];
    expect(scoreFile(createFile(), findings, rules).penaltyPoints).toBe(1.8);
  });

  it('has the alert levels of CodeScene as defaults', () => {
    expect(Object.values(alertLevels)).toEqual([100, 500, 5000]);
  });
});
