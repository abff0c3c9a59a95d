import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileMetrics, FunctionMetrics } from '../../src/model/metrics.ts';
import { scoreFile } from '../../src/score/index.ts';
import { defaultRules, detectFindings } from '../../src/smells/index.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

const functionArbitrary: fc.Arbitrary<FunctionMetrics> = fc
  .record({
    cyclomaticComplexity: fc.integer({ min: 1, max: 120 }),
    linesOfCode: fc.integer({ min: 1, max: 700 }),
    maxNestingDepth: fc.nat(6),
    bumps: fc.nat(9),
    parameters: fc.nat(9),
    containsJsx: fc.boolean(),
    operators: fc.array(fc.integer({ min: 2, max: 8 }), { maxLength: 3 }),
  })
  .map(({ operators, ...numbers }) =>
    createFunction({
      ...numbers,
      complexConditions: operators.map((count) => ({ line: 2, operators: count })),
    }),
  );

const fileArbitrary = fc.array(functionArbitrary, { minLength: 1, maxLength: 12 }).map((functions) => {
  const placed = functions.map((fn, index) => {
    return { ...fn, name: `f${index}`, line: index * 20 + 1, endLine: index * 20 + 19 };
  });
  return createFile(placed, { lines: functions.length * 20 });
});

const numbers = ['cyclomaticComplexity', 'linesOfCode', 'maxNestingDepth', 'bumps', 'parameters'] as const;

/** The same file with one number of one of its functions raised. */
function worsen(
  file: FileMetrics,
  at: number,
  by: Partial<Record<(typeof numbers)[number], number>>,
): FileMetrics {
  const functions = file.functions.map((fn, index) => {
    if (index !== at % file.functions.length) return fn;
    const raised = Object.entries(by).map(([key, more]) => [key, (fn[key as keyof typeof by] ?? 0) + more]);
    return { ...fn, ...Object.fromEntries(raised) };
  });
  return createFile(functions, { lines: file.lines });
}

const scoreOf = (file: FileMetrics) => {
  const findings = detectFindings(file, defaultRules);
  return { findings, ...scoreFile(file, findings, defaultRules) };
};

describe('from metrics to score', () => {
  it.each(numbers)('never rises when %s of a function gets worse', (metric) => {
    fc.assert(
      fc.property(fileArbitrary, fc.nat(), fc.integer({ min: 1, max: 200 }), (file, at, more) => {
        const [before, after] = [scoreOf(file), scoreOf(worsen(file, at, { [metric]: more }))];
        expect(after.score).toBeLessThanOrEqual(before.score);
        expect(after.penaltyPoints).toBeGreaterThanOrEqual(before.penaltyPoints);
      }),
      { numRuns: 500 },
    );
  });

  it('never rises when a function gets another complex condition', () => {
    fc.assert(
      fc.property(fileArbitrary, fc.integer({ min: 2, max: 8 }), (file, operators) => {
        const [first, ...rest] = file.functions;
        const worse = {
          ...first,
          complexConditions: [...(first?.complexConditions ?? []), { line: 2, operators }],
        };
        const after = scoreOf(createFile([worse as FunctionMetrics, ...rest], { lines: file.lines }));
        expect(after.score).toBeLessThanOrEqual(scoreOf(file).score);
      }),
      { numRuns: 500 },
    );
  });

  it('is 10 exactly where nothing costs, never below 1, and what its items say', () => {
    fc.assert(
      fc.property(fileArbitrary, (file) => {
        const { score, items, penaltyPoints } = scoreOf(file);
        expect(score >= 1 && score <= 10).toBe(true);
        expect(score === 10).toBe(items.length === 0);
        const sum = items.reduce((total, item) => total + Math.round(item.penaltyPoints * 1e6), 0) / 1e6;
        expect(sum).toBe(penaltyPoints);
        const byHand = Math.floor(100 * (1 + 9 * Math.exp(-0.03525 * sum))) / 100;
        expect(Math.abs(score - byHand)).toBeLessThan(0.005);
      }),
      { numRuns: 500 },
    );
  });
});
