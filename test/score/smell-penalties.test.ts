import { describe, expect, it } from 'vitest';
import { scoreFile } from '../../src/score/index.ts';
import { createFile, createFinding, createFunction } from '../helpers/create-metrics.ts';
import {
  complexMethod,
  conditional,
  fileFinding,
  itemsOf,
  largeMethod,
  noRules,
  score,
} from './score-findings.ts';

describe('complex methods', () => {
  const scoreWithJsx = (measured: number, limit = 8) => {
    const finding = createFinding('complex-method', { measured, limit });
    return scoreFile(createFile([createFunction({ name: 'Page', containsJsx: true })]), [finding], noRules);
  };

  it('charges a complexity of 9 like any above, as the scores of SessionStorageAdapter.js do', () => {
    expect(score(complexMethod(9))).toMatchObject({ penaltyPoints: 1, score: 9.68 });
    const load = [complexMethod(9, 'load'), conditional(2, 'load')];
    const result = score(complexMethod(11, 'save'), complexMethod(9, 'a'), complexMethod(9, 'b'), ...load);
    expect(result.penaltyPoints).toBe(3.61);
  });

  it('charges nothing for a complexity of 9 in a file with JSX, but for one of 10', () => {
    expect(scoreWithJsx(9)).toEqual({ score: 10, penaltyPoints: 0, items: [] });
    expect(scoreWithJsx(10).penaltyPoints).toBe(1);
  });

  it('charges a complexity of 10 with at least 1.0 for the file', () => {
    expect(score(complexMethod(10))).toMatchObject({ penaltyPoints: 1, score: 9.68 });
  });

  it('charges the least only once for a file', () => {
    expect(score(complexMethod(10, 'first'), complexMethod(11, 'second')).penaltyPoints).toBe(1.89);
  });

  it.each([3, 7, 9, 10, 20])('charges every finding above a limit of %i', (limit) => {
    expect(
      score(createFinding('complex-method', { measured: limit + 1, limit })).penaltyPoints,
    ).toBeGreaterThan(0);
    expect(scoreWithJsx(limit + 1, limit).penaltyPoints).toBeGreaterThan(0);
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
