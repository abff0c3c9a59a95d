import { describe, expect, it } from 'vitest';
import { measureBody, template } from '../measure-code.ts';

function conditionsIn(body: string, path?: string): readonly string[] {
  return measureBody(body, path).complexConditions.map(({ line, operators }) => `${line}: ${operators}`);
}

describe('complex conditions', () => {
  it.each([
    ['an if', 'if (a && b && c) { d(); }', ['2: 2']],
    ['an else-if, on its own line', 'if (a) {\n} else if (b || c || d || e) {\n}', ['3: 3']],
    ['a while', 'while (a && (b || c)) { d(); }', ['2: 2']],
    ['a for', 'for (let i = 0; i < a && b && c; i++) { d(); }', ['2: 2']],
    [
      'several of them, in source order',
      'if (a && b && c) { }\nwhile (a || b || c || d) { }',
      ['2: 2', '3: 3'],
    ],
    ['one over several lines, on the line of its if', 'if (\n  a &&\n  b &&\n  c\n) {\n}', ['2: 2']],
    ['operators in a callback inside it', 'if (a.some((b) => b.c && b.d) || e) { }', ['2: 2']],
  ])('are those of %s', (_, body, expected) => {
    expect(conditionsIn(body)).toEqual(expected);
  });

  it.each([
    ['one operator', 'if (a && b) { c(); }'],
    ['a body without braces', 'if (a && b && c) return;'],
    ['return', 'return a && b && c;'],
    ['an assignment', 'const d = a && b && c;'],
    ['an argument', 'call(a || b || c);'],
    ['the condition of do', 'do { a(); } while (b && c && d);'],
    ['?? and !', 'if (!(a ?? b ?? c)) { d(); }'],
    ['the head of a for beside its condition', 'for (let a = b && c && d; e; f || g || h) { }'],
    ['a template literal', `if (${template('a && b && c')}) { d(); }`],
  ])('are not those of %s', (_, body) => {
    expect(conditionsIn(body)).toEqual([]);
  });

  it('are not those of JSX', () => {
    expect(conditionsIn('return <p>{a && b && c && <b/>}</p>;', 'a.tsx')).toEqual([]);
  });
});
