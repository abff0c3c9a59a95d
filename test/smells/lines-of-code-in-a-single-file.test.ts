import { linesOfCodeInASingleFile } from '../../src/smells/lines-of-code-in-a-single-file.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** One function for each number of lines. */
const file = (...sizes: number[]) =>
  sizes.map((lines, i) => `function f${i}() {\n${'call();\n'.repeat(lines - 2)}}`).join('\n');

testSmell(linesOfCodeInASingleFile, {
  good: [
    { name: 'functions at the limit', code: file(500, 499) },
    { name: 'lines outside of functions', code: `${file(500)}\n${'call();\n'.repeat(900)}` },
    { name: 'blank and comment lines', code: `function f() {\n${'\n// why\n'.repeat(600)}}` },
    { name: 'functions at a limit of its own', code: file(5, 5), limits: { maxLinesOfCode: 10 } },
  ],
  bad: [
    {
      name: 'functions one over the limit',
      code: file(500, 500),
      measured: 1000,
      limit: 999,
      line: 1,
      endLine: 1000,
      function: null,
      message: 'The functions of the file have 1000 lines of code in all (limit 999)',
    },
    {
      name: 'functions over a limit of its own',
      code: file(5, 6),
      limits: { maxLinesOfCode: 10 },
      measured: 11,
      limit: 10,
      line: 1,
    },
  ],
});
