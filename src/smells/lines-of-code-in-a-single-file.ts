import { defineFileSmell } from './define-smell.ts';
import { countedFunctions, overLimit, sumLinesOfCode } from './file-averages.ts';

export const linesOfCodeInASingleFile = defineFileSmell({
  id: 'lines-of-code-in-a-single-file',
  name: 'Lines of Code in a Single File',
  severity: 'advisory',
  summary: 'The functions of a file have too many lines of code in all.',
  why: 'A file of this size holds several subjects, and nobody knows all of them. It is changed for unrelated reasons, by many people at a time, and each change is searched for rather than found.',
  fix: 'Split the file by subject: look for groups of functions that call each other or share data, and move each group to a file that carries the name of what it does.',
  limits: {
    maxLinesOfCode: {
      default: 999,
      unit: 'lines',
      description: 'Most allowed lines of code of all functions together, without blank and comment lines.',
    },
  },
  examples: {
    limits: { maxLinesOfCode: 8 },
    bad: `
export function readOrder(text: Text): Order {
  return Order.from(JSON.parse(text));
}

export function printOrder(order: Order): void {
  printer.print(order.title);
}

export function archiveOrder(order: Order): void {
  archive.add(order);
}
`,
    good: `
export { printOrder } from './print-order.ts';
export { archiveOrder } from './archive-order.ts';

export function readOrder(text: Text): Order {
  return Order.from(JSON.parse(text));
}
`,
  },
  notes: [
    'What stands behind the first inner function of a function is in no sum: the value can be too low, never too high.',
    'Counted are the lines of code of all functions together, as CodeScene does; imports, types and tables are not.',
  ],
  references: ['Fowler, Refactoring: "Large Class", "Divergent Change"'],
  detect: (file, { maxLinesOfCode }) => overLimit(sumLinesOfCode(countedFunctions(file)), maxLinesOfCode),
  message: ({ measured, limit }) =>
    `The functions of the file have ${measured} lines of code in all (limit ${limit})`,
});
