import { overallFunctionSize } from '../../src/smells/overall-function-size.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** One function for each number of lines. */
const file = (...sizes: number[]) =>
  sizes.map((lines, i) => `function f${i}() {\n${'call();\n'.repeat(lines - 2)}}`).join('\n');

testSmell(overallFunctionSize, {
  good: [
    { name: 'a mean just below the limit', code: file(70, 70, 70, 70, 70, 70, 69) },
    { name: 'one long function among short ones', code: file(19, 19, 19, 19, 90, 130, 200) },
    { name: 'long functions in the middle of short ones', code: file(19, 90, 19, 200, 19, 130, 19) },
    { name: 'too few functions', code: file(90, 90, 90, 90, 90, 90) },
    { name: 'lines outside of functions', code: `${file(9, 9, 9, 9, 9, 9, 9)}\n${'call();\n'.repeat(900)}` },
    {
      name: 'a mean at a limit of its own',
      code: file(9, 9, 9, 9, 9, 9, 9),
      limits: { maxMeanLinesOfCode: 9 },
    },
  ],
  bad: [
    {
      name: 'a mean over the limit in the fewest functions',
      code: file(70, 70, 70, 70, 70, 70, 70),
      measured: 70,
      limit: 69.99,
      line: 1,
      endLine: 490,
      function: null,
      message: 'The 7 functions have 70 lines of code on average (limit 69.99)',
    },
    { name: 'a median at the least', code: file(20, 20, 20, 20, 90, 130, 200), measured: 71.42, line: 1 },
    { name: 'a mean of many decimals', code: file(70, 70, 70, 70, 70, 70, 72), measured: 70.28, line: 1 },
    {
      name: 'a mean over limits of its own',
      code: file(9, 10),
      limits: { maxMeanLinesOfCode: 9, minMedianLinesOfCode: 9, minFunctions: 2 },
      measured: 9.5,
      limit: 9,
      line: 1,
    },
  ],
});
