import { describe, expect, it } from 'vitest';
import { measureBody, measureFunctionIn, template } from '../measure-code.ts';

function complexityOf(body: string, path?: string): number {
  return measureBody(body, path).cyclomaticComplexity;
}

describe('cyclomatic complexity', () => {
  it('is 1 for a function without branches', () => {
    expect(complexityOf('')).toBe(1);
    expect(complexityOf('const a = 1; call(a); return a;')).toBe(1);
  });

  it.each([
    ['an if', 'if (a) b();', 1],
    ['an if with an else', 'if (a) b(); else c();', 1],
    ['each else-if', 'if (a) b(); else if (c) d(); else if (e) f(); else g();', 3],
    ['a for', 'for (let i = 0; ; i++) b();', 1],
    ['a for-in', 'for (const a in b) c();', 1],
    ['a for-of', 'for (const a of b) c();', 1],
    ['a for-await-of', 'for await (const a of b) c();', 1],
    ['a while', 'while (a) b();', 1],
    ['a do-while, once', 'do b(); while (a);', 1],
    ['each case, but not the default', 'switch (a) { case 1: case 2: b(); break; default: c(); }', 2],
    ['a conditional expression', 'return a ? b : c;', 1],
    ['nested conditional expressions', 'return a ? b : c ? d : e;', 2],
    ['each &&', 'return a && b && c;', 2],
    ['each ||', 'return a || b || c;', 2],
    ['mixed && and || in parentheses', 'if ((a || b) && (c || d)) e();', 4],
    ['an optional property', 'return a?.b;', 1],
    ['an optional element', 'return a?.[b];', 1],
    ['an optional call', 'return a?.();', 1],
    ['each link of an optional chain', 'return a?.b?.c?.[d]?.();', 4],
    ['a throw', 'throw new Error();', 1],
    ['a catch with a binding', 'try { a(); } catch (error) { b(); }', 1],
    ['a call of .catch', 'await a().catch(b);', 1],
    ['an optional call of .catch, twice', 'await a?.catch(b);', 2],
  ])('counts %s', (_, body, branches) => {
    expect(complexityOf(body)).toBe(1 + branches);
  });

  it.each([
    ['??', 'return a ?? b;'],
    ['??=, ||= and &&=', 'a ??= b; c ||= d; e &&= f;'],
    ['catch without a binding', 'try { a(); } catch { b(); }'],
    ['try and finally', 'try { a(); } finally { b(); }'],
    ['else', 'if (true) {} else {}', 2],
    ['default', 'switch (a) { default: b(); }'],
    ['default values', 'const { a = 1 } = b; const f = (c = 2) => c;'],
    ['optional members and conditional types', 'type A<T> = T extends string ? { a?: 1 } : never;'],
    ['non-null assertions and bitwise operators', 'return a! | b & c;'],
    ['the property catch without a call', 'const handler = a.catch;'],
    ['labels, break and continue', 'a: for (;;) { break a; }', 2],
  ])('does not count %s', (_, body, expected = 1) => {
    expect(complexityOf(body)).toBe(expected);
  });

  it('does not look into a template literal', () => {
    expect(
      complexityOf(`return ${template('a ? b : c')} + ${template('h?.map((i) => i || (j && k))')};`),
    ).toBe(1);
    expect(complexityOf(`return html${template('a && b')};`)).toBe(1);
  });

  it('counts the conditions of JSX', () => {
    expect(complexityOf('return <p hidden={a || b}>{c && <b>{d ? e : f}</b>}</p>;', 'a.tsx')).toBe(4);
  });

  it('counts what anonymous callbacks and named arrow functions inside do', () => {
    expect(complexityOf('list.forEach((a) => { if (a) b(); });')).toBe(2);
    expect(complexityOf('const handle = (a) => { if (a) b(); }; list.forEach(handle);')).toBe(2);
    expect(complexityOf('list.sort(function (a, b) { return a > b ? 1 : -1; });')).toBe(2);
  });

  it('counts conditions in the default values of parameters', () => {
    expect(measureFunctionIn('function f(a = b || c) {}').cyclomaticComplexity).toBe(2);
  });

  it('counts thousands of operands or calls that are joined in one expression', () => {
    expect(complexityOf(`return ${'a && '.repeat(20_000)}a;`)).toBe(20_001);
    expect(complexityOf(`return a${'.b(c && d)[e?.f]'.repeat(10_000)};`)).toBe(20_001);
  });
});
