import { describe, expect, it } from 'vitest';
import { measureBody, measureFunctionIn, template } from '../measure-code.ts';

describe('embedded blocks', () => {
  it('are templates that span lines', () => {
    expect(measureBody('a();\nreturn sql`\nselect\n`;').embeddedBlocks).toEqual([{ line: 3, lines: 3 }]);
  });

  it('are templates with expressions, as one block', () => {
    expect(measureBody(`return ${template('a +\nb')};`).embeddedBlocks).toEqual([{ line: 2, lines: 2 }]);
  });

  it('are strings that go on in the next line', () => {
    expect(measureBody("return 'one \\\ntwo';").embeddedBlocks).toEqual([{ line: 2, lines: 2 }]);
  });

  it('are not literals on one line', () => {
    expect(measureBody("return `a` + 'b' +\n'c';").embeddedBlocks).toEqual([]);
  });

  it('are not literals outside of the function', () => {
    expect(measureFunctionIn('const a = `\n\n`;\nfunction b() {}\nconst c = `\n`;').embeddedBlocks).toEqual(
      [],
    );
  });
});
