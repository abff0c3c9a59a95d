import { defineFunctionSmell } from './define-smell.ts';

export const largeMethod = defineFunctionSmell({
  id: 'large-method',
  name: 'Large Method',
  severity: 'advisory',
  summary: 'A function has too many lines of code.',
  why: 'A long function does several things and names none of them. It does not fit on a screen, its variables live longer than anyone can follow, and two people who change different parts of it meet in one merge conflict.',
  fix: 'Look for paragraphs: lines under one comment, or around one variable. Extract each into a function with the name that the comment would have had. Move what only prepares data out of the function that uses it.',
  limits: {
    maxLinesOfCode: {
      default: 69,
      unit: 'lines',
      description: 'Most allowed lines of code of a function, without blank and comment lines.',
    },
    maxLinesOfCodeWithJsx: {
      default: 119,
      unit: 'lines',
      description: 'The same for a function that contains JSX: markup takes more lines and less thought.',
    },
  },
  examples: {
    limits: { maxLinesOfCode: 10 },
    bad: `
export function importCustomers(csv: string): Customer[] {
  const lines = csv.split('\\n').slice(1);
  const rows = lines.map((line) => line.split(';'));
  const complete = rows.filter((row) => row.length === 4);

  const customers = complete.map(([id, name, email, city]) => ({ id, name, email, city }));
  const byEmail = new Map(customers.map((customer) => [customer.email, customer]));
  const unique = [...byEmail.values()];

  const sorted = unique.sort((a, b) => compare(a.name, b.name));
  store.clear();
  store.addAll(sorted);
  return sorted;
}
`,
    good: `
export function importCustomers(csv: string): Customer[] {
  const customers = removeDuplicates(parseCustomers(csv));
  store.replaceAll(customers);
  return customers;
}

function parseCustomers(csv: string): Customer[] {
  const rows = csv.split('\\n').slice(1).map((line) => line.split(';'));
  const complete = rows.filter((row) => row.length === 4);
  return complete.map(([id, name, email, city]) => ({ id, name, email, city }));
}
`,
  },
  notes: [
    'Blank lines and lines of comments alone do not count. Anonymous callbacks inside of a function belong to it.',
    'The function ends before the first function declaration or object method inside of it, which is measured by itself; what follows is measured by nobody.',
  ],
  references: ['Fowler, Refactoring: "Long Function", "Extract Function"'],
  detect: (fn, { maxLinesOfCode, maxLinesOfCodeWithJsx }) => {
    const limit = fn.containsJsx ? maxLinesOfCodeWithJsx : maxLinesOfCode;
    return fn.linesOfCode > limit ? { measured: fn.linesOfCode, limit } : undefined;
  },
  message: ({ fn, measured, limit }) => `${fn.name} has ${measured} lines of code (limit ${limit})`,
});
