import { defineFileSmell } from './define-smell.ts';
import { countedFunctions, meanOfFunctions, overLimit } from './file-averages.ts';

export const overallCodeComplexity = defineFileSmell({
  id: 'overall-code-complexity',
  name: 'Overall Code Complexity',
  severity: 'advisory',
  summary: 'The functions of a file are complex on average.',
  why: 'Where most functions branch a lot, there is no easy place to begin: whoever changes anything has to understand conditions first. One complex function can be avoided, a complex file cannot.',
  fix: 'Begin with the most complex function that is changed often, and extract its decisions. Repeated checks of the same state or type in several functions are best replaced by one type or table for each case.',
  limits: {
    maxMeanCyclomaticComplexity: {
      default: 3.99,
      unit: 'paths',
      description:
        'Highest allowed mean cyclomatic complexity of the functions, cut to 2 decimals: it is a finding from 4.',
    },
    minFunctions: {
      default: 7,
      unit: 'functions',
      description: 'Fewest functions in a file for a mean to say something.',
    },
  },
  examples: {
    limits: { minFunctions: 2 },
    bad: `
export function priceOf(item: Item): number {
  if (item.free) return 0;
  if (item.discount) return item.price - item.discount;
  return item.old ? item.price / 2 : item.price;
}

export function labelOf(item: Item): string {
  if (item.free) return 'free';
  if (item.discount) return 'reduced';
  return item.old ? 'last chance' : 'regular';
}
`,
    good: `
const offers = new Map([['free', { factor: 0, label: 'free' }], ['old', { factor: 0.5, label: 'last chance' }]]);

export function priceOf(item: Item): number {
  return item.price * offerFor(item).factor;
}

export function labelOf(item: Item): string {
  return offerFor(item).label;
}

function offerFor(item: Item): Offer {
  return offers.get(item.state) ?? regular;
}
`,
  },
  notes: [
    'It is a mean: one very complex function among few simple ones is enough. Look at the findings of complex-method first.',
    'A file of few functions has no mean worth judging.',
  ],
  references: [
    'McCabe, A Complexity Measure (1976)',
    'Fowler, Refactoring: "Replace Conditional with Polymorphism"',
  ],
  detect: (file, { maxMeanCyclomaticComplexity, minFunctions }) =>
    overLimit(
      meanOfFunctions(file, minFunctions, (fn) => fn.cyclomaticComplexity),
      maxMeanCyclomaticComplexity,
    ),
  message: ({ file, measured, limit }) =>
    `The ${countedFunctions(file).length} functions have a mean cyclomatic complexity of ${measured} (limit ${limit})`,
});
