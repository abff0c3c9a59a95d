import type { DeltaFinding, Finding } from '../../src/model/finding.ts';
import type { Severity } from '../../src/model/profile.ts';
import type { FileReport, Report, ReportedFunction, SkippedFile } from '../../src/model/report.ts';

/**
 * The canonical report: a failed pull request with something of everything. Scores follow from the findings.
 * Renderers and publishers show it in their tests.
 */
export function createReport(overrides: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'codescene-pr', version: '0.1.0' },
    status: 'failed',
    context: {
      source: '3f2a9c81d4e7b6055c1e8f7a2b3d4c5e6f708192',
      sourceKind: 'commit',
      target: 'c0ffee00d15ea5e00ff1ce00ba5eba11ca11ab1e',
      targetRef: 'main',
      mergeBase: '9b1d7e40aa12c3d4e5f60718293a4b5c6d7e8f90',
      pullRequest: 42,
    },
    profile: { name: 'bare-minimum', origin: '.codescene/quality-profile.yml at main' },
    summary: {
      filesChanged: 11,
      filesAnalyzed: 6,
      filesSkipped: 3,
      findings: { introduced: 4, degraded: 1, improved: 2, fixed: 2 },
    },
    gates: canonicalGates,
    files: canonicalFiles,
    skipped: canonicalSkipped,
    suppressions: [
      {
        path: 'src/api/client.ts',
        line: 30,
        smell: 'large-method',
        function: 'Client.send',
        added: true,
        honoured: true,
      },
      {
        path: 'src/ui/theme.ts',
        line: 1,
        smell: 'primitive-obsession',
        function: null,
        added: false,
        honoured: true,
      },
    ],
    expectedChanges: canonicalExpectedChanges,
    reviewLevel: { level: 'medium', reason: canonicalReviewReason },
    warnings: [
      'The pull request changes .codescene/quality-profile.yml; the profile in force is that of main.',
      'src/api/client.ts is judged as new: its old side could not be measured (line 12: expected "}").',
    ],
    ...overrides,
  };
}

const canonicalReviewReason = '11 files in 5 folders, by an author with 3 commits in these files';

const canonicalExpectedChanges: Report['expectedChanges'] = [
  {
    path: 'src/billing/invoice.ts',
    expectedPath: 'src/billing/invoice-lines.ts',
    sharedCommits: 14,
    commits: 19,
  },
];

/** A pull request in which no file differs. */
export function createEmptyReport(overrides: Partial<Report> = {}): Report {
  return createReport({
    status: 'passed',
    summary: {
      filesChanged: 0,
      filesAnalyzed: 0,
      filesSkipped: 0,
      findings: { introduced: 0, degraded: 0, improved: 0, fixed: 0 },
    },
    gates: canonicalGates.map(({ gate }) => ({
      gate,
      status: gate === 'advisory-rules' ? ('off' as const) : ('not-applicable' as const),
      conditions: [],
    })),
    files: [],
    skipped: [],
    suppressions: [],
    expectedChanges: [],
    reviewLevel: null,
    warnings: [],
    ...overrides,
  });
}

/** Text that tries everything: terminal sequences, markup, bidirectional controls, separators, lone surrogates. */
export const hostileText =
  '\u001b[2J\u001b]0;owned\u0007\u0000\u007f\u009b31m\r\n\t\u202egpj\u2066\u200b\u2028\ud800<script>alert(1)</script>`|*[x](y)"\'&\\';

/** The canonical report with one text in every place where text comes from the repository. */
export function createHostileReport(text: string = hostileText): Report {
  const report = createReport();
  const spoil = <T extends Finding>(finding: T): T => ({ ...finding, function: text, message: text });
  return {
    ...report,
    context: { ...report.context, targetRef: text },
    profile: { name: text, origin: text },
    gates: report.gates.map((gate) => ({
      ...gate,
      conditions: gate.conditions.map((condition) => ({ ...condition, path: text, message: text })),
    })),
    files: report.files.map((file) => ({
      ...file,
      path: text,
      oldPath: file.oldPath === null ? null : text,
      findings: file.findings.map(spoil),
      unchanged: file.unchanged.map(spoil),
      functions: file.functions.map((fn) => ({ ...fn, name: text })),
      scoreBreakdown: file.scoreBreakdown && {
        ...file.scoreBreakdown,
        items: file.scoreBreakdown.items.map((item) => ({ ...item, function: text })),
      },
    })),
    skipped: report.skipped.map((file) => ({ ...file, path: text, reason: text })),
    suppressions: report.suppressions.map((each) => ({ ...each, path: text, function: text })),
    expectedChanges: report.expectedChanges.map((each) => ({ ...each, path: text, expectedPath: text })),
    reviewLevel: { level: 'high', reason: text },
    warnings: [text],
  };
}

