import { describe, expect, it } from 'vitest';
import { measureCode } from '../measure-code.ts';

describe('code outside of functions', () => {
  it('has a complexity of 1 where there is none', () => {
    expect(measureCode('').global).toEqual({ cyclomaticComplexity: 1, maxNestingDepth: 0, line: 1 });
  });

  it('is measured by the same rules as functions are', () => {
    const code =
      "import a from 'a';\n\nif (a && b) {\n  for (const c of d) {\n  }\n}\nfunction e() { if (f) { while (g) { } } }";
    expect(measureCode(code).global).toEqual({ cyclomaticComplexity: 4, maxNestingDepth: 2, line: 4 });
  });

  it('points at the first condition where nothing is nested', () => {
    expect(measureCode('const a = 1;\nconst b = a\n  ? c || d\n  : e;\n').global.line).toBe(3);
  });

  it('holds callbacks, static blocks and values of fields', () => {
    const code = "app.get('/', (a) => { if (a) {} });\nclass B { static { if (c) {} } d = e ? 1 : 2; }";
    expect(measureCode(code).global.cyclomaticComplexity).toBe(4);
  });

  it('does not hold what follows an inner function', () => {
    expect(measureCode('function a() { function b() {} if (c) {} }').global.cyclomaticComplexity).toBe(1);
  });
});
