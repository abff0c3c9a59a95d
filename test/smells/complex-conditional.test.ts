import { complexConditional } from '../../src/smells/complex-conditional.ts';
import { testSmell } from '../helpers/test-smell.ts';

const condition = (operators: number) => `if (a${' && b'.repeat(operators)}) {\nc();\n}\n`;

testSmell(complexConditional, {
  good: [
    { name: 'a condition at the limit', code: `function f() {\n${condition(1)}}` },
    { name: 'many such conditions', code: `function f() {\n${condition(1).repeat(9)}}` },
    { name: 'what is returned', code: 'const f = () => a && b && c && d;' },
    { name: 'code outside of functions', code: condition(4) },
    { name: 'conditions in comments', code: `function f() {\n/* ${condition(4)} */\n}` },
    { name: 'the conditions of JSX', path: 'a.tsx', code: 'const F = () => <p>{a && b && c && <q/>}</p>;' },
    {
      name: 'a condition at a limit of its own',
      code: `function f() {\n${condition(3)}}`,
      limits: { maxOperators: 3 },
    },
  ],
  bad: [
    {
      name: 'a condition one over the limit, on its own line',
      code: `function f() {\n\n${condition(2)}}`,
      measured: 2,
      limit: 1,
      line: 3,
      endLine: 3,
      function: 'f',
      message: 'f has a condition with 2 && and || operators (limit 1)',
    },
    {
      name: 'all of a function together, on the line of the worst',
      code: `function f() {\n${condition(2)}${condition(5)}${condition(1)}${condition(5)}${condition(3)}}`,
      measured: 15,
      line: 5,
      message: 'f has 4 conditions with 15 && and || operators in all (limit 1)',
    },
    {
      name: 'an arrow function',
      code: `const f = () => {\n${condition(3)}};`,
      measured: 3,
      line: 2,
      function: 'f',
    },
    {
      name: 'a method',
      code: `class A {\nf() {\n${condition(2)}}\n}`,
      measured: 2,
      line: 3,
      function: 'A.f',
    },
    {
      name: 'a constructor',
      code: `class A {\nconstructor() {\n${condition(2)}}\n}`,
      measured: 2,
      line: 3,
      function: 'A.constructor',
    },
    {
      name: 'a function inside',
      code: `function f() {\nfunction g() {\n${condition(2)}}\n}`,
      measured: 2,
      line: 3,
      function: 'g',
    },
    {
      name: 'a callback of a component',
      path: 'a.tsx',
      code: `const F = () => <p onClick={() => {\n${condition(2)}}} />;`,
      measured: 2,
      line: 2,
      function: 'F',
    },
    {
      name: 'a condition over a limit of its own, without those at it',
      code: `function f() {\n${condition(3)}${condition(4)}}`,
      limits: { maxOperators: 3 },
      measured: 4,
      limit: 3,
      line: 5,
      message: 'f has a condition with 4 && and || operators (limit 3)',
    },
  ],
});
