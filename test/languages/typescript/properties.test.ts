import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureFile } from '../../../src/languages/typescript/measure-file.ts';
import type { FileMetrics } from '../../../src/model/metrics.ts';
import { measureCode, template } from '../measure-code.ts';

/** A program as its tokens: whatever white space and comments stand between them, it is the same program. */
type TokenList = readonly string[];

const expression: fc.Arbitrary<TokenList> = fc.constantFrom(
  ['a'],
  ['a', '&&', 'b', '||', 'c'],
  ['a', '?.', 'b', '(', ')'],
  ['a', '?', "'x // y'", ':', '`z /* `'],
  ['/[/*]/', '.', 'test', '(', template('a ? b : c'), ')'],
  ['(', 'a', ')', '=>', '{', 'if', '(', 'a', ')', '{', 'b', '(', ')', ';', '}', '}'],
  ['p', '.', 'catch', '(', 'handle', ')'],
  ['a', '??', '1_000', '>=', '0x1f'],
);

const { statement } = fc.letrec<{ statement: TokenList; block: TokenList }>((tie) => ({
  block: fc.array(tie('statement'), { maxLength: 3 }).map((statements) => ['{', ...statements.flat(), '}']),
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    expression.map((tokens) => ['call', '(', ...tokens, ')', ';']),
    fc.tuple(expression, tie('block')).map(([head, body]) => ['if', '(', ...head, ')', ...body]),
    fc.tuple(expression, tie('block')).map(([head, body]) => ['while', '(', ...head, ')', ...body]),
    fc
      .tuple(tie('block'), tie('block'))
      .map(([body, other]) => ['if', '(', 'd', ')', ...body, 'else', ...other]),
    fc
      .tuple(tie('block'), tie('block'))
      .map(([body, other]) => ['try', ...body, 'catch', '(', 'e', ')', ...other]),
    tie('block').map((body) => ['const', 'f', '=', '(', 'x', ')', '=>', ...body, ';']),
    tie('block').map((body) => ['function', 'g', '(', 'x', ':', 'string', ',', 'y', ')', ...body]),
  ),
}));

const program = fc.array(statement, { minLength: 1, maxLength: 5 }).map((statements) => statements.flat());

const gap = fc.constantFrom(
  ' ',
  '\n',
  '\n\n\t',
  '\r\n',
  ' /* a && b */ ',
  ' // if (a) {\n',
  '\n  /**\n   * `c`\n   */\n',
);

/** The metrics without what is told in lines. */
function leaveLinesOut({ functions, global, classes, assertionBlocks, duplicates, ...rest }: FileMetrics) {
  return {
    isTest: rest.isTest,
    functions: functions.map((fn) => ({
      ...fn,
      line: 0,
      endLine: 0,
      linesOfCode: 0,
      complexConditions: fn.complexConditions.map(({ operators }) => operators),
      embeddedBlocks: [],
    })),
    global: { ...global, line: 0 },
    classes: classes.length,
    assertionBlocks: assertionBlocks.map(({ hash }) => hash),
  };
}

describe('metrics', () => {
  it('do not depend on white space, line breaks and comments, but for those told in lines', () => {
    fc.assert(
      fc.property(program, fc.infiniteStream(gap), (tokens, gaps) => {
        const spread = tokens.flatMap((token) => [token, gaps.next().value]).join('');
        expect(leaveLinesOut(measureCode(spread))).toEqual(leaveLinesOut(measureCode(tokens.join(' '))));
      }),
    );
  });

  it('count the same lines of code with blank and comment lines in between', () => {
    const blank = fc.constantFrom('', '  ', '// if (a) {', '/* b */', '/*\n * c\n */');
    fc.assert(
      fc.property(program, fc.infiniteStream(fc.array(blank, { maxLength: 2 })), (tokens, blanks) => {
        const spread = tokens.flatMap((token) => [token, ...blanks.next().value]).join('\n');
        const [plain, commented] = [tokens.join('\n'), spread].map((code) => measureCode(code));
        expect(commented?.functions.map((fn) => fn.linesOfCode)).toEqual(
          plain?.functions.map((fn) => fn.linesOfCode),
        );
      }),
    );
  });

  it('lie within the file and within each other', () => {
    fc.assert(
      fc.property(program, fc.infiniteStream(gap), (tokens, gaps) => {
        const metrics = measureCode(tokens.flatMap((token) => [token, gaps.next().value]).join(''));
        for (const fn of metrics.functions) {
          expect(fn.line).toBeGreaterThanOrEqual(1);
          expect(fn.endLine).toBeGreaterThanOrEqual(fn.line);
          expect(fn.endLine).toBeLessThanOrEqual(metrics.lines);
          expect(fn.linesOfCode).toBeLessThanOrEqual(fn.endLine - fn.line + 1);
          expect(fn.linesOfCode).toBeGreaterThanOrEqual(1);
        }
        const lines = metrics.functions.map(({ line }) => line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
      }),
    );
  });

  it('are the same each time, and plain JSON', () => {
    fc.assert(
      fc.property(program, (tokens) => {
        const metrics = measureCode(tokens.join(' '));
        expect(measureCode(tokens.join(' '))).toEqual(metrics);
        expect(JSON.parse(JSON.stringify(metrics))).toEqual(metrics);
      }),
      { numRuns: 30 },
    );
  });
});

describe('measuring', () => {
  const path = fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.mjs', 'a.cts', 'a.jsx', 'a.test.ts');
  const fragment = fc.constantFrom(
    ...[
      'function',
      'class',
      '{',
      '}',
      '(',
      ')',
      '=>',
      '`',
      '$',
      '"',
      "'",
      '/',
      '*',
      '//',
      '/*',
      '*/',
      '<',
      '>',
    ],
    ...[
      '\\',
      '?.',
      '@',
      '#',
      ';',
      '\n',
      'a',
      'if',
      'else',
      'for',
      'switch',
      'case',
      ':',
      '?',
      '=',
      '...',
      '\u2028',
    ],
  );

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(path, fc.string({ unit: 'binary', maxLength: 200 }), (name, text) => {
        expect(measureFile(name, text)).toHaveProperty('measured');
      }),
    );
  });

  it('never throws, whatever tokens follow each other', () => {
    fc.assert(
      fc.property(path, fc.array(fragment, { maxLength: 40 }), (name, fragments) => {
        expect(measureFile(name, fragments.join(' '))).toHaveProperty('measured');
        expect(measureFile(name, fragments.join(''))).toHaveProperty('measured');
      }),
      { numRuns: 300 },
    );
  });
});
