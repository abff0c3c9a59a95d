import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureCommonSubsequence } from '../../../src/languages/typescript/common-subsequence.ts';
import { measureCode } from '../measure-code.ts';

/** A function of `lines` lines of code, of which the last `changed` read `other`. */
function createFunction(name: string, lines: number, changed = 0, other = ''): string {
  const body = Array.from({ length: lines - 2 }, (_, index) =>
    index < lines - 2 - changed ? `total += read(${index}, offset);` : other,
  );
  return `function ${name}(offset) {\n${body.join('\n')}\n}`;
}

function duplicatesIn(...functions: readonly string[]) {
  return measureCode(functions.join('\n')).duplicates;
}

/** Textbook dynamic programming. */
function slowCommonSubsequence(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    b.forEach((y, j) => {
      next.push(x === y ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    });
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('duplicates', () => {
  it('are pairs of functions that are alike, with how alike they are', () => {
    const pairs = duplicatesIn(createFunction('a', 12), createFunction('b', 12), 'function other() {}');
    expect(pairs).toEqual([{ first: 0, second: 1, similarity: expect.closeTo(0.99, 2) }]);
  });

  it('are named by their place among all functions of the file, in source order', () => {
    const pairs = duplicatesIn(
      'function small() {}',
      createFunction('a', 12),
      createFunction('b', 12),
      createFunction('c', 12),
    );
    expect(pairs.map(({ first, second }) => [first, second])).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
  });

  it('need 10 lines of code in both', () => {
    expect(duplicatesIn(createFunction('a', 10), createFunction('b', 10))).toHaveLength(1);
    expect(duplicatesIn(createFunction('a', 9), createFunction('b', 10))).toEqual([]);
  });

  it('need a similarity of 0.75', () => {
    const pairUp = (changed: number) =>
      duplicatesIn(
        createFunction('a', 30, changed, 'while (next) next = next.right;'),
        createFunction('b', 30, changed, "label: throw [new Error, 'late'];"),
      );
    expect(pairUp(5)[0]?.similarity).toBeGreaterThan(0.75);
    expect(pairUp(12)).toEqual([]);
  });

  it('do not depend on white space, comments and line breaks', () => {
    const code = `${createFunction('a', 14, 2, 'log(offset);')}\n${createFunction('b', 12)}`;
    const spread = code.replaceAll('(', ' /* ( */\n( ').replaceAll(';', ' ; // ;\n');
    expect(measureCode(spread).duplicates).toEqual(measureCode(code).duplicates);
  });

  it('are looked for within bounds in a generated file', () => {
    const functions = Array.from({ length: 1_500 }, (_, index) => createFunction(`f${index}`, 10));
    const started = performance.now();
    const pairs = duplicatesIn(...functions);
    expect(pairs).toHaveLength(2_000);
    expect(pairs[0]).toMatchObject({ first: 0, second: 1 });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('the longest common subsequence', () => {
  it('is as long as the textbook says', () => {
    const token = fc.integer({ min: 0, max: 6 });
    const sequence = fc.array(token, { maxLength: 150 });
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        expect(measureCommonSubsequence(Int32Array.from(a), Int32Array.from(b))).toBe(
          slowCommonSubsequence(a, b),
        );
      }),
    );
  });

  it('is the whole where both are equal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 200 }), (a) => {
        expect(measureCommonSubsequence(Int32Array.from(a), Int32Array.from(a))).toBe(a.length);
      }),
    );
  });
});
