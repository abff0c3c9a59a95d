import { overallFunctionSize } from '../../src/smells/overall-function-size.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** One function for each number of lines. */
const file = (...sizes: number[]) =>
  sizes.map((lines, i) => `function f${i}() {\n${'call();\n'.repeat(lines - 2)}}`).join('\n');

testSmell(overallFunctionSize, {
  good: [
    { name: 'a mean just below the limit', code: file(50, 50, 50, 50, 50, 50, 49) },
    { name: 'one long function among short ones', code: file(19, 19, 19, 19, 50, 90, 200) },
    { name: 'too few functions', code: file(60, 60, 60, 60, 60, 60) },
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
      code: file(50, 50, 50, 50, 50, 50, 50),
      measured: 50,
      limit: 49.99,
      line: 1,
      endLine: 350,
      function: null,
      message: 'The 7 functions have 50 lines of code on average (limit 49.99)',
    },
    { name: 'a median at the least', code: file(20, 20, 20, 20, 80, 90, 200), measured: 64.28, line: 1 },
    { name: 'a mean of many decimals', code: file(50, 50, 50, 50, 50, 50, 52), measured: 50.28, line: 1 },
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
