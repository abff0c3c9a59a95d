import { describe, expect, it } from 'vitest';
import { measureCode, measureFunctionIn, namesIn } from '../measure-code.ts';

describe('modern syntax', () => {
  it('measures decorators, with the code in them outside of the method', () => {
    const code =
      '@Component({ a: b ? c : d })\nexport class A {\n  @Input(() => e || f) g = 1;\n  @h(i && j)\n  k(@l() m: string) {}\n}';
    expect(measureFunctionIn(code)).toMatchObject({
      name: 'A.k',
      line: 5,
      cyclomaticComplexity: 1,
      parameters: 1,
    });
  });

  it('measures private fields, and methods that use them', () => {
    const code = 'class A { #a = 1; static #b?: string; has(c: A) { return #a in c && this.#a > 0; } }';
    expect(measureFunctionIn(code).cyclomaticComplexity).toBe(2);
  });

  it('measures using and await using', () => {
    const code =
      'async function a() {\n  using b = open();\n  await using c = connect();\n  if (b && c) {}\n}';
    expect(measureFunctionIn(code)).toMatchObject({ linesOfCode: 5, cyclomaticComplexity: 3 });
  });

  it('measures satisfies, as const, assertions and non-null marks', () => {
    expect(
      namesIn('const a = { b() {} } satisfies C; const d = { e() {} } as const; const f = <G>{ h() {} };'),
    ).toEqual(['a.b', 'd.e', 'f.h']);
  });

  it('measures enums and namespaces', () => {
    const code =
      'enum A { B = 1, C = B << 1 } const enum D { E } declare enum F { G } namespace H { export const i = () => 1; }';
    expect(namesIn(code)).toEqual(['H.i']);
  });

  it('measures generators, async iteration and top-level await', () => {
    const code =
      'async function* a() { for await (const b of c()) { yield* b; } }\nawait a();\nfor await (const d of a()) {}';
    const metrics = measureCode(code, 'a.mts');
    expect(metrics.functions[0]?.cyclomaticComplexity).toBe(2);
    expect(metrics.global.cyclomaticComplexity).toBe(2);
  });

  it('measures generics of arrow functions, and const type parameters', () => {
    expect(
      namesIn('const a = <T,>(b: T) => b; function c<const T extends readonly U[]>(d: T) {}', 'a.tsx'),
    ).toEqual(['a', 'c']);
  });

  it('measures React components of every kind', () => {
    const code = `export default function A({ b }: Props) { return <>{b ? <C /> : null}</>; }
const D = () => <E.F {...g} h="i" j={k} />;
const L = memo(forwardRef<M, N>((o, p) => <q ref={p}>{o.r && 's'}</q>));
class T extends Component { render() { return <u:v />; } }`;
    expect(namesIn(code, 'a.tsx')).toEqual(['A', 'D', 'L', 'T.render']);
  });

  it('measures import attributes, import.meta, regular expression flags, numeric separators and bigint', () => {
    const code =
      "import a from './a.json' with { type: 'json' };\nfunction b() { return import.meta.url + /[\\p{L}--[a-z]]/v + 1_000n + 0b1; }";
    expect(namesIn(code)).toEqual(['b']);
  });

  it('measures logical assignment, optional catch binding, labels and tagged templates', () => {
    const code = 'function a() { b ||= 1; try { c`d`; } catch { e: for (;;) continue e; } }';
    expect(measureFunctionIn(code).cyclomaticComplexity).toBe(2);
  });

  it('measures accessor fields, index signatures and parameter properties', () => {
    expect(
      namesIn('class A { accessor b = () => 1; [c: string]: unknown; constructor(readonly d = 1) {} }'),
    ).toEqual(['A.b', 'A.constructor']);
  });

  it('measures JavaScript with JSX, type annotations and a hashbang line', () => {
    expect(namesIn('#!/usr/bin/env node\nconst A = (b) => <c>{b}</c>;', 'a.js')).toEqual(['A']);
    expect(namesIn('function a(b: string): void {}', 'a.mjs')).toEqual(['a']);
    expect(namesIn('const a = require("b"); with (a) { c(); } var d = 010 + "\\01";', 'a.cjs')).toEqual([]);
  });

  it('measures code before and after CommonJS, ES modules and scripts alike', () => {
    expect(namesIn('var await = 1; function yield_() {}', 'a.cjs')).toEqual(['yield_']);
  });
});
