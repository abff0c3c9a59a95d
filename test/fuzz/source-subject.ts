import { readSourceText } from '../../src/languages/source-text.ts';
import { measureFile } from '../../src/languages/typescript/measure-file.ts';
import type { FileMetrics, FunctionMetrics } from '../../src/model/metrics.ts';
import { textOf } from './inputs.ts';
import { demand, demandSame, type Subject } from './subject.ts';

/** What sources are made of, for random texts and for what is put into real ones. */
export const sourceWords: readonly string[] = [
  'function ',
  'f',
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  ';',
  ',',
  '=>',
  ' = ',
  ': ',
  '?',
  '?.',
  '??',
  '!',
  '@a ',
  'async ',
  'await ',
  'yield ',
  '*',
  'class A ',
  'extends B ',
  'static ',
  'get ',
  'set ',
  '#p',
  'this.',
  'super.',
  'constructor',
  '__proto__',
  'if (a) ',
  'else ',
  'for (;;) ',
  'while (a) ',
  'do ',
  'switch (a) ',
  'case 1: ',
  'default: ',
  'try ',
  'catch ',
  'finally ',
  'return ',
  'throw ',
  'new ',
  'delete ',
  'typeof ',
  'enum E ',
  'namespace N ',
  'type T ',
  'interface I ',
  'abstract ',
  'declare ',
  'import ',
  'export ',
  'const x',
  'let y',
  'using z',
  ' as ',
  ' satisfies ',
  ' in ',
  ' of ',
  '&&',
  '||',
  '`',
  '$\u007b',
  '"',
  "'",
  '/',
  '/a/',
  '//',
  '/*',
  '*/',
  '// @codescene(disable-all)\n',
  '// @codescene(disable:"Complex Method")\n',
  '<<<<<<< a\n',
  '<a>',
  '</a>',
  '0',
  '1n',
  '\\',
  '\n',
  '\r\n',
  '\u2028',
  ' ',
  '\ufeff',
  'é',
  '\ud83d\ude00',
  'expect(a).toBe(1);\n',
  'describe("a", () => {\n',
  'it("b", () => {\n',
  '});\n',
];

const paths = ['a.ts', 'a.tsx', 'a.js', 'a.test.ts'];

export const source: Subject = {
  name: 'source',
  inputs: textOf(sourceWords, 120),
  check: (input) => {
    const text = readSourceText(input);
    demandSame(text, readSourceText(input));
    if (text.kind !== 'text') return;
    // The dialect is decided by the input, so that an input that fails does so again.
    const path = paths[input.length % paths.length] ?? 'a.ts';
    const measurement = measureFile(path, text.text);
    demandSame(measurement, measureFile(path, text.text));
    if (measurement.measured) demandBounds(measurement.metrics, text.text);
    else demand(measurement.unmeasurable.reason !== '', 'no reason was given');
  },
};

function demandBounds(metrics: FileMetrics, text: string): void {
  const { lines, functions, duplicates, global } = metrics;
  const isLine = (line: number) => Number.isInteger(line) && line >= 1 && line <= Math.max(1, lines);
  demand(lines <= text.length + 1, 'there are more lines than characters');
  demand(
    isLine(global.line) && global.cyclomaticComplexity >= 1,
    'the code outside of functions is out of bounds',
  );
  for (const each of functions) demandFunction(each, isLine, text);
  demandPlaces(metrics, isLine);
  for (const { first, second, similarity } of duplicates) {
    demand(first < second && second < functions.length, 'a pair is of functions that are not there');
    demand(similarity >= 0 && similarity <= 1, 'a likeness is out of bounds');
  }
  JSON.parse(JSON.stringify(metrics));
}

function demandPlaces({ classes, suppressions }: FileMetrics, isLine: (line: number) => boolean): void {
  for (const { line, endLine } of classes)
    demand(isLine(line) && isLine(endLine) && line <= endLine, 'a class is nowhere');
  demand(
    suppressions.every(({ line }) => isLine(line)),
    'a suppression is nowhere',
  );
}

function demandFunction(each: FunctionMetrics, isLine: (line: number) => boolean, text: string): void {
  const { line, endLine, cyclomaticComplexity, linesOfCode, maxNestingDepth, bumps, parameters } = each;
  demand(isLine(line) && isLine(endLine) && line <= endLine, 'a function is nowhere');
  demand(linesOfCode >= 0 && linesOfCode <= endLine - line + 1, 'a function has more code than lines');
  const counts = [cyclomaticComplexity, maxNestingDepth, bumps, parameters];
  demand(
    counts.every((count) => Number.isInteger(count) && count >= 0 && count <= text.length),
    'a count is out of bounds',
  );
  demand(
    cyclomaticComplexity >= 1 && each.parameterTypes.length <= parameters,
    'a function is less than one',
  );
}
