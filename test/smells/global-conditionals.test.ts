import { globalConditionals } from '../../src/smells/global-conditionals.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** Code with a cyclomatic complexity. */
const branches = (complexity: number) => 'if (a) b();\n'.repeat(complexity - 1);

testSmell(globalConditionals, {
  good: [
    { name: 'code at the limit', code: branches(9) },
    { name: 'branches in functions', code: `function f() {\n${branches(20)}}\n${branches(9)}` },
    { name: 'branches in a callback at the top', code: `run(() => {\n${branches(20)}});` },
    { name: 'code at a limit of its own', code: branches(5), limits: { maxCyclomaticComplexity: 5 } },
  ],
  bad: [
    {
      name: 'code one over the limit',
      code: `import { a, b } from './c.ts';\n\n${branches(10)}`,
      measured: 10,
      limit: 9,
      line: 3,
      function: null,
      message: 'The code outside of functions has a cyclomatic complexity of 10 (limit 9)',
    },
    {
      name: 'branches in a function that is called at once',
      code: `(() => {\n${branches(10)}})();`,
      measured: 10,
      line: 2,
    },
    {
      name: 'branches around a function',
      code: `${branches(5)}function f() {}\n${branches(6)}`,
      measured: 10,
      line: 1,
    },
    {
      name: 'code over a limit of its own',
      code: branches(6),
      limits: { maxCyclomaticComplexity: 5 },
      measured: 6,
      limit: 5,
      line: 1,
    },
  ],
});
