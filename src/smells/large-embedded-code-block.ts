import { defineFunctionSmell } from './define-smell.ts';

export const largeEmbeddedCodeBlock = defineFunctionSmell({
  id: 'large-embedded-code-block',
  name: 'Large Embedded Code Block',
  severity: 'advisory',
  summary: 'A function holds a long text, mostly code in another language.',
  why: 'No compiler, formatter or linter looks into a string, and no test runs it by itself. It hides the few lines that the function is about, and its mistakes show at run time only.',
  fix: 'Move the text into a file of its own type (a query, a template, a script) and load it, or build it from smaller pieces that have names.',
  limits: {
    maxLines: {
      default: 39,
      unit: 'lines',
      description:
        'Most lines that a template or string in a function may span; our definition, for that of CodeScene is not public.',
    },
  },
  examples: {
    limits: { maxLines: 5 },
    bad: `
export function findDebtors(database: Database): Promise<Customer[]> {
  return database.query(\`
    SELECT customer.id, customer.name, SUM(invoice.amount) AS debt
    FROM customer
    JOIN invoice ON invoice.customer = customer.id
    WHERE invoice.paid IS NULL
    GROUP BY customer.id, customer.name
  \`);
}
`,
    good: `
const query = readFileSync(new URL('find-debtors.sql', import.meta.url), 'utf8');

export function findDebtors(database: Database): Promise<Customer[]> {
  return database.query(query);
}
`,
  },
  notes: [
    'The definition is ours: that of CodeScene is not public.',
    'Of several blocks in a function the longest is the finding. Texts for people count as code in another language does.',
    'Tagged templates (css, html) count like plain ones.',
  ],
  references: ['Martin, Clean Code: "Multiple Languages in One Source File"'],
  detect: ({ embeddedBlocks }, { maxLines: limit }) => {
    const [first, ...others] = embeddedBlocks;
    if (!first) return undefined;
    const { line, lines } = others.reduce((a, b) => (b.lines > a.lines ? b : a), first);
    return lines > limit ? { measured: lines, limit, line, endLine: line + lines - 1 } : undefined;
  },
  message: ({ fn, measured, limit }) =>
    `${fn.name} holds an embedded block of ${measured} lines (limit ${limit})`,
});
