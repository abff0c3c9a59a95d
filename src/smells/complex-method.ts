import { defineFunctionSmell } from './define-smell.ts';

export const complexMethod = defineFunctionSmell({
  id: 'complex-method',
  name: 'Complex Method',
  severity: 'advisory',
  summary: 'A function has many paths through it.',
  why: 'Each branch doubles the cases that a reader has to keep apart and a test has to reach. Past eight or so, changes are made by trial, and the path nobody thought of is the one that breaks.',
  fix: 'Find the decisions that belong together and move each group into a function named after what it decides. Guard clauses, a table of cases or a polymorphic type take the place of many branches.',
  limits: {
    maxCyclomaticComplexity: {
      default: 8,
      unit: 'paths',
      description: 'Highest allowed cyclomatic complexity of a function: 1, and 1 for each branch.',
    },
  },
  examples: {
    bad: `
export function shippingCost(order: Order): number {
  if (order.items.length === 0) return 0;
  let cost = order.express ? 15 : 5;
  if (order.country === 'CH') cost += 10;
  else if (order.country === 'NO') cost += 12;
  else if (order.country === 'US') cost += 25;
  if (order.weight > 20) cost *= 2;
  if (order.fragile) cost += 8;
  if (order.total > 100) cost -= 5;
  return cost;
}
`,
    good: `
const customs = new Map([['CH', 10], ['NO', 12], ['US', 25]]);

export function shippingCost(order: Order): number {
  if (order.items.length === 0) return 0;
  return baseCost(order) + (customs.get(order.country) ?? 0) + surcharges(order);
}

function baseCost(order: Order): number {
  return order.express ? 15 : 5;
}

function surcharges(order: Order): number {
  const handling = order.fragile ? 8 : 0;
  return order.weight > 20 ? handling + 20 : handling;
}
`,
  },
  notes: [
    'Counted are 1 and each if, loop, case, "? :", "&&", "||", "?.", throw, catch with a binding and .catch() call; "??", default and what stands in a template literal are not. Anonymous callbacks inside of a function belong to it.',
    'The function ends before the first function declaration or object method inside of it, which is measured by itself; what follows is measured by nobody.',
    'In a file with JSX a complexity of 9 is a finding that costs nothing by the default limit: published scores charge it from 10 there.',
    'A guard clause that throws counts twice, and each "?." is a path: short functions of guards or optional chains are found that a textbook count leaves below the limit.',
    "The score does not count a function with a literal type among its parameters (`mode: 'run' | 'check'`) or with an object type spelled out before the last parameter: CodeScene passes over such. It is found all the same, and costs nothing.",
    'A function that holds many small callbacks (a React component, a plugin) can be found although none of them is by itself.',
  ],
  references: ['McCabe, A Complexity Measure (1976)', 'Fowler, Refactoring: "Decompose Conditional"'],
  detect: (fn, { maxCyclomaticComplexity: limit }) =>
    fn.cyclomaticComplexity > limit ? { measured: fn.cyclomaticComplexity, limit } : undefined,
  message: ({ fn, measured, limit }) =>
    `${fn.name} has a cyclomatic complexity of ${measured} (limit ${limit})`,
});
