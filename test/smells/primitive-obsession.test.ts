import { primitiveObsession } from '../../src/smells/primitive-obsession.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** Functions with one argument each, of a type or without one. */
const file = (...types: string[]) =>
  types.map((type, i) => `function f${i}(a${type && `: ${type}`}) {}`).join('\n');
const many = (count: number, type: string) => Array<string>(count).fill(type);

testSmell(primitiveObsession, {
  good: [
    { name: 'a share just below the limit', code: file(...many(299, 'string'), ...many(701, 'Order')) },
    {
      name: 'a share that only rounding would lift to the limit',
      code: file(...many(899, 'string'), ...many(2098, 'Order')),
    },
    { name: 'too few arguments', code: file(...many(19, 'string')) },
    { name: 'arrays, literals and objects', code: file(...many(10, 'string[]'), ...many(10, "'a' | 'b'")) },
    { name: 'arguments without a type', code: file(...many(30, '')) },
    { name: 'untyped JavaScript', path: 'a.js', code: file(...many(30, '')) },
    {
      name: 'a share at a limit of its own',
      code: file(...many(10, 'string'), ...many(10, 'Order')),
      limits: { maxPrimitivePercentage: 50 },
    },
  ],
  bad: [
    {
      name: 'a share over the limit in the fewest arguments',
      code: file(...many(6, 'string'), ...many(14, 'Order')),
      measured: 30,
      limit: 29.99,
      line: 1,
      endLine: 20,
      function: null,
      message: '30 % of all arguments are primitive (limit 29.99 %)',
    },
    {
      name: 'every primitive type',
      code: file(
        'string',
        'number',
        'boolean',
        'bigint',
        'string | null',
        ...many(2, 'number'),
        ...many(14, 'Order'),
      ),
      measured: 33.33,
      line: 1,
    },
    {
      name: 'primitives beside arguments without a type',
      code: file(...many(10, 'number'), ...many(10, '')),
      measured: 50,
      line: 1,
    },
    {
      name: 'a share over limits of its own',
      code: file('number', 'Order'),
      limits: { maxPrimitivePercentage: 40, minArguments: 2 },
      measured: 50,
      limit: 40,
      line: 1,
    },
  ],
});
