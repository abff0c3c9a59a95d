import { describe, expect, it } from 'vitest';
import { linkFunctions, receiveMoves } from '../../src/delta/index.ts';
import type { FileMetrics, FunctionMetrics } from '../../src/model/metrics.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

/** Functions of ten lines each, one below the other; a name is also what its body is told by. */
const functionsOf = (...names: string[]): readonly FunctionMetrics[] =>
  names.map((name, index) =>
    createFunction({
      name,
      line: 10 * index + 1,
      endLine: 10 * index + 9,
      complexConditions: [{ line: 10 * index + 2, operators: 2 }],
      embeddedBlocks: [{ line: 10 * index + 3, lines: 50 }],
    }),
  );
const fileOf = (names: readonly string[], overrides: Partial<FileMetrics> = {}) =>
  createFile(functionsOf(...names), { lines: 10 * names.length, ...overrides });

function receive(...files: readonly (readonly [FileMetrics | null, FileMetrics | null])[]) {
  const sides = files.map(([old, head]) => ({ old, new: head }));
  return receiveMoves(sides, linkFunctions(sides));
}

const namesOf = (side: ReturnType<typeof receive>[number] | undefined) =>
  side?.metrics.functions.map(({ name, line, endLine }) => `${name} ${line}-${endLine}`);

describe('the old side with the functions that came in', () => {
  it('is none where no function came in, or the file is gone', () => {
    const kept = fileOf(['a', 'b']);
    expect(receive([kept, kept], [fileOf(['c']), null])).toEqual([null, null]);
  });

  it('has them below its own, as far apart as they were, with all that stands in them', () => {
    const [, to] = receive(
      [fileOf(['a', 'b', 'c']), fileOf(['b'])],
      [fileOf(['d']), fileOf(['d', 'c', 'a'])],
    );
    expect(namesOf(to)).toEqual(['d 1-9', 'a 11-19', 'c 31-39']);
    expect(to?.metrics.lines).toBe(10 + 30);
    expect(to?.metrics.functions[2]).toMatchObject({
      complexConditions: [{ line: 32, operators: 2 }],
      embeddedBlocks: [{ line: 33, lines: 50 }],
    });
  });

  it('knows where each of them stood', () => {
    const [, to] = receive(
      [fileOf(['a', 'b']), fileOf(['a'])],
      [fileOf(['c', 'd']), fileOf(['c', 'd', 'b'])],
    );
    expect(to?.origins).toEqual([
      { file: 1, index: 0 },
      { file: 1, index: 1 },
      { file: 0, index: 1 },
    ]);
  });

  it('takes from each file what came from it alone, the files below each other', () => {
    const [, , to, other] = receive(
      [fileOf(['a', 'b']), fileOf([])],
      [fileOf(['c']), fileOf([])],
      [fileOf([]), fileOf(['c', 'a'])],
      [null, fileOf(['b'])],
    );
    expect(namesOf(to)?.toSorted()).toEqual(['a 1-9', 'c 21-29']);
    expect(namesOf(other)).toEqual(['b 11-19']);
  });

  it('begins empty where the file is new', () => {
    const [, to] = receive([fileOf(['a']), fileOf([])], [null, fileOf(['a'], { isTest: true })]);
    expect(to?.metrics).toEqual({
      ...createFile(functionsOf('a'), { lines: 10, isTest: true }),
    });
  });

  it('has likeness among those that came together, and none to what stayed', () => {
    const duplicates = [
      { first: 0, second: 1, similarity: 0.8 },
      { first: 0, second: 2, similarity: 0.9 },
      { first: 1, second: 2, similarity: 0.95 },
    ];
    const own = { first: 0, second: 1, similarity: 0.85 };
    const [, to] = receive(
      [fileOf(['a', 'b', 'c'], { duplicates }), fileOf(['b'])],
      [fileOf(['d', 'e'], { duplicates: [own] }), fileOf(['d', 'e', 'a', 'c'])],
    );
    expect(to?.metrics.duplicates).toEqual([own, { first: 2, second: 3, similarity: 0.9 }]);
  });

  it('has a class that came with all of its functions, and no other', () => {
    const classAt = (name: string, line: number, endLine: number) => {
      return { name, line, endLine, functions: 2, cohesionGroups: 4 };
    };
    const classes = [classAt('Whole', 1, 19), classAt('Torn', 21, 39), classAt('Empty', 41, 50)];
    const [, to] = receive(
      [fileOf(['a', 'b', 'c', 'd'], { classes, lines: 50 }), fileOf(['d'])],
      [fileOf(['e'], { classes: [classAt('Own', 1, 9)] }), fileOf(['e', 'a', 'b', 'c'])],
    );
    expect(to?.metrics.classes).toEqual([classAt('Own', 1, 9), classAt('Whole', 11, 29)]);
  });
});
