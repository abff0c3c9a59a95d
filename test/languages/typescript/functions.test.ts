import { describe, expect, it } from 'vitest';
import { measureCode, measureFunctionIn, namesIn, template } from '../measure-code.ts';

describe('what is a function', () => {
  it.each([
    [
      'function declarations',
      'function a() {} async function b() {} function* c() {} export function d() {}',
      'a b c d',
    ],
    ['a default export without a name', 'export default function () {}', 'default'],
    ['a default export of an arrow function', 'export default () => {};', 'default'],
    ['methods', 'class A { b() {} async c() {} *d() {} static e() {} }', 'A.b A.c A.d A.e'],
    ['constructors', 'class A { constructor() {} }', 'A.constructor'],
    ['accessors', 'class A { get b() { return 1; } set b(c) {} }', 'A.b A.b'],
    ['private methods', 'class A { #b() {} }', 'A.#b'],
    [
      'methods with computed and quoted names',
      "class A { [Symbol.iterator]() {} 'b c'() {} 1() {} }",
      'A.[Symbol.iterator] A.b c A.1',
    ],
    [
      'class fields that hold a function',
      'class A { b = () => {}; static c = function () {}; d = 1; }',
      'A.b A.c',
    ],
    ['class expressions', 'const A = class { b() {} }; export default class { c() {} }', 'A.b default.c'],
    ['arrow functions of variables', 'const a = () => 1; let b = async (c) => { }, d = (e) => e;', 'a b d'],
    ['function expressions of variables', 'const a = function () {}; const b = function c() {};', 'a b'],
    [
      'with a type or parentheses around',
      'const a = (() => {}) as B; const c = (function () {}) satisfies D;',
      'a c',
    ],
    [
      'methods of named objects',
      'const a = { b() {}, c: () => 1, d: { e() {} }, get f() { return 1; } };',
      'a.b a.c a.d.e a.f',
    ],
    [
      'members of an object that is exported',
      'export default { a() {}, methods: { b() {} } };',
      'a methods.b',
    ],
    [
      'what is assigned to a property',
      'exports.a = () => {}; module.exports.b = function () {}; C.d = () => {};',
      'a b C.d',
    ],
    ['what is assigned to a prototype', 'A.prototype.b = function () {};', 'A.b'],
    ['what a CommonJS module exports', 'module.exports = { a() {} };', 'a'],
    ['what a CommonJS module is', 'module.exports = function () {};', 'module.exports'],
    [
      'members of namespaces',
      'namespace A { export function b() {} export namespace C { const d = () => {}; } }',
      'A.b A.C.d',
    ],
    ['a function that names itself in a wrapper', 'export const A = memo(function B() {});', 'B'],
    [
      'a function that a variable names through wrappers',
      'const A = memo(forwardRef((b, c) => {})); const D = React.memo(() => {});',
      'A D',
    ],
    [
      'a function that a constant maps is not the variable, one that is wrapped with another is',
      'const a = VALUES.map((b) => b * 2); const C = React.memo(() => {}, (d, e) => d.f === e.f);',
      'C',
    ],
    ['a function that is called where it stands', '(function a() {})();', 'a'],
    [
      'functions in callbacks at the top level',
      "describe('a', () => { const b = () => {}; function c() {} });",
      'b c',
    ],
  ])('%s', (_, code, expected) => {
    expect(namesIn(code).join(' ')).toBe(expected);
  });

  it.each([
    [
      'a callback at the top level',
      "describe('a', () => {}); app.get('/', (b, c) => {}); list.map(function () {});",
    ],
    [
      'the callback of a method whose result a variable holds',
      'const a = list.map((b) => b); const c = z.object({}).refine((d) => d);',
    ],
    ['a function that is called where it stands, without a name', '(() => { a(); })(); (function () {})();'],
    ['overloads', 'declare function a(): void; function b(c: string): void; function b(c: number): void;'],
    [
      'abstract and declared members',
      'abstract class A { abstract b(): void; c(): void; constructor(d: string); }',
    ],
    ['members of types', 'interface A { b(): void; c: () => void } type D = { e(): void; f: () => void };'],
    [
      'members of declared classes and namespaces',
      'declare class A { b(): void } declare namespace C { function d(): void }',
    ],
    ['event handlers in JSX', 'const a = <b onClick={() => { c(); }} />;'],
    ['functions in template literals', `const a = css${template('() => { b(); }')};`],
    ['static blocks', 'class A { static { b(); } }'],
    ['values', 'const a = 1; class B { c = 1; d; } enum E { F = 1 }'],
  ])('not %s', (_, code) => {
    expect(namesIn(code, 'a.tsx')).toEqual([]);
  });

  it('is a function declaration with overloads once', () => {
    expect(
      namesIn('function a(b: string): void;\nfunction a(b: number): void;\nfunction a(b: unknown) {}'),
    ).toEqual(['a']);
  });

  it('has a kind', () => {
    const code =
      'class A { constructor() {} b() {} get c() { return 1; } d = () => {}; } function e() {} const f = () => {};';
    expect(
      measureCode(code)
        .functions.map(({ kind }) => kind)
        .join(' '),
    ).toBe('constructor method accessor method function function');
  });

  it('contains JSX or not', () => {
    const code =
      'const A = () => <b/>; const C = () => <></>; const D = () => { return list.map(() => <e>f</e>); }; const g = () => 1;';
    expect(measureCode(code, 'a.tsx').functions.map(({ containsJsx }) => containsJsx)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('where a function begins and ends', () => {
  it.each([
    ['a declaration', 'export async function a() {\n}\n', [1, 2]],
    ['a variable', '\nexport const a = (\n  b,\n) => {\n};\n', [2, 5]],
    ['a wrapped function with a name', 'const a = memo(\n  function b() {\n  },\n);', [2, 3]],
    ['a wrapped function without a name', 'const a = memo(\n  () => {\n  },\n);', [1, 3]],
    ['a property', 'const a = {\n  b: () => {\n  },\n};', [2, 3]],
    ['a method, without its decorators', 'class A {\n  @b()\n  @c\n  static async d() {\n  }\n}', [4, 5]],
    ['a field, without its decorators', 'class A {\n  @b() @c\n  d = () => {\n  };\n}', [3, 4]],
  ])('as %s', (_, code, lines) => {
    const { line, endLine } = measureFunctionIn(code);
    expect([line, endLine]).toEqual(lines);
  });
});
