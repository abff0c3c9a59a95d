import { describe, expect, it } from 'vitest';
import { isSupportedPath, loadMeasurer } from '../../src/languages/index.ts';

describe('isSupportedPath', () => {
  it.each([
    'a.ts',
    'a.tsx',
    'a.mts',
    'a.cts',
    'a.js',
    'a.jsx',
    'a.mjs',
    'a.cjs',
    'src/A.TS',
    'a.d.ts',
    'a.test.tsx',
  ])('supports %s', (path) => {
    expect(isSupportedPath(path)).toBe(true);
  });

  it.each(['a.json', 'a.mtsx', 'a.cjsx', 'ts', 'a.ts.map', 'a.ts/b.txt', 'a.vue', 'a.tsx ', 'Ats', ''])(
    'does not support %j',
    (path) => {
      expect(isSupportedPath(path)).toBe(false);
    },
  );
});

describe('loadMeasurer', () => {
  it('gives a function that measures a source text', async () => {
    const measure = await loadMeasurer();
    const measurement = measure('example.ts', 'function greet() {}');
    expect(measurement.measured && measurement.metrics.functions[0]?.name).toBe('greet');
  });
});
