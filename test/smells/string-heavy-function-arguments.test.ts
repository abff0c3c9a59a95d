import { stringHeavyFunctionArguments } from '../../src/smells/string-heavy-function-arguments.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** Functions with one argument each, of a type or without one. */
const file = (...types: string[]) =>
  types.map((type, i) => `function f${i}(a${type && `: ${type}`}) {}`).join('\n');
const many = (count: number, type: string) => Array<string>(count).fill(type);

testSmell(stringHeavyFunctionArguments, {
  good: [
    { name: 'a share just below the limit', code: file(...many(389, 'string'), ...many(611, 'Order')) },
    { name: 'too few arguments', code: file(...many(19, 'string')) },
    { name: 'other primitive types', code: file(...many(10, 'number'), ...many(10, 'boolean')) },
    { name: 'arguments without a type', path: 'a.js', code: file(...many(30, '')) },
    {
      name: 'a share at a limit of its own',
      code: file(...many(10, 'string'), ...many(10, 'Order')),
      limits: { maxStringPercentage: 50 },
    },
  ],
  bad: [
    {
      name: 'a share over the limit',
      code: file(...many(39, 'string'), ...many(61, 'Order')),
      measured: 39,
      limit: 38.99,
      line: 1,
      endLine: 100,
      function: null,
      message: '39 % of all arguments are strings (limit 38.99 %)',
    },
    {
      name: 'a share over the limit in the fewest arguments',
      code: file(...many(8, 'string'), ...many(12, 'number')),
      measured: 40,
      line: 1,
    },
    {
      name: 'a share over limits of its own',
      code: file('string', 'Order', 'Order'),
      limits: { maxStringPercentage: 33, minArguments: 3 },
      measured: 33.33,
      limit: 33,
      line: 1,
    },
  ],
});
