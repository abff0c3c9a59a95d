import { largeMethod } from '../../src/smells/large-method.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** The inside of a function that has a number of lines in all. */
const lines = (count: number) => 'call();\n'.repeat(count - 2);

const component = (count: number) => `function F() {\n${'call();\n'.repeat(count - 3)}return <p/>;\n}`;

testSmell(largeMethod, {
  good: [
    { name: 'a function at the limit', code: `function f() {\n${lines(69)}}` },
    {
      name: 'a function with blank and comment lines beyond it',
      code: `function f() {\n${lines(69)}${'\n// why\n'.repeat(30)}}`,
    },
    { name: 'a component at its higher limit', path: 'a.tsx', code: component(119) },
    { name: 'lines outside of functions', code: lines(500) },
    {
      name: 'lines that a function inside has by itself',
      code: `function f() {\n${lines(60)}\nfunction g() {\n${lines(60)}}\n}`,
    },
    {
      name: 'a function at a limit of its own',
      code: `function f() {\n${lines(5)}}`,
      limits: { maxLinesOfCode: 5 },
    },
  ],
  bad: [
    {
      name: 'a function one over the limit',
      code: `function f() {\n${lines(70)}}`,
      measured: 70,
      limit: 69,
      line: 1,
      endLine: 70,
      function: 'f',
      message: 'f has 70 lines of code (limit 69)',
    },
    {
      name: 'an arrow function',
      code: `\nconst f = () => {\n${lines(80)}};`,
      measured: 80,
      line: 2,
      function: 'f',
    },
    { name: 'a method', code: `class A {\nf() {\n${lines(70)}}\n}`, measured: 70, line: 2, function: 'A.f' },
    {
      name: 'a constructor',
      code: `class A {\nconstructor() {\n${lines(70)}}\n}`,
      measured: 70,
      line: 2,
      function: 'A.constructor',
    },
    {
      name: 'a function inside',
      code: `function f() {\nfunction g() {\n${lines(70)}}\n}`,
      measured: 70,
      line: 2,
      function: 'g',
    },
    {
      name: 'a function of a long text',
      code: `function f() {\nreturn \`\n${'text\n'.repeat(70)}\`;\n}`,
      measured: 74,
      line: 1,
    },
    {
      name: 'a component one over its limit',
      path: 'a.tsx',
      code: component(120),
      measured: 120,
      limit: 119,
      line: 1,
    },
    {
      name: 'a function without JSX beside components',
      path: 'a.tsx',
      code: `const A = () => <p/>;\nfunction f() {\n${lines(70)}}`,
      measured: 70,
      limit: 69,
      line: 2,
    },
    {
      name: 'a function over a limit of its own',
      code: `function f() {\n${lines(6)}}`,
      limits: { maxLinesOfCode: 5 },
      measured: 6,
      limit: 5,
      line: 1,
    },
    {
      name: 'a component over a limit of its own',
      path: 'a.tsx',
      code: component(6),
      limits: { maxLinesOfCodeWithJsx: 5 },
      measured: 6,
      limit: 5,
      line: 1,
    },
  ],
});
