import { missingArgumentsAbstractions } from '../../src/smells/missing-arguments-abstractions.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** One function for each number of arguments. */
const file = (...counts: number[]) =>
  counts
    .map((count, i) => `function f${i}(${Array.from({ length: count }, (_, a) => `a${a}`).join(', ')}) {}`)
    .join('\n');

testSmell(missingArgumentsAbstractions, {
  good: [
    { name: 'a mean just below the limit', code: file(4, 4, 4, 3) },
    { name: 'too few functions', code: file(6, 6, 6) },
    { name: 'a mean at a limit of its own', code: file(5, 5, 5, 5), limits: { maxMeanArguments: 5 } },
    { name: 'a destructured object', code: 'function f({ a, b, c, d, e }) {}\n'.repeat(4) },
  ],
  bad: [
    {
      name: 'a mean over the limit in the fewest functions',
      code: file(4, 4, 4, 4),
      measured: 4,
      limit: 3.99,
      line: 1,
      endLine: 4,
      function: null,
      message: 'The 4 functions take 4 arguments on average (limit 3.99)',
    },
    { name: 'a few functions with many arguments', code: file(9, 9, 0, 0, 3), measured: 4.2, line: 1 },
    {
      name: 'a mean over limits of its own',
      code: file(2, 3),
      limits: { maxMeanArguments: 2, minFunctions: 2 },
      measured: 2.5,
      limit: 2,
      line: 1,
    },
  ],
});
