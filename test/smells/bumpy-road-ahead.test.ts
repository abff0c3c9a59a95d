import { bumpyRoadAhead } from '../../src/smells/bumpy-road-ahead.ts';
import { testSmell } from '../helpers/test-smell.ts';

const bumps = (count: number) => 'if (a) {\nif (b) {\nc();\n}\n}\n'.repeat(count);

testSmell(bumpyRoadAhead, {
  good: [
    { name: 'a function at the limit', code: `function f() {\n${bumps(1)}}` },
    { name: 'many conditions on one level', code: `function f() {\n${'if (a) {\nb();\n}\n'.repeat(9)}}` },
    { name: 'code outside of functions', code: bumps(4) },
    {
      name: 'bumps in functions of their own',
      code: `function f() {\n${bumps(1)}\nfunction g() {\n${bumps(1)}}\n}`,
    },
    { name: 'bumps in comments', code: `function f() {\n/*\n${bumps(4)}*/\n}` },
    {
      name: 'a function at a limit of its own',
      code: `function f() {\n${bumps(3)}}`,
      limits: { maxBumps: 3 },
    },
  ],
  bad: [
    {
      name: 'a function one over the limit',
      code: `function f() {\n${bumps(2)}}`,
      measured: 2,
      limit: 1,
      line: 1,
      endLine: 12,
      function: 'f',
      message: 'f has 2 bumps of nested logic (limit 1)',
    },
    {
      name: 'an arrow function',
      code: `const f = () => {\n${bumps(3)}};`,
      measured: 3,
      line: 1,
      function: 'f',
    },
    { name: 'a method', code: `class A {\nf() {\n${bumps(2)}}\n}`, measured: 2, line: 2, function: 'A.f' },
    {
      name: 'a constructor',
      code: `class A {\nconstructor() {\n${bumps(2)}}\n}`,
      measured: 2,
      line: 2,
      function: 'A.constructor',
    },
    {
      name: 'a function inside',
      code: `function f() {\nfunction g() {\n${bumps(2)}}\n}`,
      measured: 2,
      line: 2,
      function: 'g',
    },
    {
      name: 'a component',
      path: 'a.tsx',
      code: `const F = () => {\n${bumps(2)}return <p/>;\n};`,
      measured: 2,
      line: 1,
    },
    {
      name: 'a function over a limit of its own',
      code: `function f() {\n${bumps(1)}}`,
      limits: { maxBumps: 0 },
      measured: 1,
      limit: 0,
      line: 1,
    },
  ],
});
