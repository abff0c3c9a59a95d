import { describe, expect, it } from 'vitest';
import { detectFindings, sumLinesOfCode } from '../../../src/smells/index.ts';
import { measureBody, measureCode, measureFunctionIn, namesIn, template } from '../measure-code.ts';

/**
 * One example for each counting rule by its name, so that a rule can be found and changed alone. The cases of each
 * stand in the test files beside this one.
 */
const isCounted = (parameters: string) => measureFunctionIn(`function f(${parameters}) {}`).counted;

describe('counting rules', () => {
  it('lines of code of a function: first to last line, without blank and comment-only lines; JSX comments count', () => {
    const code =
      'function List() {\n\n  // why\n  return (\n    <ul>\n      {/* note */}\n    </ul>\n  );\n}\n';
    expect(measureFunctionIn(code, 'List', 'a.tsx').linesOfCode).toBe(7);
  });

  it('cyclomatic complexity: 1 + branches, logical operators, optional chains, throws, catches with a binding', () => {
    const counted = [
      'if (a) b();',
      'for (;;) b();',
      'for (const a in b) c();',
      'for (const a of b) c();',
      'while (a) b();',
      'do b(); while (a);',
      'switch (a) { case 1: b(); }',
      'const c = a ? 1 : 2;',
      'const c = a && b;',
      'const c = a || b;',
      'a?.b;',
      'throw a;',
      'try { a(); } catch (error) { b(); }',
      'a().catch(b);',
    ];
    expect(counted.map((body) => [body, measureBody(body).cyclomaticComplexity])).toEqual(
      counted.map((body) => [body, 2]),
    );
  });

  it('cyclomatic complexity: not ??, default, catch without binding, try, finally, templates, logical assignment', () => {
    const free = [
      'const c = a ?? b;',
      'switch (a) { default: b(); }',
      'try { a(); } catch { b(); } finally { c(); }',
      `const c = ${template('a ? b && c : d')};`,
      'a ||= b; a &&= b; a ??= b;',
    ];
    expect(free.map((body) => [body, measureBody(body).cyclomaticComplexity])).toEqual(
      free.map((body) => [body, 1]),
    );
  });

  it('what is a function: declarations, members and named arrow functions, but no callback and no signature', () => {
    const code = [
      'function declared() {}',
      'function overloaded(a: string): void;',
      'function overloaded(a: unknown) {}',
      'declare function foreign(): void;',
      'abstract class A { abstract b(): void; c() {} get d() { return 1; } e = () => {}; constructor() {} }',
      'const arrow = () => {};',
      'const named = memo(function Named() {});',
      'const object = { method() {} };',
      "describe('tests', () => { it('works', () => {}); });",
      '(() => {})();',
    ].join('\n');
    expect(namesIn(code)).toEqual([
      'declared',
      'overloaded',
      'A.c',
      'A.d',
      'A.e',
      'A.constructor',
      'arrow',
      'Named',
      'object.method',
    ]);
  });

  it('nested functions: callbacks and constants roll up, a declaration or object method cuts', () => {
    const code =
      'function outer() {\n  list.map(() => a && b);\n  const f = () => c || d;\n  function inner() {\n    if (e) f();\n  }\n  if (g) h();\n}\n';
    const { functions } = measureCode(code);
    expect(functions.map((fn) => [fn.name, fn.endLine, fn.cyclomaticComplexity])).toEqual([
      ['outer', 3, 3],
      ['inner', 6, 2],
    ]);
  });

  it('nested functions: an inline object type among the parameters makes constants functions of their own', () => {
    expect(namesIn('const A = ({ b }: { b: B }) => {\n  const c = () => { b(); };\n  return c;\n};')).toEqual(
      ['A', 'c'],
    );
    expect(namesIn('const A = ({ b }: Props) => {\n  const c = () => { b(); };\n  return c;\n};')).toEqual([
      'A',
    ]);
  });

  it('nesting depth: if, loops and switch, brace-less bodies as well; not try, else if, callbacks or ? :', () => {
    expect(measureBody('if (a) for (;;) while (b) switch (c) {}').maxNestingDepth).toBe(4);
    expect(
      measureBody('try { if (a) {} else if (b) {} else { c(() => (d ? 1 : 2)); } } catch {}').maxNestingDepth,
    ).toBe(1);
  });

  it('bumps: rising runs of blocks, braces or not, that end at depth 2 or more', () => {
    expect(measureBody('if (a) { if (b) {} }\nif (c) { for (;;) {} }\nif (d) {}').bumps).toBe(2);
    expect(measureBody('for (;;) { if (a) continue; if (b) { if (c) {} } }').bumps).toBe(2);
  });

  it('bumps: functions that are named inside are looked at by themselves', () => {
    const bump = 'if (a) { if (b) {} }';
    expect(measureBody(`const f = () => { ${bump} };\nconst g = () => { ${bump} };`).bumps).toBe(1);
  });

  it('complex conditional: two operators in the condition of a braced if, while or for, and nowhere else', () => {
    const operatorsIn = (body: string) =>
      measureBody(body).complexConditions.map(({ operators }) => operators);
    expect(operatorsIn('if (a && b || c) {}\nwhile (a && b && c && d) {}')).toEqual([2, 3]);
    expect(operatorsIn('if (a && b || c) d();\nreturn a && b && c;')).toEqual([]);
  });

  it('complex conditional: the operators of all complex conditions of a function are added up', () => {
    const code = 'function f() { if (a && b || c) {}\nif (a && b) {}\nif (a || b || c || d) {} }';
    const found = detectFindings(measureCode(code), {}).filter(
      ({ smell }) => smell === 'complex-conditional',
    );
    expect(found.map(({ measured }) => measured)).toEqual([5]);
  });

  it('arguments: a destructured object is one', () => {
    expect(measureFunctionIn('function f({ a, b }: C, d: D, ...e: E[]) {}').parameters).toBe(3);
  });

  it('mean complexity, primitive share and string share: over all functions and parameters of the file', () => {
    const typed = (types: readonly string[]) =>
      types.map((type, at) => `function f${at}(a: ${type}) {}`).join('\n');
    const found = (code: string) =>
      detectFindings(measureCode(code), {}).map(({ smell, measured }) => [smell, measured]);
    const types = [...Array<string>(6).fill('string'), ...Array<string>(14).fill('Date | string[]')];
    expect(found(typed(types))).toEqual([['primitive-obsession', 30]]);
    expect(found(typed(types.slice(1)))).toEqual([]);
  });

  it('functions that are counted: not with a literal type among the parameters', () => {
    expect(isCounted("mode: 'run' | 'check'")).toBe(false);
    expect(isCounted('step: 1 | -1')).toBe(false);
    expect(isCounted("kind: Item['kind'], name: string")).toBe(false);
    expect(isCounted("{ onSave }: Omit<Props, 'open'>")).toBe(false);
    expect(isCounted("name: string | null, mode = 'run', limit = 3")).toBe(true);
  });

  it('functions that are counted: not with an object type before the last parameter', () => {
    expect(isCounted('refs: { key: string }[], key: string')).toBe(false);
    expect(isCounted('path: string, options?: { commit?: string }')).toBe(true);
    expect(isCounted('{ items }: { items: Item[] }')).toBe(true);
    expect(measureFunctionIn('function f<T extends { key: string }>(items: T[]) {}').counted).toBe(false);
    expect(measureFunctionIn('function f<T extends Item, K = {}>(items: T[]) {}').counted).toBe(true);
  });

  it('file lines of code: the sum of its functions', () => {
    const metrics = measureCode('import a from "a";\nconst b = 1;\nfunction c() {\n  return b;\n}\n');
    expect(sumLinesOfCode(metrics.functions)).toBe(3);
  });

  it('React components have a line limit of their own', () => {
    const body = (lines: number, last: string) =>
      `function F() {\n${'  a();\n'.repeat(lines - 3)}  return ${last};\n}\n`;
    const isLarge = (code: string) =>
      detectFindings(measureCode(code, 'a.tsx'), {}).some(({ smell }) => smell === 'large-method');
    expect([isLarge(body(69, 'null')), isLarge(body(70, 'null'))]).toEqual([false, true]);
    expect([isLarge(body(119, '<b />')), isLarge(body(120, '<b />'))]).toEqual([false, true]);
  });
});
