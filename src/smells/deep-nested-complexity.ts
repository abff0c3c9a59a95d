import { defineFunctionSmell } from './define-smell.ts';

export const deepNestedComplexity = defineFunctionSmell({
  id: 'deep-nested-complexity',
  name: 'Deep, Nested Complexity',
  severity: 'critical',
  summary: 'A function nests control structures deeply.',
  why: 'To understand the innermost line a reader has to hold every condition around it in mind. Depth costs more than length: defects gather where if-statements stand inside loops inside if-statements.',
  fix: 'Turn conditions around and return or continue early. Extract the body of a loop, or the innermost level, into a function of its own. Filter a list before the loop instead of asking inside it.',
  limits: {
    maxNestingDepth: {
      default: 3,
      unit: 'levels',
      description: 'Deepest allowed nesting of if, loops and switch in a function.',
    },
  },
  examples: {
    bad: `
export function remind(customers: Customer[]): void {
  for (const customer of customers) {
    if (customer.active) {
      for (const invoice of customer.invoices) {
        if (invoice.overdue) {
          send(customer, invoice);
        }
      }
    }
  }
}
`,
    good: `
export function remind(customers: Customer[]): void {
  for (const customer of customers.filter(isActive)) {
    remindCustomer(customer);
  }
}

function remindCustomer(customer: Customer): void {
  for (const invoice of customer.invoices.filter(isOverdue)) {
    send(customer, invoice);
  }
}
`,
  },
  notes: [
    'if, loops and switch nest, with or without braces; else if stays level with its if; try, "? :", JSX and anonymous functions add no level.',
    'A function that holds many small callbacks (a React component, a plugin) can be found although none of them is by itself.',
  ],
  references: ['Fowler, Refactoring: "Replace Nested Conditional with Guard Clauses"'],
  detect: (fn, { maxNestingDepth: limit }) =>
    fn.maxNestingDepth > limit ? { measured: fn.maxNestingDepth, limit } : undefined,
  message: ({ fn, measured, limit }) =>
    `${fn.name} nests control structures ${measured} levels deep (limit ${limit})`,
});
