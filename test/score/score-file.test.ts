import { describe, expect, it } from 'vitest';
import { alertLevels, type FileScore, scoreFile } from '../../src/score/index.ts';
import { createFile, createFinding, createFunction, createRules } from '../helpers/create-metrics.ts';

const noRules = createRules();

const complexMethod = (cc: number, name = 'settle') =>
  createFinding('complex-method', { function: name, measured: cc });
const largeMethod = (linesOfCode: number, name = 'settle') =>
  createFinding('large-method', { function: name, measured: linesOfCode });
const conditional = (operators: number, name = 'settle') =>
  createFinding('complex-conditional', { function: name, measured: operators });
const fileFinding = (smell: string, measured = 1) => createFinding(smell, { function: null, measured });
const overallComplexity = fileFinding('overall-code-complexity', 5);

function score(...findings: ReturnType<typeof createFinding>[]): FileScore {
  return scoreFile(createFile(), findings, noRules);
}

const itemsOf = ({ items }: FileScore) =>
  items.map(({ smell, function: name, penaltyPoints }) => [smell, name, penaltyPoints]);

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

describe('complex methods', () => {
  it('charges nothing for a complexity of exactly 9', () => {
    expect(score(complexMethod(9))).toEqual({ score: 10, penaltyPoints: 0, items: [] });
  });

  it('charges a complexity of 10 with at least 1.0 for the file', () => {
    expect(score(complexMethod(10))).toMatchObject({ penaltyPoints: 1, score: 9.68 });
  });

  it('charges the least only once for a file', () => {
    expect(score(complexMethod(10, 'first'), complexMethod(11, 'second')).penaltyPoints).toBe(1.89);
  });

  it('does not charge a complexity of 9 under the default limit of 8, but 10', () => {
    const withDefault = (measured: number) => score(createFinding('complex-method', { measured, limit: 8 }));
    expect(withDefault(9).penaltyPoints).toBe(0);
    expect(withDefault(10).penaltyPoints).toBe(1);
  });

  it.each([3, 7, 9, 10, 20])('charges every finding above a limit of %i', (limit) => {
    expect(
      score(createFinding('complex-method', { measured: limit + 1, limit })).penaltyPoints,
    ).toBeGreaterThan(0);
  });

  it('adds nothing for a brain method', () => {
    const brain = createFinding('brain-method', { measured: 56 });
    expect(score(complexMethod(56), largeMethod(381), brain)).toEqual(
      score(complexMethod(56), largeMethod(381)),
    );
  });

  it('costs the worse of complexity and length', () => {
    expect(score(complexMethod(50), largeMethod(100)).penaltyPoints).toBe(4.5);
    expect(score(complexMethod(20), largeMethod(400)).penaltyPoints).toBe(7.2);
  });

  it('takes a conditional off the complexity of its own function alone', () => {
    expect(score(complexMethod(40), conditional(4)).penaltyPoints).toBe(3.6);
    expect(score(complexMethod(40), conditional(4, 'other')).penaltyPoints).toBe(5.6);
  });

  it('charges the worst condition of a function', () => {
    expect(score(conditional(2), conditional(3)).penaltyPoints).toBe(1.5);
    expect(score(conditional(9)).penaltyPoints).toBe(2);
  });

  it('tells functions of the same name apart by their lines', () => {
    const file = createFile([
      createFunction({ name: 'run', line: 1, endLine: 20 }),
      createFunction({ name: 'run', line: 30, endLine: 60 }),
    ]);
    const first = createFinding('complex-method', { function: 'run', line: 1, measured: 40 });
    const condition = createFinding('complex-conditional', { function: 'run', line: 41, measured: 4 });
    expect(scoreFile(file, [first, condition], noRules).penaltyPoints).toBe(5.6);
    expect(scoreFile(file, [first, { ...condition, line: 12 }], noRules).penaltyPoints).toBe(3.6);
  });
});

describe('all other smells', () => {
  it.each([
    [2, 0.5 + 0.5],
    [3, 0.5 + 0.5],
    [4, 1 + 0.5],
  ])('charges half a point for each two of %i bumps, in each function', (bumps, points) => {
    const bumpy = createFinding('bumpy-road-ahead', { measured: bumps });
    const other = createFinding('bumpy-road-ahead', { function: 'other', measured: 2 });
    expect(score(bumpy, other).penaltyPoints).toBe(points);
  });

  it('charges 2.0 for each deeply nested function', () => {
    const deep = (name: string) => createFinding('deep-nested-complexity', { function: name });
    expect(score(deep('first'), deep('second')).penaltyPoints).toBe(4);
  });

  it.each([
    'excess-number-of-function-arguments',
    'constructor-over-injection',
    'missing-arguments-abstractions',
  ])('charges %s once a file', (smell) => {
    const findings = [createFinding(smell), createFinding(smell, { function: 'other', line: 20 })];
    expect(itemsOf(score(...findings))).toEqual([[smell, null, 1]]);
  });

  it('charges the lines of a file by their share of the alert level', () => {
    expect(score(fileFinding('lines-of-code-in-a-single-file', 1000)).penaltyPoints).toBe(1.8);
    expect(score(fileFinding('lines-of-code-in-a-single-file', 1234)).penaltyPoints).toBe(2.2212);
  });

  it.each([
    [2, 2],
    [7, 2],
    [8, 3],
    [9, 3],
    [13, 4],
    [17, 5],
    [21, 6],
  ])('charges duplication in %i functions with %d points', (count, points) => {
    const findings = Array.from({ length: count }, (_, index) =>
      createFinding('code-duplication', { function: `copy${index}`, line: index + 1 }),
    );
    expect(score(...findings).penaltyPoints).toBe(points);
  });

  it.each([
    ['large-assertion-blocks', 5, 3],
    ['large-assertion-blocks', 8, 4],
    ['duplicated-assertion-blocks', 2, 1],
    ['duplicated-assertion-blocks', 3, 1],
    ['duplicated-assertion-blocks', 40, 3],
    ['low-cohesion', 4, 2],
    ['brain-class', 1, 2],
    ['deep-global-nested-complexity', 4, 2],
    ['number-of-functions-in-a-single-module', 80, 1],
    ['overall-function-size', 60, 1],
    ['global-conditionals', 12, 1],
  ])('charges %s of %i with %d points', (smell, measured, points) => {
    expect(score(fileFinding(smell, measured)).penaltyPoints).toBe(points);
  });

  it('charges what is counted once a file by the findings of that smell alone', () => {
    const copies = [1, 2].map((line) => createFinding('code-duplication', { function: `copy${line}`, line }));
    const result = score(
      ...copies,
      fileFinding('large-assertion-blocks', 5),
      fileFinding('duplicated-assertion-blocks', 3),
      fileFinding('lines-of-code-in-a-single-file', 1000),
      ...[3, 4, 5, 6, 7, 8].map((line) =>
        createFinding('excess-number-of-function-arguments', { function: `f${line}`, line }),
      ),
    );
    expect(itemsOf(result)).toEqual([
      ['code-duplication', null, 2],
      ['duplicated-assertion-blocks', null, 1],
      ['excess-number-of-function-arguments', null, 1],
      ['large-assertion-blocks', null, 3],
      ['lines-of-code-in-a-single-file', null, 1.8],
    ]);
  });

  it('charges a smell it has no figure for', () => {
    expect(score(createFinding('large-embedded-code-block')).penaltyPoints).toBe(1);
    expect(score(createFinding('a-smell-of-next-year')).penaltyPoints).toBe(1);
    expect(score(createFinding('constructor')).penaltyPoints).toBe(1);
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
