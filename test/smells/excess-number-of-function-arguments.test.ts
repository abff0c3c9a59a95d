import { excessNumberOfFunctionArguments } from '../../src/smells/excess-number-of-function-arguments.ts';
import { testSmell } from '../helpers/test-smell.ts';

testSmell(excessNumberOfFunctionArguments, {
  good: [
    { name: 'a function at the limit', code: 'function f(a, b, c, d) {}' },
    { name: 'a destructured object, which is one', code: 'function f({ a, b, c, d, e, g }) {}' },
    { name: 'this in front, which is none', code: 'function f(this: A, b, c, d, e) {}' },
    {
      name: 'a constructor: another smell judges it',
      code: 'class A { constructor(a, b, c, d, e, f, g) {} }',
    },
    { name: 'the parameters of a callback', code: 'function f() { list.map((a, b, c, d, e) => a); }' },
    {
      name: 'declarations and types',
      code: 'declare function f(a, b, c, d, e): void; type G = (a, b, c, d, e) => void;',
    },
    { name: 'parameters in comments', code: 'function f(a, /* b, c, */ d /* e, g */) {}' },
    { name: 'a component', path: 'a.tsx', code: 'const F = ({ a, b, c, d, e }) => <p/>;' },
    {
      name: 'a function at a limit of its own',
      code: 'function f(a, b, c, d, e, g) {}',
      limits: { maxArguments: 6 },
    },
  ],
  bad: [
    {
      name: 'a function one over the limit',
      code: 'function f(\n  a,\n  b,\n\n  // c\n  c,\n  d,\n  e,\n) {\n}',
      measured: 5,
      limit: 4,
      line: 1,
      endLine: 10,
      function: 'f',
      message: 'f takes 5 arguments (limit 4)',
    },
    {
      name: 'an arrow function',
      code: 'const f = (a, b, c, d, ...e) => a;',
      measured: 5,
      line: 1,
      function: 'f',
    },
    {
      name: 'a method',
      code: 'class A {\nf(a, b, c, d, e = 1) {}\n}',
      measured: 5,
      line: 2,
      function: 'A.f',
    },
    {
      name: 'a function inside',
      code: 'function f() {\nfunction g(a, b, c, d, e, h) {}\n}',
      measured: 6,
      line: 2,
      function: 'g',
    },
    {
      name: 'a function over a limit of its own',
      code: 'function f(a, b) {}',
      limits: { maxArguments: 1 },
      measured: 2,
      limit: 1,
      line: 1,
    },
  ],
});
