import { deepGlobalNestedComplexity } from '../../src/smells/deep-global-nested-complexity.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** Conditions inside each other, one a line. */
const nested = (depth: number) => `${'if (a) {\n'.repeat(depth)}b();\n${'}\n'.repeat(depth)}`;

testSmell(deepGlobalNestedComplexity, {
  good: [
    { name: 'code at the limit', code: nested(3) },
    { name: 'deep code in a function', code: `function f() {\n${nested(6)}}` },
    { name: 'deep code in a callback at the top', code: `run(() => {\n${nested(6)}});` },
    { name: 'code at a limit of its own', code: nested(5), limits: { maxNestingDepth: 5 } },
  ],
  bad: [
    {
      name: 'code one over the limit',
      code: nested(4),
      measured: 4,
      limit: 3,
      line: 4,
      endLine: 4,
      function: null,
      message: 'The code outside of functions is nested 4 levels deep (limit 3)',
    },
    {
      name: 'deep code in a function that is called at once',
      code: `(() => {\n${nested(5)}})();`,
      measured: 5,
      line: 6,
    },
    {
      name: 'code over a limit of its own',
      code: nested(2),
      limits: { maxNestingDepth: 1 },
      measured: 2,
      limit: 1,
      line: 2,
    },
  ],
});
