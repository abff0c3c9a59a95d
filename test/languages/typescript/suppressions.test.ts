import { describe, expect, it } from 'vitest';
import { measureCode, template } from '../measure-code.ts';

const scopesIn = (code: string, path?: string) =>
  measureCode(code, path).suppressions.map(({ scope }) => scope);

const read = (directive: string) => {
  const [first] = measureCode(`a();\n${directive}\nfunction b() {}`).suppressions;
  return first && { smells: first.smells, unread: first.unread };
};

describe('what a suppression comment says', () => {
  it('is names of smells, with the line that it stands on', () => {
    const code = `import a from 'a';

// @codescene(disable:"Complex Method", disable:"Deep, Nested Complexity")
export function b() {}`;
    expect(measureCode(code).suppressions).toEqual([
      { line: 3, smells: ['Complex Method', 'Deep, Nested Complexity'], unread: [], scope: 0 },
    ]);
  });

  it.each([
    ['// @codescene(disable:"Large Method")', ['Large Method']],
    ["// @codescene(disable:'Large Method')", ['Large Method']],
    ['// @codescene(disable:Large Method)', ['Large Method']],
    ['// @codescene(disable:large-method)', ['large-method']],
    ['//@codescene(disable:"Large Method")', ['Large Method']],
    ['// @codescene ( disable : " Large Method " , )', ['Large Method']],
    ['// @CodeScene(DISABLE:"Large Method")', ['Large Method']],
    ['// @codescene(disable:"Large Method", disable:brain-method)', ['Large Method', 'brain-method']],
    ['// @codescene(disable:"Large Method") until the parser is gone (see PROJ-12)', ['Large Method']],
    ['// Known: @codescene(disable:"Large Method")', ['Large Method']],
    ['/* @codescene(disable:"Large Method") */', ['Large Method']],
    ['/** @codescene(disable:"Large Method") */', ['Large Method']],
    [
      '/**\n * @codescene(disable:"Large Method",\n *   disable:brain-method)\n */',
      ['Large Method', 'brain-method'],
    ],
    ['/*\r\n @codescene(\r\n   disable:"Large Method"\r\n )\r\n*/', ['Large Method']],
    ['// @codescene(disable-all)', 'all'],
    ['// @codescene( Disable-All )', 'all'],
    ['// @codescene(disable:"Large Method", disable-all)', 'all'],
  ])('is read from %j', (directive, smells) => {
    expect(read(directive)).toEqual({ smells, unread: [] });
  });

  it.each([
    ['// @codescene(disabel:"One", large-method)', ['disabel:"One"', 'large-method']],
    ['// @codescene(enable:"Large Method")', ['enable:"Large Method"']],
    ['// @codescene("Large Method")', ['"Large Method"']],
    ['// @codescene(disable)', ['disable']],
    ['// @codescene(disable:)', ['disable:']],
    ['// @codescene(disable:"")', ['disable:""']],
    ['// @codescene(disable:"Large Method"', ['@codescene(disable:"Large Method"']],
    [
      '// @codescene(disable:"Large Method",\n// disable:"Brain Method")',
      ['@codescene(disable:"Large Method",'],
    ],
  ])('keeps apart what cannot be read in %j', (directive, unread) => {
    expect(read(directive)).toEqual({ smells: [], unread });
  });

  it('may be nothing', () => {
    expect(read('// @codescene()')).toEqual({ smells: [], unread: [] });
  });

  it('may be said more than once in a comment', () => {
    const code =
      'a();\n/**\n * Generated. @codescene(disable: "One")\n * @codescene( disable:Two , disable:\'Three\' )\n */\nfunction b() {}';
    expect(measureCode(code).suppressions).toEqual([
      { line: 3, smells: ['One'], unread: [], scope: 0 },
      { line: 4, smells: ['Two', 'Three'], unread: [], scope: 0 },
    ]);
  });

  it.each([
    ['a string', 'const a = "// @codescene(disable-all)";'],
    ['a template', `const a = \`\n// @codescene(disable-all)\n${template('b').slice(1, -1)}\`;`],
    ['the text of JSX', 'const c = <d>{e}// @codescene(disable-all)</d>;'],
    ['a regular expression', 'const a = /\\/\\/ @codescene(disable-all)/;'],
    ['prose in backticks', '// Write `@codescene(disable-all)` above it.\nfunction a() {}'],
    ['another name', '// @codescenes(disable-all)\n// see @codescene/cli\nfunction a() {}'],
  ])('is not looked for in %s', (_, code) => {
    expect(measureCode(code, 'a.tsx').suppressions).toEqual([]);
  });
});

