import { constructorOverInjection } from '../../src/smells/constructor-over-injection.ts';
import { testSmell } from '../helpers/test-smell.ts';

testSmell(constructorOverInjection, {
  good: [
    { name: 'a constructor at the limit', code: 'class A { constructor(a, b, c, d, e) {} }' },
    {
      name: 'a destructured object, which is one',
      code: 'class A { constructor({ a, b, c, d, e, g, h }) {} }',
    },
    { name: 'a function: another smell judges it', code: 'function f(a, b, c, d, e, g, h) {}' },
    {
      name: 'an overload, which is only declared',
      code: 'class A { constructor(a, b, c, d, e, f);\nconstructor(...all) {} }',
    },
    {
      name: 'a constructor at a limit of its own',
      code: 'class A { constructor(a, b, c, d, e, f) {} }',
      limits: { maxArguments: 6 },
    },
  ],
  bad: [
    {
      name: 'a constructor one over the limit',
      code: 'class A {\n  constructor(a, b, c, private d, readonly e, f = 1) {\n  }\n}',
      measured: 6,
      limit: 5,
      line: 2,
      endLine: 3,
      function: 'A.constructor',
      message: 'A.constructor is handed 6 arguments (limit 5)',
    },
    {
      name: 'a constructor over a limit of its own',
      code: 'class A { constructor(a, b) {} }',
      limits: { maxArguments: 1 },
      measured: 2,
      limit: 1,
      line: 1,
    },
  ],
});
