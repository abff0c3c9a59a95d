import { defineFileSmell } from './define-smell.ts';
import { countedFunctions, meanOfFunctions, medianOfFunctions, overLimit } from './file-averages.ts';

export const overallFunctionSize = defineFileSmell({
  id: 'overall-function-size',
  name: 'Overall Function Size',
  severity: 'advisory',
  summary: 'The functions of a file are long on average.',
  why: 'Where long functions are the rule, the names in a file explain little and each change means reading a page. The next function is written as long as its neighbours.',
  fix: 'Extract the paragraphs of the longest functions under names of their own, and share what several of them repeat. Then move the helpers that belong to another subject to a file of theirs.',
  limits: {
    maxMeanLinesOfCode: {
      default: 69.99,
      unit: 'lines',
      description:
        "Highest allowed mean lines of code of the functions, cut to 2 decimals: a finding from 70, where the mean function is a large one. CodeScene's own limit is not public; this one is ours.",
    },
    minMedianLinesOfCode: {
      default: 20,
      unit: 'lines',
      description:
        'Fewest lines of code of the function in the middle: below, a few long functions make the mean, which Large Method says already. Ours as well.',
    },
    minFunctions: {
      default: 7,
      unit: 'functions',
      description: 'Fewest functions in a file for a mean to say something; ours as well.',
    },
  },
  examples: {
    limits: { maxMeanLinesOfCode: 5, minMedianLinesOfCode: 5, minFunctions: 2 },
    bad: `
export function printOrders(orders: Orders): void {
  const sorted = orders.sort(byDate);
  const lines = sorted.map(toLine);
  const title = bold('Orders');
  const page = [title, ...lines].join('\\n');
  printer.print(page);
}

export function printGuests(guests: Guests): void {
  const sorted = guests.sort(byName);
  const lines = sorted.map(toAddress);
  const title = bold('Guests');
  const page = [title, ...lines].join('\\n');
  printer.print(page);
}
`,
    good: `
export function printOrders(orders: Orders): void {
  printPage('Orders', orders.sort(byDate).map(toLine));
}

export function printGuests(guests: Guests): void {
  printPage('Guests', guests.sort(byName).map(toAddress));
}

function printPage(title: Title, lines: Lines): void {
  printer.print([bold(title), ...lines].join('\\n'));
}
`,
  },
  notes: [
    'The definition is ours: that of CodeScene is not public. A mean of 63 lines is known to be none there.',
    'Components count like other functions: their markup makes the mean.',
  ],
  references: ['Fowler, Refactoring: "Long Function", "Extract Function"', 'Martin, Clean Code: "Functions"'],
  detect: (file, { maxMeanLinesOfCode, minMedianLinesOfCode, minFunctions }) =>
    medianOfFunctions(file, (fn) => fn.linesOfCode) < minMedianLinesOfCode
      ? []
      : overLimit(
          meanOfFunctions(file, minFunctions, (fn) => fn.linesOfCode),
          maxMeanLinesOfCode,
        ),
  message: ({ file, measured, limit }) =>
    `The ${countedFunctions(file).length} functions have ${measured} lines of code on average (limit ${limit})`,
});
