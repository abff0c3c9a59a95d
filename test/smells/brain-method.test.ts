import { brainMethod } from '../../src/smells/brain-method.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** The inside of a function that has a complexity and a number of lines in all. */
const body = (complexity: number, lines: number) =>
  `${'if (a) b();\n'.repeat(complexity - 1)}${'call();\n'.repeat(lines - complexity - 1)}`;

const component = (complexity: number, lines: number) =>
  `function F() {\n${body(complexity, lines - 1)}return <p/>;\n}`;

testSmell(brainMethod, {
  good: [
    { name: 'a long function at the limit of complexity', code: `function f() {\n${body(39, 300)}}` },
    { name: 'a complex function at the limit of length', code: `function f() {\n${body(60, 207)}}` },
    {
      name: 'a complex function with blank and comment lines beyond it',
      code: `function f() {\n${body(60, 207)}${'\n// why\n'.repeat(30)}}`,
    },
    { name: 'a component at its higher limit of length', path: 'a.tsx', code: component(60, 357) },
    { name: 'code outside of functions', code: body(60, 300) },
    {
      name: 'what functions inside have by themselves',
      code: `function f() {\n${body(30, 200)}\nfunction g() {\n${body(30, 200)}}\n}`,
    },
  ],
  bad: [
    {
      name: 'a function one over both limits',
      code: `function f() {\n${body(40, 208)}}`,
      measured: 40,
      limit: 39,
      line: 1,
      endLine: 208,
      function: 'f',
      message: 'f is a brain method: a cyclomatic complexity of 40 (limit 39) in 208 lines of code',
    },
    {
      name: 'an arrow function',
      code: `const f = () => {\n${body(56, 381)}};`,
      measured: 56,
      line: 1,
      function: 'f',
    },
    {
      name: 'a method',
      code: `class A {\nf() {\n${body(40, 208)}}\n}`,
      measured: 40,
      line: 2,
      function: 'A.f',
    },
    {
      name: 'a constructor',
      code: `class A {\nconstructor() {\n${body(40, 208)}}\n}`,
      measured: 40,
      line: 2,
      function: 'A.constructor',
    },
    {
      name: 'a function inside',
      code: `function f() {\nfunction g() {\n${body(40, 208)}}\n}`,
      measured: 40,
      line: 2,
      function: 'g',
    },
    {
      name: 'a component one over its limit',
      path: 'a.tsx',
      code: component(40, 358),
      measured: 40,
      line: 1,
    },
    {
      name: 'a function over limits of its own',
      code: `function f() {\n${body(5, 20)}}`,
      limits: { maxCyclomaticComplexity: 4, maxLinesOfCode: 19 },
      measured: 5,
      limit: 4,
      line: 1,
    },
    {
      name: 'a component over limits of its own',
      path: 'a.tsx',
      code: component(5, 20),
      limits: { maxCyclomaticComplexity: 4, maxLinesOfCodeWithJsx: 19 },
      measured: 5,
      limit: 4,
      line: 1,
    },
  ],
});
