import { describe, expect, it } from 'vitest';
import { measureCode } from '../measure-code.ts';

describe('suppression comments', () => {
  it('name smells, before a function', () => {
    const code = `import a from 'a';

// @codescene(disable:"Complex Method", disable:"Deep, Nested Complexity")
export function b() {}`;
    expect(measureCode(code).suppressions).toEqual([
      { line: 3, smells: ['Complex Method', 'Deep, Nested Complexity'], scope: 0 },
    ]);
  });

  it('speak of the file where they stand on top of it', () => {
    expect(
      measureCode('// @codescene(disable-all)\nimport a from "a";\nfunction b() {}').suppressions,
    ).toEqual([{ line: 1, smells: 'all', scope: 'file' }]);
    expect(measureCode('#!/usr/bin/env node\n/* @codescene(disable-all) */\n').suppressions).toEqual([
      { line: 2, smells: 'all', scope: 'file' },
    ]);
  });

  it('speak of a function on top of the file where no blank line is between', () => {
    const code = '// @codescene(disable-all)\nfunction b() {}';
    expect(measureCode(code).suppressions[0]?.scope).toBe(0);
    expect(measureCode(code.replace('\n', '\n\n')).suppressions[0]?.scope).toBe('file');
  });

  it.each([
    ['a variable', 'const b = () => {};'],
    ['a wrapped function', 'export const b = memo(function c() {});'],
    ['an exported function', 'export default async function () {}'],
    ['an assignment', 'exports.b = function () {};'],
    ['a method', 'b() {}', 'class A {\n', '}'],
    ['a decorated method', '@c()\nb() {}', 'class A {\n', '}'],
    ['a field', 'b = () => {};', 'class A {\n', '}'],
    ['a method of an object', 'b() {},', 'const c = {\n', '};'],
    ['a property', 'b: () => {},', 'const c = {\n', '};'],
  ])('stand before %s', (_, declaration, before = 'a();\n', after = '') => {
    const code = `${before}// @codescene(disable:"Large Method")\n/** Says it. */\n${declaration}${after}`;
    expect(measureCode(code).suppressions).toEqual([{ line: 2, smells: ['Large Method'], scope: 0 }]);
  });

  it('speak of the function that follows, not of the first', () => {
    const code = 'function a() {}\n\n// @codescene(disable-all)\nfunction b() {}';
    expect(measureCode(code).suppressions[0]?.scope).toBe(1);
  });

  it.each([
    ['inside a function', 'function a() {\n  // @codescene(disable-all)\n  if (b) {}\n}'],
    ['before other code', 'a();\n// @codescene(disable-all)\nb();'],
    ['before a class', 'a();\n// @codescene(disable-all)\nclass B { c() {} }'],
    ['behind code on its line', 'a(); // @codescene(disable-all)\nfunction b() {}'],
    ['at the end', 'function a() {}\n// @codescene(disable-all)'],
  ])('speak of nothing %s', (_, code) => {
    expect(measureCode(code).suppressions.map(({ scope }) => scope)).toEqual(['none']);
  });

  it('may stand in block comments, with other text around, and more than once', () => {
    const code =
      'a();\n/**\n * Generated. @codescene(disable: "One")\n * @codescene( disable:Two , disable:\'Three\' )\n */\nfunction b() {}';
    expect(measureCode(code).suppressions).toEqual([
      { line: 3, smells: ['One'], scope: 0 },
      { line: 4, smells: ['Two', 'Three'], scope: 0 },
    ]);
  });

  it('keep what they do not understand as it is written', () => {
    expect(measureCode('// @codescene(disabel:"One", large-method)\na();').suppressions[0]?.smells).toEqual([
      'disabel:"One"',
      'large-method',
    ]);
    expect(measureCode('// @codescene()\na();').suppressions[0]?.smells).toEqual([]);
  });

  it('are not found in strings, templates and JSX text', () => {
    const code =
      'const a = "// @codescene(disable-all)"; const b = `\n// @codescene(disable-all)\n`; const c = <d>{e}// @codescene(disable-all)</d>;';
    expect(measureCode(code, 'a.tsx').suppressions).toEqual([]);
  });
});