describe('a suppression comment speaks of the function that follows', () => {
  it.each([
    ['a declaration', 'function b() {}'],
    ['a variable', 'const b = () => {};'],
    ['an exported variable', 'export const b = async () => {};'],
    ['a component in a wrapper', 'export const B = memo(() => <p />);'],
    ['a component in two wrappers', 'const B = React.memo(forwardRef((props, ref) => <p />));'],
    ['a wrapped function', 'export const b = memo(function c() {});'],
    ['a default export', 'export default function c() {}'],
    ['a default export without a name', 'export default async function () {}'],
    ['an assignment', 'exports.b = function () {};'],
    [
      'overloads',
      'export function b(c: string): void;\nexport function b(c: number): void;\nexport function b() {}',
    ],
    ['a method', 'b() {}', 'class A {\n', '}'],
    ['an accessor', 'static get b() { return 1; }', 'class A {\n', '}'],
    ['a constructor', 'constructor() {}', 'class A {\n', '}'],
    ['overloads of a method', 'b(c: string): void;\nb(c: number): void;\nb() {}', 'class A {\n', '}'],
    ['overloads of a constructor', 'constructor(c: string);\nconstructor() {}', 'class A {\n', '}'],
    ['a decorated method', '@c()\n@d\nb() {}', 'class A {\n', '}'],
    ['a field', 'b = () => {};', 'class A {\n', '}'],
    ['a method of an object', 'b() {},', 'const c = {\n', '};'],
    ['a property', 'b: () => {},', 'const c = {\n', '};'],
    ['a function in a namespace', 'export function b() {}', 'namespace A {\n', '}'],
  ])('where it stands before %s', (_, declaration, before = 'a();\n', after = '') => {
    const code = `${before}// @codescene(disable:"Large Method")\n/** Says it. */\n${declaration}${after}`;
    const path = declaration.includes('<p />') ? 'a.tsx' : 'a.ts';
    expect(measureCode(code, path).suppressions).toEqual([
      { line: 2, smells: ['Large Method'], unread: [], scope: 0 },
    ]);
  });

  it.each([
    ['between decorators and a method', 'class A {\n@b()\n// @codescene(disable-all)\nc() {} }'],
    [
      'between an overload and the next',
      'function a(b: string): void;\n// @codescene(disable-all)\nfunction a() {}',
    ],
    [
      'in a wrapper, before the function',
      'export const a = memo(\n// @codescene(disable-all)\nfunction B() {});',
    ],
    ['on its line', 'a();\n/* @codescene(disable-all) */ function b() {}'],
    ['before a function inside of another', 'a(() => {\n// @codescene(disable-all)\nfunction b() {} });'],
  ])('also %s', (_, code) => {
    expect(scopesIn(code)).toEqual([0]);
  });

  it('and not of the first one, or the one before', () => {
    expect(scopesIn('function a() {}\n\n// @codescene(disable-all)\nfunction b() {}')).toEqual([1]);
    const declared =
      'declare function a(): void;\n// @codescene(disable-all)\nfunction b() {}\nfunction c() {}';
    expect(scopesIn(declared)).toEqual([0]);
  });

  it('and not of one with another name that overloads stand before', () => {
    const code = 'a();\n// @codescene(disable-all)\ndeclare function b(): void;\nfunction c() {}';
    expect(scopesIn(code)).toEqual(['none']);
  });

  it.each([
    ['inside a function', 'function a() {\n  // @codescene(disable-all)\n  if (b) {}\n}'],
    ['before a callback', 'function a() {\n  // @codescene(disable-all)\n  b(() => {});\n}'],
    ['before other code', 'a();\n// @codescene(disable-all)\nb();'],
    ['before a class', 'a();\n// @codescene(disable-all)\nclass B { c() {} }'],
    ['before an object', 'a();\n// @codescene(disable-all)\nconst b = { c() {} };'],
    ['behind code on its line', 'a(); // @codescene(disable-all)\nfunction b() {}'],
    [
      'behind the directive prologue on its line',
      "'use client'; // @codescene(disable-all)\nfunction b() {}",
    ],
    ['between two pieces of code', 'a(); /* @codescene(disable-all) */ function b() {}'],
    ['at the end', 'function a() {}\n// @codescene(disable-all)'],
    ['in JSX', 'function a() { return <b>\n{/* @codescene(disable-all) */}\n</b>; }'],
  ])('and of nothing %s', (_, code) => {
    expect(scopesIn(code, 'a.tsx')).toEqual(['none']);
  });
});

describe('a suppression comment speaks of the file', () => {
  const license = '/*\n * Copyright.\n */\n\n';

  it.each([
    ['above imports', '// @codescene(disable-all)\nimport a from "a";\nfunction b() {}'],
    ['below a license', `${license}// @codescene(disable-all)\nimport a from "a";\nfunction b() {}`],
    ['in a license', `/*\n * Copyright.\n * @codescene(disable-all)\n */\n\nfunction b() {}`],
    ['below a shebang', '#!/usr/bin/env node\n/* @codescene(disable-all) */\nimport "a";\n'],
    ["above 'use client'", "// @codescene(disable-all)\n'use client';\nfunction b() {}"],
    [
      "below 'use client'",
      "'use client';\n\n// @codescene(disable-all)\nimport a from 'a';\nfunction b() {}",
    ],
    ['above a class', '// @codescene(disable-all)\nexport class B { c() {} }'],
    ['above a call that names a function', '// @codescene(disable-all)\n\na(function b() {});'],
    ['where there is no code', '// @codescene(disable-all)\n'],
    ['above a function, a blank line between', '// @codescene(disable-all)\n\nfunction b() {}'],
    ['the same with carriage returns', '// @codescene(disable-all)\r\n\r\n// b\r\nfunction b() {}'],
  ])('%s', (_, code) => {
    expect(scopesIn(code)).toEqual(['file']);
  });

  it.each([
    ['directly above it', '// @codescene(disable-all)\nfunction b() {}'],
    ['below a license', `${license}// @codescene(disable-all)\nfunction b() {}`],
    ["below 'use strict'", "'use strict';\n\n// @codescene(disable-all)\nfunction b() {}"],
    ['below a shebang', '#!/usr/bin/env node\n// @codescene(disable-all)\nfunction b() {}'],
  ])('but of the first function %s', (_, code) => {
    expect(scopesIn(code)).toEqual([0]);
  });
});

it('takes no time that grows with the square of a file full of comments', () => {
  const directives = '/* @codescene(disable:"A" */ '.repeat(30_000);
  const functions = '// @codescene(disable-all)\nfunction a(): void;\n'.repeat(10_000);
  const start = performance.now();
  expect(measureCode(`${directives}\n${functions}function a() {}`).suppressions).toHaveLength(40_000);
  expect(performance.now() - start).toBeLessThan(5000);
});
