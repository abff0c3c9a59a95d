import type { Finding } from '../../src/model/finding.ts';
import type { PlaceExplanation } from '../../src/model/place.ts';
import type { ReviewedFile, ReviewReport } from '../../src/model/review.ts';
import { hostileText } from './create-report.ts';

const settle = {
  name: 'Invoice.settle',
  line: 42,
  endLine: 72,
  cyclomaticComplexity: 18,
  linesOfCode: 28,
  maxNestingDepth: 5,
  bumps: 1,
  parameters: 2,
  counted: true,
};

const deep: Finding = {
  smell: 'deep-nested-complexity',
  name: 'Deep, Nested Complexity',
  severity: 'critical',
  function: 'Invoice.settle',
  line: 42,
  endLine: 72,
  measured: 5,
  limit: 3,
  message: 'Invoice.settle nests its logic 5 levels deep (limit 3)',
};

const mean: Finding = {
  smell: 'overall-code-complexity',
  name: 'Overall Code Complexity',
  severity: 'advisory',
  function: null,
  line: 1,
  endLine: 200,
  measured: 4.3,
  limit: 3.99,
  message: 'The 10 functions have a mean cyclomatic complexity of 4.3 (limit 3.99)',
};

const complex: Finding = {
  ...deep,
  smell: 'complex-method',
  name: 'Complex Method',
  severity: 'advisory',
  measured: 18,
  limit: 8,
  message: 'Invoice.settle has a cyclomatic complexity of 18 (limit 8)',
};

/** A file of a score of 7.83: 2.0 + 1.62 + 2.036 penalty points, and 2.0 once for the file. */
const worst: ReviewedFile = {
  path: 'src/billing/invoice.ts',
  hotspot: true,
  score: 7.87,
  scoreBreakdown: {
    penaltyPoints: 7.656,
    items: [
      { smell: 'complex-method', function: 'Invoice.settle', line: 42, penaltyPoints: 1.62 },
      { smell: 'deep-nested-complexity', function: 'Invoice.settle', line: 42, penaltyPoints: 2 },
      { smell: 'large-method', function: 'Invoice.total', line: 130, penaltyPoints: 2.036 },
      { smell: 'overall-code-complexity', function: null, line: null, penaltyPoints: 2 },
    ],
  },
  linesOfCode: 140,
  findings: [mean, deep, complex],
  functions: [settle],
};

const healthy = (path: string): ReviewedFile => ({
  path,
  hotspot: false,
  score: 10,
  scoreBreakdown: { penaltyPoints: 0, items: [] },
  linesOfCode: 30,
  findings: [],
  functions: [],
});

/** The canonical review: one file below the minimum, two healthy ones, something of everything. */
export function createReview(overrides: Partial<ReviewReport> = {}): ReviewReport {
  return {
    schemaVersion: 1,
    kind: 'review',
    tool: { name: 'codescene-pr', version: '0.1.0' },
    status: 'failed',
    context: { source: 'c0ffee00d15ea5e00ff1ce00ba5eba11ca11ab1e', sourceKind: 'commit' },
    profile: { name: 'bare-minimum', origin: 'built-in' },
    summary: {
      filesReviewed: 3,
      filesSkipped: 2,
      linesOfCode: 200,
      score: 8.5,
      bands: { optimal: 2, green: 0, yellow: 1, red: 0 },
      findings: { total: 3, critical: 1, advisory: 2 },
    },
    gates: [
      {
        gate: 'min-score',
        status: 'failed',
        conditions: [
          {
            path: 'src/billing/invoice.ts',
            line: null,
            smell: null,
            measured: 7.87,
            limit: 9,
            message: 'Code Health is 7.87; the lowest allowed is 9.00.',
          },
        ],
      },
      {
        gate: 'ratchet',
        status: 'failed',
        conditions: [
          {
            path: '.codescene/ratchet.json',
            line: null,
            smell: null,
            measured: 1,
            limit: 0,
            message: '1 file is red or yellow; the floor allows 0.',
          },
        ],
      },
    ],
    ratchet: {
      path: '.codescene/ratchet.json',
      floor: { minScore: 8.5, maxRedFiles: 0, maxRedAndYellowFiles: 0 },
    },
    worstFunctions: [
      {
        path: 'src/billing/invoice.ts',
        ...settle,
        penaltyPoints: 3.62,
        smells: ['complex-method', 'deep-nested-complexity'],
      },
    ],
    files: [worst, healthy('src/api/client.ts'), healthy('src/shared/format.ts')],
    skipped: [
      { path: 'src/broken.ts', reason: 'it does not parse: expected ")"', line: 7, unmeasured: true },
      { path: 'vendor/jquery.js', reason: 'Git LFS pointer', line: null, unmeasured: false },
    ],
    suppressions: [],
    warnings: ['The target branch could not be fetched.'],
    ...overrides,
  };
}

/** A review in which every text that comes from a repository is hostile. */
export function createHostileReview(text: string = hostileText): ReviewReport {
  const review = createReview();
  return {
    ...review,
    profile: { name: text, origin: text },
    gates: review.gates.map((gate) => ({
      ...gate,
      conditions: gate.conditions.map((condition) => ({ ...condition, path: `p${text}`, message: text })),
    })),
    ratchet: { path: `p${text}`, floor: { minScore: 8.5, maxRedFiles: 0, maxRedAndYellowFiles: 0 } },
    worstFunctions: review.worstFunctions.map((fn) => ({ ...fn, path: `p${text}`, name: text })),
    files: review.files.map((file) => ({
      ...file,
      path: `p${text}`,
      findings: file.findings.map((finding) => ({ ...finding, function: text, message: text })),
      functions: file.functions.map((fn) => ({ ...fn, name: text })),
      scoreBreakdown: {
        ...file.scoreBreakdown,
        items: file.scoreBreakdown.items.map((item) => ({ ...item, function: text })),
      },
    })),
    skipped: review.skipped.map((file) => ({ ...file, path: `p${text}`, reason: text })),
    suppressions: [
      { path: `p${text}`, line: 1, smell: 'large-method', function: text, added: false, honoured: true },
    ],
    warnings: [text],
  };
}

/** A review of so many files, each with so many findings. */
export function createHugeReview(fileCount: number, findingsPerFile: number): ReviewReport {
  const files = Array.from({ length: fileCount }, (_, index) => ({
    ...worst,
    path: `packages/package-${index}/src/module.ts`,
    findings: Array.from({ length: findingsPerFile }, (_item, at) => ({ ...complex, line: at + 1 })),
  }));
  return createReview({ files });
}

/** What stands at a line of the canonical review's worst file. */
export function createPlace(overrides: Partial<PlaceExplanation> = {}): PlaceExplanation {
  return {
    path: 'src/billing/invoice.ts',
    line: 50,
    source: 'the working tree',
    profile: { name: 'bare-minimum', origin: 'built-in' },
    excludedBy: null,
    score: 7.87,
    functions: [settle],
    findings: [
      { finding: deep, penaltyPoints: 2, sharedPoints: 0, ofItsKind: 1 },
      { finding: complex, penaltyPoints: 1.62, sharedPoints: 0.1, ofItsKind: 2 },
    ],
    fileFindings: [{ finding: mean, penaltyPoints: 0, sharedPoints: 2, ofItsKind: 1 }],
    suppressed: [],
    ...overrides,
  };
}
