import { describe, expect, it } from 'vitest';
import type { FunctionMetrics } from '../../src/model/metrics.ts';
import { brainClass } from '../../src/smells/brain-class.ts';
import { defaultRules } from '../../src/smells/index.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

const brain = { name: 'brain', cyclomaticComplexity: 40, linesOfCode: 208 };

/** A file with one special function among others, 15 functions and 1,000 lines of code by default. */
const fileOf = (special: Partial<FunctionMetrics>, functions = 15, linesOfCode = 1_000) => {
  const left = linesOfCode - (special.linesOfCode ?? 0);
  const others = Array.from({ length: functions - 1 }, (_, index) =>
    createFunction({ name: `f${index}`, linesOfCode: index === 0 ? left : 0 }),
  );
  return createFile([...others, createFunction(special)], { lines: 1_200 });
};

const detect = (file: ReturnType<typeof fileOf>, limits: Record<string, number> = {}) =>
  brainClass.detect(file, { ...defaultRules['brain-class']?.limits, ...limits });

describe('Brain Class', () => {
  it('finds a file that is over every limit', () => {
    expect(detect(fileOf(brain))).toEqual([
      {
        function: null,
        line: 1,
        endLine: 1_200,
        measured: 1_000,
        limit: 999,
        message: 'The file is a brain class: 1000 lines of code (limit 999) in 15 functions around brain',
      },
    ]);
  });

  it.each([
    ['lines of code', fileOf(brain, 15, 999)],
    ['functions', fileOf(brain, 14)],
    ["the brain method's complexity", fileOf({ ...brain, cyclomaticComplexity: 39 })],
    ["the brain method's length", fileOf({ ...brain, linesOfCode: 207 })],
    ["the brain method's length with JSX", fileOf({ ...brain, linesOfCode: 357, containsJsx: true })],
  ])('accepts a file at the limit of %s', (_, file) => {
    expect(detect(file)).toEqual([]);
  });

  it('finds a file whose brain method contains JSX, from one line more on', () => {
    const file = fileOf({ ...brain, name: 'Page', linesOfCode: 358, containsJsx: true });
    expect(detect(file).map(({ message }) => message)).toEqual([
      'The file is a brain class: 1000 lines of code (limit 999) in 15 functions around Page',
    ]);
  });

  it.each([
    ['maxLinesOfCode', 1_000, 0],
    ['maxFunctions', 15, 0],
    ['maxCyclomaticComplexity', 40, 0],
    ['maxMethodLinesOfCode', 208, 0],
    ['maxMethodLinesOfCodeWithJsx', 500, 1],
  ])('follows a %s of its own', (name, value, findings) => {
    expect(detect(fileOf(brain), { [name]: value })).toHaveLength(findings);
  });

  it('names the most complex of several brain methods, and of equals the longest', () => {
    const { functions, ...file } = fileOf(brain);
    const named = (name: string, cyclomaticComplexity: number, linesOfCode: number) =>
      createFunction({ name, cyclomaticComplexity, linesOfCode });
    const all = [named('long', 45, 900), ...functions, named('first', 70, 300), named('longest', 70, 301)];
    expect(detect(createFile(all, file))[0]?.message).toMatch(/around longest$/);
  });

  it('accepts an empty file', () => {
    expect(detect(createFile())).toEqual([]);
  });
});
