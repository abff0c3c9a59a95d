import { describe, expect, it } from 'vitest';
import { locateFunction } from '../../src/score/index.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

const file = createFile([
  createFunction({ name: 'open', line: 1, endLine: 9 }),
  createFunction({ name: 'run', line: 10, endLine: 20 }),
  createFunction({ name: 'run', line: 30, endLine: 40 }),
]);

describe('locateFunction', () => {
  it.each([
    ['on the first line of the first', 10, 1],
    ['on its last line', 20, 1],
    ['on the first line of the second', 30, 2],
    ['on its last line', 40, 2],
    ['between the two', 25, 1],
    ['above both, in a function of another name', 5, 1],
    ['below both', 41, 1],
  ])(
    'takes of two functions of one name, for a finding %s, the one around it or else the first',
    (_, line, index) => {
      expect(locateFunction(file, { function: 'run', line })).toBe(index);
    },
  );

  it('finds none for a finding on the file, and for a name that the file lacks', () => {
    expect(locateFunction(file, { function: null, line: 12 })).toBeNull();
    expect(locateFunction(file, { function: 'close', line: 12 })).toBeNull();
  });
});
