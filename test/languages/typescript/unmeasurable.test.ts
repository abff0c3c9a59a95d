import { describe, expect, it } from 'vitest';
import { measureFile } from '../../../src/languages/typescript/measure-file.ts';
import { maxTextLength } from '../../../src/languages/typescript/parse.ts';

const healthy = 'function a() {}';

function reasonOf(code: string, path = 'example.ts'): { reason: string; line: number | null } | undefined {
  const measurement = measureFile(path, code);
  return measurement.measured ? undefined : measurement.unmeasurable;
}

describe('a file that can not be measured', () => {
  it('has a syntax error, and says on which line', () => {
    expect(reasonOf('const a = 1;\n\nfunction (b {\n')).toEqual({
      reason: 'syntax error: Identifier expected',
      line: 3,
    });
  });

  it('has conflict markers in it', () => {
    expect(reasonOf('a();\n<<<<<<< HEAD\nb();\n=======\nc();\n>>>>>>> other\n')).toEqual({
      reason: 'syntax error: Merge conflict marker encountered',
      line: 2,
    });
  });

  it('holds JSX under a name for TypeScript without JSX', () => {
    expect(reasonOf('const a = <b>c</b>;', 'a.ts')?.reason).toMatch(/^syntax error: /);
    expect(reasonOf('const a = <b>c</b>;', 'a.tsx')).toBeUndefined();
  });

  it.each([
    ['parentheses', `${'('.repeat(10_000)}a${')'.repeat(10_000)}`],
    ['blocks', '{'.repeat(10_000) + '}'.repeat(10_000)],
    ['conditions', 'if (a) {'.repeat(10_000) + '}'.repeat(10_000)],
    ['arrow functions', `${'a => '.repeat(10_000)}b`],
    ['types', `type A = ${'B<'.repeat(10_000)}C${'>'.repeat(10_000)}`],
  ])('nests 10,000 %s, and the next file is measured as ever', (_, code) => {
    expect(reasonOf(code)).toEqual({ reason: 'nested too deeply to be parsed', line: null });
    expect(reasonOf(healthy)).toBeUndefined();
  });

  it.each([
    ['async arrow functions', 'x = '.concat('async (a = '.repeat(40), '1', ')'.repeat(40))],
    ['generic ones', 'x = '.concat('async <T>(a = '.repeat(40), '1', ')'.repeat(40))],
  ])('makes the parser try out 2^40 meanings of %s', (_, code) => {
    expect(reasonOf(code)).toEqual({ reason: 'too ambiguous to be parsed', line: null });
    expect(reasonOf(healthy)).toBeUndefined();
  });

  it.each([
    ['nested too deeply', '('.repeat(20_000)],
    ['too ambiguous', 'async (a = '.repeat(40)],
  ])('that is %s tells nothing of the next file', (_, rest) => {
    // What the first text has in parentheses at this place is no arrow function: the parser makes a note of that.
    expect(reasonOf(`const x = (a) + ${rest}`)).toBeDefined();
    expect(reasonOf('const x = (a) => { if (a) return 1; return 2; };')).toBeUndefined();
  });

  it('is written in Flow, and says so where its first comment does', () => {
    const flow = 'type A = {| b: number |};\n';
    expect(reasonOf(`// @flow strict\n${flow}`, 'a.js')).toEqual({
      reason: expect.stringMatching(
        /^syntax error: .+ \(Flow has syntax of its own, which is not supported\)$/,
      ),
      line: 2,
    });
    expect(reasonOf(`// @flow-disable-next\n${flow}// @flow\n`, 'a.js')?.reason).not.toContain('Flow');
  });

  it('is longer than 2 million characters', () => {
    expect(reasonOf(healthy.padEnd(maxTextLength + 1))).toEqual({
      reason: 'longer than 2 million characters',
      line: null,
    });
    expect(reasonOf(healthy.padEnd(maxTextLength))).toBeUndefined();
  });

  it('is not one that is valid in JavaScript alone', () => {
    expect(
      reasonOf("const a = 010 + '\\01'; class C { #b; c(d) { return d?.#b; } }", 'a.js'),
    ).toBeUndefined();
  });

  it('is not one that only a type checker would refuse', () => {
    expect(
      reasonOf('const a; let b: Missing = 1; class C { d() {} d() {} } return; break; await e;'),
    ).toBeUndefined();
  });
});
