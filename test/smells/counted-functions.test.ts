import { describe, expect, it } from 'vitest';
import type { FunctionMetrics } from '../../src/model/metrics.ts';
import { scoreFile } from '../../src/score/index.ts';
import { defaultRules, detectFindings } from '../../src/smells/index.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

const judge = (functions: readonly FunctionMetrics[]) => {
  const file = createFile(functions);
  const findings = detectFindings(file, defaultRules);
  return { smells: findings.map(({ smell }) => smell), ...scoreFile(file, findings, defaultRules) };
};

/** So many functions with the same numbers, each with a name and lines of its own. */
const several = (count: number, metrics: Partial<FunctionMetrics>) =>
  Array.from({ length: count }, (_, index) =>
    createFunction({ name: `f${index}`, line: index * 20 + 1, endLine: index * 20 + 19, ...metrics }),
  );

describe('a function that the score does not count', () => {
  const hidden = { counted: false, cyclomaticComplexity: 30, linesOfCode: 200, maxNestingDepth: 5, bumps: 4 };

  it('has its findings, which cost nothing', () => {
    const { smells, score, items } = judge([createFunction(hidden)]);
    expect(smells).toEqual(['bumpy-road-ahead', 'complex-method', 'deep-nested-complexity', 'large-method']);
    expect([score, items]).toEqual([10, []]);
    expect(judge([createFunction({ ...hidden, counted: true })]).score).toBe(8.13);
  });

  it('leaves what the others cost as it is', () => {
    const others = several(2, { cyclomaticComplexity: 14, parameters: 6, parameterTypes: [] });
    const one = createFunction({ ...hidden, name: 'hidden', line: 90, endLine: 99 });
    expect(judge([...others, one]).items).toEqual(judge(others).items);
  });

  it.each([
    ['overall-code-complexity', 7, { cyclomaticComplexity: 4 }],
    ['overall-function-size', 7, { linesOfCode: 70, containsJsx: true }],
    ['missing-arguments-abstractions', 4, { parameters: 4, parameterTypes: [] }],
    ['primitive-obsession', 20, { parameterTypes: ['other-primitive'] as const }],
    ['string-heavy-function-arguments', 20, { parameterTypes: ['string'] as const }],
    ['lines-of-code-in-a-single-file', 100, { linesOfCode: 10 }],
    ['number-of-functions-in-a-single-module', 75, {}],
  ])('is no part of %s', (smell, count, metrics) => {
    const functions = several(count, metrics);
    expect(judge(functions).smells).toContain(smell);
    const [first, ...others] = functions;
    expect(judge([{ ...(first as FunctionMetrics), counted: false }, ...others]).smells).not.toContain(smell);
  });
});
