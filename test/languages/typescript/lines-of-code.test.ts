import { describe, expect, it } from 'vitest';
import { sumLinesOfCode } from '../../../src/smells/index.ts';
import { measureBody, measureCode, measureFunctionIn, template } from '../measure-code.ts';

describe('lines of code of a function', () => {
  it('go from its first line to its last', () => {
    const fn = measureFunctionIn('\n\nexport function a() {\n  b();\n}\nc();\n');
    expect(fn).toMatchObject({ line: 3, endLine: 5, linesOfCode: 3 });
  });

  it('are one where it stands on one line', () => {
    expect(measureFunctionIn('function a() { b(); }')).toMatchObject({ line: 1, endLine: 1, linesOfCode: 1 });
  });

  it('leave out blank lines', () => {
    expect(measureBody('\n  a();\n\n \t \n  b();\n').linesOfCode).toBe(4);
  });

  it('leave out lines with nothing but a comment', () => {
    expect(
      measureBody('// one\n/* two\n * three\n */\n/** four */\na(); // five\n/* six */ b();').linesOfCode,
    ).toBe(4);
  });

  it('leave out the comment before the function', () => {
    expect(measureFunctionIn('/**\n * Says it.\n */\nfunction a() {\n}')).toMatchObject({
      line: 4,
      linesOfCode: 2,
    });
  });

  it('count the lines of a template, but not its blank ones', () => {
    expect(measureBody('return `one\n\n// two\n/* three */\n`;').linesOfCode).toBe(6);
  });

  it('take what looks like a comment in a string or a regular expression for code', () => {
    expect(measureBody("a('//');\nb(/\\/*/);\nc(/[/*]/, '/*');\nd();").linesOfCode).toBe(6);
  });

  it('take what looks like a comment in a type for code', () => {
    expect(measureBody(`type A = '/*' | "//" | ${template('B')} | \`/*\`;\na();`).linesOfCode).toBe(4);
  });

  it('count comments in JSX, which stand in braces', () => {
    const body = 'return (\n<div>\n{/* one */}\n{\n// two\n}\n// text\n\n</div>\n);';
    expect(measureBody(body, 'a.tsx').linesOfCode).toBe(11);
  });

  it('are told apart in JSX text, attributes and apostrophes', () => {
    const body = `return (\n<p title="it's // one"\n  alt='a\n  /* b'>\nDon't /* stop\n\n</p>\n);`;
    expect(measureBody(body, 'a.tsx').linesOfCode).toBe(9);
  });

  it('are the same with line breaks of Windows', () => {
    const code = 'function a() {\n  // b\n\n  c(`d\n\n`);\n}\n';
    const [unix, windows] = [code, code.replaceAll('\n', '\r\n')].map((text) => measureCode(text));
    expect(windows).toEqual(unix);
    expect(windows?.lines).toBe(7);
  });

  it('add up to the lines of code of the file, which leave out what is outside of functions', () => {
    const metrics = measureCode(
      'import a from "a";\nfunction b() {\n}\nconst c = 1;\nconst d = () => {\n};\n',
    );
    expect(sumLinesOfCode(metrics.functions)).toBe(4);
  });
});

describe('lines of a file', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\n\n', 2],
    ['a\nb', 2],
    ['a\r\nb\r\n', 2],
    ["a('\u2028');\n", 1],
  ])('of %j: %i', (code, lines) => {
    expect(measureCode(code).lines).toBe(lines);
  });
});
