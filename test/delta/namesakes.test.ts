import { describe, expect, it } from 'vitest';
import { matchFunctions } from '../../src/delta/index.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

const range = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);

/** Functions by name and the first of their nine token runs, in order. */
const fileOf = (...functions: readonly (readonly [name: string, from: number])[]) =>
  createFile(
    functions.map(([name, from]) =>
      createFunction({ name, bodyHash: `${from}`, bodySketch: range(from, 9) }),
    ),
  );

describe('of several functions of one name', () => {
  it('the one with the same body is followed where one is left', () => {
    expect(matchFunctions(fileOf(['get', 0], ['get', 50]), fileOf(['get', 50]))).toEqual([
      { old: 1, new: 0 },
    ]);
  });

  it('the one with the same body is followed where one was there', () => {
    expect(matchFunctions(fileOf(['get', 50]), fileOf(['get', 0], ['get', 50]))).toEqual([
      { old: 0, new: 1 },
    ]);
  });

  it('those with equal bodies are followed in order', () => {
    const twins = fileOf(['get', 0], ['get', 0], ['get', 0]);
    expect(matchFunctions(twins, twins)).toEqual([0, 1, 2].map((index) => ({ old: index, new: index })));
  });
});

describe('of equal bodies', () => {
  it('the one of the same bare name is followed, whatever comes first by name', () => {
    expect(matchFunctions(fileOf(['X.run', 0], ['X.stop', 0]), fileOf(['Y.stop', 0]))).toEqual([
      { old: 1, new: 0 },
    ]);
    expect(matchFunctions(fileOf(['X.run', 0], ['X.#stop', 0]), fileOf(['stop', 0]))).toEqual([
      { old: 1, new: 0 },
    ]);
  });
});
