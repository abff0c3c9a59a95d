import { deepNestedComplexity } from '../../src/smells/deep-nested-complexity.ts';
import { testSmell } from '../helpers/test-smell.ts';

const nest = (depth: number) => `${'if (a) {\n'.repeat(depth)}${'}\n'.repeat(depth)}`;

testSmell(deepNestedComplexity, {
  good: [
    { name: 'a function at the limit', code: `function f() {\n${nest(3)}}` },
    { name: 'many levels one after the other', code: `function f() {\n${nest(3).repeat(5)}}` },
    { name: 'code outside of functions', code: nest(6) },
    {
      name: 'a function inside that begins anew',
      code: `function f() {\nif (a) {\nif (a) {\nfunction g() {\n${nest(3)}}\n}\n}\n}`,
    },
    { name: 'levels in comments', code: `function f() {\n/* ${nest(9)} */\n}` },
    {
      name: 'a function at a limit of its own',
      code: `function f() {\n${nest(5)}}`,
      limits: { maxNestingDepth: 5 },
    },
  ],
  bad: [
    {
      name: 'a function one over the limit',
      code: `function f() {\n${nest(4)}}`,
      measured: 4,
      limit: 3,
      line: 1,
      endLine: 10,
      function: 'f',
      message: 'f nests control structures 4 levels deep (limit 3)',
    },
    {
      name: 'an arrow function',
      code: `const f = () => {\n${nest(5)}};`,
      measured: 5,
      line: 1,
      function: 'f',
    },
    { name: 'a method', code: `class A {\nf() {\n${nest(4)}}\n}`, measured: 4, line: 2, function: 'A.f' },
    {
      name: 'a constructor',
      code: `class A {\nconstructor() {\n${nest(4)}}\n}`,
      measured: 4,
      line: 2,
      function: 'A.constructor',
    },
    {
      name: 'a function inside',
      code: `function f() {\nfunction g() {\n${nest(4)}}\n}`,
      measured: 4,
      line: 2,
      function: 'g',
    },
    {
      name: 'levels that a callback goes on with',
      code: `function f() {\nif (a) {\nif (b) {\nlist.map(() => {\n${nest(2)}});\n}\n}\n}`,
      measured: 4,
      line: 1,
    },
    {
      name: 'a component',
      path: 'a.tsx',
      code: `const F = () => {\n${nest(4)}return <p/>;\n};`,
      measured: 4,
      line: 1,
    },
    {
      name: 'a function over a limit of its own',
      code: `function f() {\n${nest(2)}}`,
      limits: { maxNestingDepth: 1 },
      measured: 2,
      limit: 1,
      line: 1,
    },
  ],
});