/** A report of so many files, each with so many introduced findings, all of which violate a gate. */
export function createHugeReport(fileCount = 300, findingsPerFile = 10): Report {
  const files = Array.from({ length: fileCount }, (_, index) => createHugeFile(index, findingsPerFile));
  const conditions = files.flatMap(({ path, findings }) =>
    findings.map(({ line, smell, measured, limit, message }) => ({
      path,
      line,
      smell,
      measured,
      limit,
      message,
    })),
  );
  return createReport({
    summary: {
      filesChanged: fileCount,
      filesAnalyzed: fileCount,
      filesSkipped: 0,
      findings: { introduced: conditions.length, degraded: 0, improved: 0, fixed: 0 },
    },
    gates: [{ gate: 'critical-rules', status: 'failed', conditions }],
    files,
    skipped: [],
    suppressions: [],
    expectedChanges: [],
    reviewLevel: null,
    warnings: [],
  });
}

function createHugeFile(index: number, findingCount: number): FileReport {
  const path = `packages/package-${String(index).padStart(4, '0')}/src/module.ts`;
  const findings = Array.from({ length: findingCount }, (_, position) =>
    introduced(
      'bumpy-road-ahead',
      `step${position}`,
      position * 40 + 1,
      3,
      `step${position} has 3 bumps (limit 1)`,
    ),
  );
  return modified({ path, oldScore: 10, newScore: 8.54, findings });
}

interface SmellFacts {
  readonly name: string;
  readonly severity: Severity;
  readonly limit: number;
}

const smells: Readonly<Record<string, SmellFacts>> = {
  'complex-method': { name: 'Complex Method', severity: 'advisory', limit: 8 },
  'large-method': { name: 'Large Method', severity: 'advisory', limit: 69 },
  'bumpy-road-ahead': { name: 'Bumpy Road Ahead', severity: 'critical', limit: 1 },
  'deep-nested-complexity': { name: 'Deep, Nested Complexity', severity: 'critical', limit: 3 },
  'complex-conditional': { name: 'Complex Conditional', severity: 'advisory', limit: 1 },
};

function finding(smell: string, fn: string, line: number, measured: number, message: string): Finding {
  const facts = smells[smell] ?? { name: smell, severity: 'advisory', limit: 1 };
  return { smell, ...facts, function: fn, line, endLine: line + 30, measured, message };
}

function introduced(
  smell: string,
  fn: string,
  line: number,
  measured: number,
  message: string,
): DeltaFinding {
  return {
    ...finding(smell, fn, line, measured, message),
    changeType: 'introduced',
    before: null,
    otherSide: null,
  };
}

type Change = Pick<DeltaFinding, 'changeType'> & { readonly before: number };

function changed(change: Change, found: Finding): DeltaFinding {
  return { ...found, ...change, otherSide: { path: 'src/old.ts', line: found.line, endLine: found.endLine } };
}

function reportedFunction(
  name: string,
  line: number,
  overrides: Partial<ReportedFunction> = {},
): ReportedFunction {
  return {
    name,
    line,
    endLine: line + 30,
    cyclomaticComplexity: 3,
    linesOfCode: 28,
    maxNestingDepth: 1,
    bumps: 0,
    parameters: 2,
    ...overrides,
  };
}

function modified(overrides: Partial<FileReport> & Pick<FileReport, 'path'>): FileReport {
  return {
    oldPath: null,
    change: 'modified',
    hotspot: false,
    goal: null,
    oldScore: 10,
    oldScoreWithMoves: null,
    newScore: 10,
    scoreBreakdown: { penaltyPoints: 0, items: [] },
    findings: [],
    unchanged: [],
    moved: [],
    coverage: null,
    functions: [],
    ...overrides,
  };
}

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

const canonicalFiles: readonly FileReport[] = [
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

const canonicalGates: Report['gates'] = [
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

const canonicalSkipped: readonly SkippedFile[] = [
  { path: 'src/broken.ts', reason: 'it does not parse: expected ")"', line: 7, unmeasured: true },
  {
    path: 'src/generated/schema.ts',
    reason: 'excluded by "src/generated/**"',
    line: null,
    unmeasured: false,
  },
  { path: 'vendor/jquery.js', reason: 'stored in Git LFS', line: null, unmeasured: false },
];
