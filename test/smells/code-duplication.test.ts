import { describe, expect, it } from 'vitest';
import { codeDuplication } from '../../src/smells/code-duplication.ts';
import { defaultRules } from '../../src/smells/index.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';
import { findSmells, testSmell } from '../helpers/test-smell.ts';

const fn = (name: string, lines: number) =>
  `function ${name}() {\n${Array.from({ length: lines - 2 }, (_, line) => `  step${line}();\n`).join('')}}`;

testSmell(codeDuplication, {
  good: [
    { name: 'twins that are short', code: `${fn('f', 19)}\n${fn('g', 19)}` },
    { name: 'twins of which one is short', code: `${fn('f', 20)}\n${fn('g', 19)}` },
    { name: 'one function', code: fn('f', 40) },
    {
      name: 'twins below a size of its own',
      code: `${fn('f', 30)}\n${fn('g', 30)}`,
      limits: { minLinesOfCode: 31 },
    },
    {
      name: 'twins where all is allowed',
      code: `${fn('f', 30)}\n${fn('g', 30)}`,
      limits: { maxSimilarity: 100 },
    },
  ],
  bad: [],
});

const defaults = { maxSimilarity: 84.99, minLinesOfCode: 20 };
const functions = ['f', 'g', 'h'].map((name, index) =>
  createFunction({ name, line: 30 * index + 1, endLine: 30 * index + 20, linesOfCode: 20 }),
);

describe('Code Duplication', () => {
  it('finds both of two functions that are alike', () => {
    const found = findSmells(`${fn('f', 20)}\n${fn('g', 20)}`);
    expect(found.map(({ smell, function: name, line }) => [smell, name, line])).toEqual([
      ['code-duplication', 'f', 1],
      ['code-duplication', 'g', 21],
    ]);
  });

  it.each([
    ['accepts what is just below 85', 0.84996, []],
    ['finds 85', 0.85, [85, 85]],
    ['cuts to 2 decimals', 0.91239, [91.23, 91.23]],
  ])('%s', (_, similarity, expected) => {
    const file = createFile(functions, { duplicates: [{ first: 0, second: 1, similarity }] });
    expect(codeDuplication.detect(file, defaults).map(({ measured }) => measured)).toEqual(expected);
  });

  it.each([
    [0.8399, 0],
    [0.84, 2],
  ])('by default, takes functions for duplicated from 84 %% on: %d', (similarity, findings) => {
    const file = createFile(functions, { duplicates: [{ first: 0, second: 1, similarity }] });
    expect(codeDuplication.detect(file, defaultRules['code-duplication']?.limits ?? {})).toHaveLength(
      findings,
    );
  });

  it('lists the functions in source order, whichever pair comes first', () => {
    const pairs = [
      { first: 0, second: 2, similarity: 0.9 },
      { first: 1, second: 2, similarity: 0.9 },
    ];
    const file = createFile(functions, { duplicates: pairs });
    expect(codeDuplication.detect(file, defaults).map(({ line }) => line)).toEqual([1, 31, 61]);
  });

  it('names the most alike other function, and the first of equals', () => {
    const file = createFile(functions, {
      duplicates: [
        { first: 0, second: 1, similarity: 0.9 },
        { first: 0, second: 2, similarity: 0.95 },
        { first: 1, second: 2, similarity: 0.9 },
      ],
    });
    expect(codeDuplication.detect(file, defaults)).toEqual([
      {
        function: 0,
        line: 1,
        endLine: 20,
        measured: 95,
        limit: 84.99,
        message: 'f is 95 % the same as h in line 61 (limit 84.99 %)',
      },
      {
        function: 1,
        line: 31,
        endLine: 50,
        measured: 90,
        limit: 84.99,
        message: 'g is 90 % the same as f in line 1 (limit 84.99 %)',
      },
      {
        function: 2,
        line: 61,
        endLine: 80,
        measured: 95,
        limit: 84.99,
        message: 'h is 95 % the same as f in line 1 (limit 84.99 %)',
      },
    ]);
  });

  it.each([
    ['in order', [1, 2]],
    ['the other way round', [2, 1]],
  ])('names the first of several that are equally alike, given %s', (_, others) => {
    const duplicates = others.map((second) => ({ first: 0, second, similarity: 0.9 }));
    const [found] = codeDuplication.detect(createFile(functions, { duplicates }), defaults);
    expect(found?.message).toBe('f is 90 % the same as g in line 31 (limit 84.99 %)');
  });

  it('follows a limit of its own', () => {
    const file = createFile(functions, { duplicates: [{ first: 0, second: 1, similarity: 0.8 }] });
    expect(codeDuplication.detect(file, { ...defaults, maxSimilarity: 79 })).toHaveLength(2);
  });
});
