import { describe, expect, it } from 'vitest';
import type { FunctionMetrics } from '../../../src/model/metrics.ts';
import { measureFunctionIn } from '../measure-code.ts';

const statements = Array.from({ length: 40 }, (_, index) => `call${index}(argument${index}, ${index});`);
const long = measureFunctionIn(`function a(b) {\n${statements.join('\n')}\n}`);

/** Share of the smaller of both samples that stands in both. */
function shared(a: FunctionMetrics, b: FunctionMetrics): number {
  return a.bodySketch.filter((hash) => b.bodySketch.includes(hash)).length / a.bodySketch.length;
}

describe('the hash of a body', () => {
  it('is equal where white space and comments differ', () => {
    const other = measureFunctionIn(`function a(b)\n{ // one\n${statements.join(' /* two */ ')} }`);
    expect(other.bodyHash).toBe(long.bodyHash);
    expect(other.bodySketch).toEqual(long.bodySketch);
  });

  it("is equal where the function's own name differs, in recursive calls too", () => {
    const [a, b] = ['function a(n) { return a(n - 1); }', 'const b = function (n) { return b(n - 1); }'].map(
      (code) => measureFunctionIn(code),
    );
    expect(a?.bodyHash).toBe(b?.bodyHash);
    const [c, d] = ['class A { c() { this.c(); } }', 'class B { d() { this.d(); } }'].map((code) =>
      measureFunctionIn(code),
    );
    expect(c?.bodyHash).toBe(d?.bodyHash);
  });

  it.each([
    ['a token', 'function a(n) { return n + 1; }', 'function a(n) { return n + 2; }'],
    ['a parameter', 'function a(n) { }', 'function a(n, m) { }'],
    ['the order of tokens', 'function a() { b(); c(); }', 'function a() { c(); b(); }'],
    ['white space in a template', 'function a() { return ` b`; }', 'function a() { return `b`; }'],
    ['white space in a string', "function a() { return ' b'; }", "function a() { return 'b'; }"],
    ['an empty body', 'function a() {}', 'function a() { b(); }'],
  ])('differs where %s differs', (_, first, second) => {
    expect(measureFunctionIn(first).bodyHash).not.toBe(measureFunctionIn(second).bodyHash);
  });

  it('is that of what is measured: a function inside is not part of it', () => {
    const [a, b] = ['c();', 'd();'].map((inner) =>
      measureFunctionIn(`function a() { e(); function f() { ${inner} } }`),
    );
    expect(a?.bodyHash).toBe(b?.bodyHash);
  });
});

describe('the sketch of a body', () => {
  it('is a sorted sample without repetitions, of limited size', () => {
    const sketch = long.bodySketch;
    expect(sketch).toEqual([...new Set(sketch)].sort((a, b) => a - b));
    expect(sketch.length).toBe(64);
  });

  it('is never empty', () => {
    expect(measureFunctionIn('function a() {}').bodySketch.length).toBeGreaterThan(0);
    expect(measureFunctionIn('const a = b => b').bodySketch.length).toBeGreaterThan(0);
  });

  it('stays mostly the same where one line is edited', () => {
    const edited = statements.with(20, 'somethingElse();');
    expect(shared(long, measureFunctionIn(`function a(b) {\n${edited.join('\n')}\n}`))).toBeGreaterThan(0.85);
  });

  it('has little in common with that of another function', () => {
    const other = statements.map((statement) => statement.replaceAll(/call|argument/g, 'other'));
    expect(shared(long, measureFunctionIn(`function a(b) {\n${other.join('\n')}\n}`))).toBeLessThan(0.2);
  });
});
