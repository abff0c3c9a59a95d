import type { Finding } from '../../src/model/finding.ts';
import type { FileReport, Report } from '../../src/model/report.ts';
import { canonicalFiles, canonicalGates, canonicalSkipped } from './canonical-report.ts';
import { introduced, modified } from './report-parts.ts';

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
