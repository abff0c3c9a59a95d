import { complexMethod } from '../../src/smells/complex-method.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** Statements that add a number of branches. */
const branches = (count: number) => 'if (a) b();\n'.repeat(count);

testSmell(complexMethod, {
  good: [
    { name: 'a function at the limit', code: `function f() {\n${branches(7)}}` },
    {
      name: 'functions that are over it together',
      code: `function f() {\n${branches(7)}}\nfunction g() {\n${branches(7)}}`,
    },
    {
      name: 'a function at a limit of its own',
      code: `function f() {\n${branches(2)}}`,
      limits: { maxCyclomaticComplexity: 3 },
    },
    { name: 'branches outside of functions', code: branches(20) },
    { name: 'branches in comments', code: `function f() {\n/*${branches(20)}*/\n}` },
    {
      name: 'branches that a function inside has by itself',
      code: `function f() {\n${branches(7)}\nfunction g() {\n${branches(7)}}\n}`,
    },
  ],
  bad: [
    {
      name: 'a function one over the limit',
      code: `function f() {\n${branches(8)}}`,
      measured: 9,
      limit: 8,
      line: 1,
      endLine: 10,
      function: 'f',
      message: 'f has a cyclomatic complexity of 9 (limit 8)',
    },
    {
      name: 'an arrow function',
      code: `\nconst f = () => {\n${branches(9)}};`,
      measured: 10,
      line: 2,
      function: 'f',
    },
    { name: 'a method', code: `class A {\nf() {\n${branches(8)}}\n}`, measured: 9, line: 2, function: 'A.f' },
    {
      name: 'a constructor',
      code: `class A {\nconstructor() {\n${branches(8)}}\n}`,
      measured: 9,
      line: 2,
      function: 'A.constructor',
    },
    {
      name: 'a function inside',
      code: `function f() {\nfunction g() {\n${branches(8)}}\n}`,
      measured: 9,
      line: 2,
      function: 'g',
    },
    {
      name: 'a function with branches in callbacks',
      code: `function f() {\nlist.map(() => {\n${branches(8)}});\n}`,
      measured: 9,
      line: 1,
    },
    {
      name: 'a component',
      path: 'a.tsx',
      code: `const F = () => <p>${'{a && <b/>}'.repeat(8)}</p>;`,
      measured: 9,
      line: 1,
      function: 'F',
    },
    {
      name: 'a function over a limit of its own',
      code: `function f() {\n${branches(3)}}`,
      limits: { maxCyclomaticComplexity: 3 },
      measured: 4,
      limit: 3,
      line: 1,
    },
  ],
});
