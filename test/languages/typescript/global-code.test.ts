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

  it('holds static blocks, values of fields and functions that are called at once', () => {
    const code =
      'class B { static { if (c) {} } d = e ? 1 : 2; }\n(() => { if (a) {} })();\n(function () { f?.(); }());';
    expect(measureCode(code).global.cyclomaticComplexity).toBe(5);
  });

  it.each([
    ["app.get('/', (a) => { if (a) { if (b) {} } });", 1, 0],
    ["describe('a', () => { it('b', () => { if (c) {} }); expect(d?.e).toBe(1); });", 1, 0],
    ['z.object({}).refine((a) => a.b && a.c).refine(function (a) { return a.d || a.e; });', 1, 0],
    ['if (a) { on(() => { while (b) {} }); for (;;) {} }', 3, 2],
    ['export default connect((a) => (a ? b : c)); const d = e ? 1 : 2;', 2, 0],
  ])('does not hold callbacks: %s', (code, cyclomaticComplexity, maxNestingDepth) => {
    expect(measureCode(code).global).toMatchObject({ cyclomaticComplexity, maxNestingDepth });
  });

  it('does not hold what follows an inner function', () => {
    expect(measureCode('function a() { function b() {} if (c) {} }').global.cyclomaticComplexity).toBe(1);
  });
});
