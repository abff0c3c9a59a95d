import type { Finding } from '../../src/model/finding.ts';
import type { FileReport, Report, SkippedFile } from '../../src/model/report.ts';
import { changed, finding, introduced, modified, reportedFunction } from './report-parts.ts';

const deepInvoice = introduced(
  'deep-nested-complexity',
  'Invoice.settle',
  42,
  5,
  'Invoice.settle nests its logic 5 levels deep (limit 3)',
);

const bumpyTaxRates = introduced('bumpy-road-ahead', 'rateFor', 12, 2, 'rateFor has 2 bumps (limit 1)');
const deepTaxRates = introduced(
  'deep-nested-complexity',
  'rateFor',
  12,
  4,
  'rateFor nests its logic 4 levels deep (limit 3)',
);

/** The files of the canonical report: changed in every way, with findings of every type. */
export const canonicalFiles: readonly FileReport[] = [
  modified({
    path: 'src/api/client.ts',
    hotspot: null,
    oldScore: null,
    newScore: 9.66,
    findings: [
      introduced(
        'complex-method',
        'Client.send',
        31,
        12,
        'Client.send has a cyclomatic complexity of 12 (limit 8)',
      ),
    ],
    functions: [reportedFunction('Client.send', 31, { cyclomaticComplexity: 12, linesOfCode: 60 })],
  }),
  modified({
    path: 'src/billing/invoice.ts',
    hotspot: true,
    oldScore: 8.41,
    newScore: 8.07,
    findings: [
      deepInvoice,
      changed(
        { changeType: 'degraded', before: 15 },
        finding(
          'complex-method',
          'Invoice.settle',
          42,
          18,
          'The cyclomatic complexity of Invoice.settle increased from 15 to 18 (limit 8)',
        ),
      ),
      changed(
        { changeType: 'improved', before: 120 },
        finding(
          'large-method',
          'Invoice.total',
          130,
          95,
          'The number of code lines of Invoice.total decreased from 120 to 95 (limit 69)',
        ),
      ),
      changed(
        { changeType: 'fixed', before: 3 },
        finding(
          'bumpy-road-ahead',
          'Invoice.parse',
          201,
          3,
          'The number of bumps of Invoice.parse is no longer above the limit: 1 (was 3, limit 1)',
        ),
      ),
    ],
    unchanged: [
      finding(
        'complex-conditional',
        'Invoice.isOverdue',
        88,
        3,
        'Invoice.isOverdue has a condition with 3 operators (limit 1)',
      ),
    ],
    functions: [
      reportedFunction('Invoice.settle', 42, { cyclomaticComplexity: 18, maxNestingDepth: 5 }),
      reportedFunction('Invoice.isOverdue', 88),
      reportedFunction('Invoice.total', 130, { linesOfCode: 95 }),
    ],
  }),
  modified({
    path: 'src/billing/tax-rates.ts',
    change: 'added',
    oldScore: null,
    newScore: 9.24,
    scoreBreakdown: {
      penaltyPoints: 2.5,
      items: [
        { smell: 'bumpy-road-ahead', function: 'rateFor', line: 12, penaltyPoints: 0.5 },
        { smell: 'deep-nested-complexity', function: 'rateFor', line: 12, penaltyPoints: 2 },
      ],
    },
    findings: [bumpyTaxRates, deepTaxRates],
    functions: [reportedFunction('rateFor', 12, { maxNestingDepth: 4, bumps: 2 })],
  }),
  modified({
    path: 'src/legacy/export.ts',
    change: 'deleted',
    oldScore: 7.5,
    newScore: null,
    scoreBreakdown: null,
  }),
  modified({ path: 'src/shared/format.ts', oldPath: 'src/format.ts', change: 'renamed' }),
  modified({
    path: 'src/ui/invoice-table.tsx',
    oldScore: 8.92,
    newScore: 9.28,
    findings: [
      changed(
        { changeType: 'improved', before: 200 },
        finding(
          'large-method',
          'InvoiceTable',
          18,
          130,
          'The number of code lines of InvoiceTable decreased from 200 to 130 (limit 119)',
        ),
      ),
      changed(
        { changeType: 'fixed', before: 14 },
        finding(
          'complex-method',
          'InvoiceTable',
          18,
          14,
          'The cyclomatic complexity of InvoiceTable is no longer above the limit: 8 (was 14, limit 8)',
        ),
      ),
    ],
    functions: [reportedFunction('InvoiceTable', 18, { linesOfCode: 130, cyclomaticComplexity: 8 })],
  }),
];

const conditionOf = (path: string, { line, smell, measured, limit, message }: Finding) => ({
  path,
  line,
  smell,
  measured,
  limit,
  message,
});

/** The verdicts of the canonical report's gates, which follow from its findings. */
export const canonicalGates: Report['gates'] = [
  {
    gate: 'hotspot-decline',
    status: 'failed',
    conditions: [
      {
        path: 'src/billing/invoice.ts',
        line: null,
        smell: null,
        measured: 8.07,
        limit: 8.41,
        message: 'The score of this hotspot went down from 8.41 to 8.07',
      },
    ],
  },
  { gate: 'code-health-decline', status: 'off', conditions: [] },
  { gate: 'new-code-health', status: 'passed', conditions: [] },
  {
    gate: 'critical-rules',
    status: 'failed',
    conditions: [
      conditionOf('src/billing/invoice.ts', deepInvoice),
      conditionOf('src/billing/tax-rates.ts', bumpyTaxRates),
      conditionOf('src/billing/tax-rates.ts', deepTaxRates),
    ],
  },
  { gate: 'advisory-rules', status: 'off', conditions: [] },
  { gate: 'refactoring-goals', status: 'off', conditions: [] },
  { gate: 'supervise-goals', status: 'off', conditions: [] },
  { gate: 'coverage', status: 'not-applicable', conditions: [] },
];

/** The files of the canonical report that were not measured, whether they could be or not. */
export const canonicalSkipped: readonly SkippedFile[] = [
  { path: 'src/broken.ts', reason: 'it does not parse: expected ")"', line: 7, unmeasured: true },
  {
    path: 'src/generated/schema.ts',
    reason: 'excluded by "src/generated/**"',
    line: null,
    unmeasured: false,
  },
  { path: 'vendor/jquery.js', reason: 'stored in Git LFS', line: null, unmeasured: false },
];
