import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasuredFile } from '../../src/model/measured-file.ts';
import type { FunctionMetrics } from '../../src/model/metrics.ts';
import type { Profile } from '../../src/model/profile.ts';
import type { ReviewedFile } from '../../src/model/review.ts';
import { assembleReview } from '../../src/report/assemble-review.ts';
import { assessReviewedFile } from '../../src/report/assess-reviewed-file.ts';
import { summarizeReview } from '../../src/report/summarize-review.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

const profile = {
  name: 'test',
  origin: 'here',
  unmeasured: 'fail',
  rulesFor: () => ({}),
} as unknown as Profile;

function reviewed(parts: Partial<ReviewedFile> = {}): ReviewedFile {
  return {
    path: 'src/a.ts',
    hotspot: null,
    score: 10,
    scoreBreakdown: { penaltyPoints: 0, items: [] },
    linesOfCode: 10,
    findings: [],
    functions: [],
    ...parts,
  };
}

function measured(path: string, functions: readonly FunctionMetrics[]): MeasuredFile {
  const side = { path, kind: 'file', blob: null } as const;
  return {
    file: { path, oldPath: null, change: 'added', pathIsExact: true, old: null, new: side },
    old: null,
    new: { kind: 'measured', metrics: createFile(functions) },
  };
}

const review = (files: readonly MeasuredFile[], minScore: number | null = null) =>
  assembleReview({
    tool: { name: 'codescene-pr', version: '0.0.0' },
    context: { source: null, sourceKind: 'working-tree' },
    profile,
    minScore,
    ratchet: null,
    assessments: files.map((file) => assessReviewedFile(file, profile)),
    skipped: [],
    warnings: [],
  });

describe('summarizeReview', () => {
  it('weighs scores by lines of code and cuts the average', () => {
    const files = [reviewed({ score: 4, linesOfCode: 100 }), reviewed({ score: 10, linesOfCode: 200 })];
    expect(summarizeReview(files, 3)).toMatchObject({ filesReviewed: 2, filesSkipped: 3, score: 8 });
    expect(summarizeReview([...files, reviewed({ linesOfCode: 1 })], 0).score).toBe(8);
    expect(
      summarizeReview([reviewed({ score: 9.99, linesOfCode: 1 }), reviewed({ linesOfCode: 9e6 })], 0).score,
    ).toBe(9.99);
  });

  it('counts a file without functions as one line', () => {
    const files = [reviewed({ score: 4, linesOfCode: 1 }), reviewed({ score: 10, linesOfCode: 0 })];
    expect(summarizeReview(files, 0)).toMatchObject({ score: 7, linesOfCode: 1 });
    expect(summarizeReview([reviewed({ score: 9.5, linesOfCode: 0 })], 0).score).toBe(9.5);
  });

  it('has no score where nothing is measured', () => {
    expect(summarizeReview([], 0)).toEqual({
      filesReviewed: 0,
      filesSkipped: 0,
      linesOfCode: 0,
      score: null,
      bands: { optimal: 0, green: 0, yellow: 0, red: 0 },
      findings: { total: 0, critical: 0, advisory: 0 },
    });
  });

  it('counts files by band, at the edges of the bands', () => {
    const files = [10, 9.99, 9, 8.99, 4, 3.99, 1].map((score) => reviewed({ score }));
    expect(summarizeReview(files, 0).bands).toEqual({ optimal: 1, green: 2, yellow: 2, red: 2 });
  });
});

