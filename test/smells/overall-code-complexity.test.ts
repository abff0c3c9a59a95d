import { overallCodeComplexity } from '../../src/smells/overall-code-complexity.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** One function for each complexity. */
const file = (...complexities: number[]) =>
  complexities.map((paths, i) => `function f${i}() {\n${'if (a) b();\n'.repeat(paths - 1)}}`).join('\n');

testSmell(overallCodeComplexity, {
  good: [
    { name: 'a mean just below the limit', code: file(4, 4, 4, 4, 4, 4, 3) },
    {
      name: 'a mean that only rounding would lift to the limit',
      code: file(...Array<number>(250).fill(4), 3),
    },
    { name: 'too few functions', code: file(8, 8, 8, 8, 8, 8) },
    {
      name: 'branches outside of functions',
      code: `${file(1, 1, 1, 1, 1, 1, 1)}\n${'if (a) b();\n'.repeat(90)}`,
    },
    {
      name: 'a mean at a limit of its own',
      code: file(5, 5, 5, 5, 5, 5, 5),
      limits: { maxMeanCyclomaticComplexity: 5 },
    },
    {
      name: 'too few functions by a limit of its own',
      code: file(8, 8, 8, 8, 8, 8, 8),
      limits: { minFunctions: 8 },
    },
  ],
  bad: [
    {
      name: 'a mean over the limit in the fewest functions',
      code: file(4, 4, 4, 4, 4, 4, 4),
      measured: 4,
      limit: 3.99,
      line: 1,
      endLine: 35,
      function: null,
      message: 'The 7 functions have a mean cyclomatic complexity of 4 (limit 3.99)',
    },
    { name: 'a mean of many decimals', code: file(4, 4, 4, 4, 4, 4, 5), measured: 4.14, line: 1 },
    {
      name: 'fewer functions by a limit of its own',
      code: file(4, 5),
      limits: { minFunctions: 2 },
      measured: 4.5,
      line: 1,
    },
    {
      name: 'a mean over a limit of its own',
      code: file(3, 3, 3, 3, 3, 3, 3),
      limits: { maxMeanCyclomaticComplexity: 2 },
      measured: 3,
      limit: 2,
      line: 1,
    },
  ],
});
