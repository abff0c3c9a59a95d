import { describe, expect, it } from 'vitest';
import { dialectOf } from '../../../src/languages/index.ts';

describe('dialectOf', () => {
  it.each([
    ['src/a.ts', 'ts'],
    ['src/a.MTS', 'ts'],
    ['src/a.d.ts', 'd.ts'],
    ['src/a.d.cts', 'd.ts'],
    ['src/a.d.css.ts', 'd.ts'],
    ['src.d.x/a.ts', 'ts'],
    ['src/A.D.TS', 'ts'],
    ['src/a.tsx', 'tsx'],
    ['src/a.jsx', 'js'],
    ['src/a.cjs', 'js'],
    ['src/a.test.ts', 'ts-test'],
    ['tests/a.js', 'js-test'],
  ])('of %s is %s', (path, dialect) => {
    expect(dialectOf(path)).toBe(dialect);
  });
});