describe('the worst functions', () => {
  it('are told apart by place where they share a name', () => {
    const file = measured('src/a.ts', [
      createFunction({ name: 'run', line: 1, endLine: 9, maxNestingDepth: 4 }),
      createFunction({ name: 'run', line: 11, endLine: 30, maxNestingDepth: 5, bumps: 4 }),
    ]);
    expect(
      review([file]).worstFunctions.map(({ line, penaltyPoints, smells }) => [line, penaltyPoints, smells]),
    ).toEqual([
      [11, 3, ['bumpy-road-ahead', 'deep-nested-complexity']],
      [1, 2, ['deep-nested-complexity']],
    ]);
  });

  it('go by penalty points, then complexity, then lines of code, then place; healthy ones are none', () => {
    const deep = { maxNestingDepth: 4, parameters: 1 };
    const files = [
      measured('src/b.ts', [
        createFunction({ ...deep, name: 'same', line: 1, endLine: 10 }),
        createFunction({ ...deep, name: 'complex', line: 11, endLine: 20, cyclomaticComplexity: 5 }),
        createFunction({ ...deep, name: 'long', line: 21, endLine: 60, linesOfCode: 40 }),
        createFunction({ name: 'healthy', line: 61, endLine: 70 }),
        createFunction({ name: 'bumpy', line: 71, endLine: 80, bumps: 2 }),
      ]),
      measured('src/a.ts', [createFunction({ ...deep, name: 'same', line: 5, endLine: 14 })]),
    ];
    expect(review(files).worstFunctions.map(({ path, name }) => `${path} ${name}`)).toEqual([
      'src/b.ts complex',
      'src/b.ts long',
      'src/a.ts same',
      'src/b.ts same',
      'src/b.ts bumpy',
    ]);
  });

  it('are ten at most', () => {
    const functions = Array.from({ length: 12 }, (_, index) =>
      createFunction({ name: `f${index}`, line: index + 1, endLine: index + 1, bumps: index + 2 }),
    );
    const names = review([measured('src/a.ts', functions)]).worstFunctions.map(({ name }) => name);
    expect(names).toHaveLength(10);
    expect(names).not.toContain('f0');
  });

  it('are not charged what a file is charged once', () => {
    const functions = [1, 2].map((index) =>
      createFunction({ name: `f${index}`, line: index, endLine: index, parameters: 6 }),
    );
    const { files, worstFunctions } = review([measured('src/a.ts', functions)]);
    expect(files[0]?.scoreBreakdown).toEqual({
      penaltyPoints: 1,
      items: [{ smell: 'excess-number-of-function-arguments', function: null, line: null, penaltyPoints: 1 }],
    });
    expect(worstFunctions.map(({ penaltyPoints }) => penaltyPoints)).toEqual([0, 0]);
  });
});

describe('the files of a review', () => {
  it('go by score, then lines of code, then path', () => {
    const one = (path: string, linesOfCode: number, bumps = 0) =>
      measured(path, [createFunction({ linesOfCode, bumps })]);
    const files = [one('b.ts', 10), one('c.ts', 20), one('a.ts', 10), one('d.ts', 1, 2)];
    expect(review(files).files.map(({ path }) => path)).toEqual(['d.ts', 'c.ts', 'a.ts', 'b.ts']);
  });

  const functionArbitrary = fc.record({
    line: fc.integer({ min: 1, max: 40 }),
    cyclomaticComplexity: fc.integer({ min: 1, max: 60 }),
    linesOfCode: fc.integer({ min: 1, max: 300 }),
    maxNestingDepth: fc.integer({ min: 0, max: 6 }),
    bumps: fc.integer({ min: 0, max: 6 }),
    parameters: fc.integer({ min: 0, max: 7 }),
  });
  const filesArbitrary = fc
    .array(fc.array(functionArbitrary, { maxLength: 4 }), { maxLength: 14 })
    .map((files) =>
      files.map((functions, index) =>
        measured(
          `src/${index % 7}/${index}.ts`,
          functions.map((fn, at) =>
            createFunction({ ...fn, name: `f${at % 2}`, line: 50 * at + fn.line, endLine: 50 * at + 49 }),
          ),
        ),
      ),
    );

  it('come in an order that never depends on the order in which they were read', () => {
    fc.assert(
      fc.property(
        filesArbitrary.chain((files) =>
          fc.tuple(
            fc.constant(files),
            fc.shuffledSubarray([...files], { minLength: files.length }),
            fc.option(fc.integer({ min: 100, max: 1000 }).map((score) => score / 100)),
          ),
        ),
        ([files, shuffled, minScore]) => {
          const expected = review(files, minScore);
          expect(review(shuffled, minScore)).toEqual(expected);
          const { bands, filesReviewed, score } = expected.summary;
          expect(bands.optimal + bands.green + bands.yellow + bands.red).toBe(filesReviewed);
          const scores = expected.files.map((file) => file.score);
          expect(scores).toEqual([...scores].sort((a, b) => a - b));
          if (score !== null) {
            expect(score).toBeGreaterThanOrEqual(Math.min(...scores));
            expect(score).toBeLessThanOrEqual(Math.max(...scores));
          }
          const below = minScore === null ? [] : scores.filter((each) => each < minScore);
          expect(expected.gates[0]?.conditions).toHaveLength(below.length);
          expect(expected.status).toBe(below.length > 0 ? 'failed' : 'passed');
        },
      ),
    );
  });
});
