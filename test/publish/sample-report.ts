import type { DeltaFinding } from '../../src/model/finding.ts';
import type { FeedbackSettings } from '../../src/model/profile.ts';
import { type FileReport, type Report, schemaVersion } from '../../src/model/report.ts';
import { identity } from '../helpers/bitbucket-server/index.ts';

export const allFeedback: FeedbackSettings = {
  insightsReport: true,
  annotations: { degradations: true, improvements: true, uncoveredLines: false },
  buildStatus: true,
  comment: 'on-change',
};

export function sampleFinding(parts: Partial<DeltaFinding> = {}): DeltaFinding {
  return {
    smell: 'complex-method',
    name: 'Complex Method',
    severity: 'advisory',
    function: 'parse',
    line: 10,
    endLine: 40,
    measured: 14,
    limit: 10,
    message: 'parse has a cyclomatic complexity of 14 (max 10).',
    changeType: 'introduced',
    before: null,
    otherSide: null,
    ...parts,
  };
}

export function sampleFile(parts: Partial<FileReport> = {}): FileReport {
  return {
    path: 'src/parse.ts',
    oldPath: null,
    change: 'modified',
    hotspot: null,
    goal: null,
    oldScore: 9.2,
    oldScoreWithMoves: null,
    newScore: 8.1,
    scoreBreakdown: null,
    findings: [sampleFinding()],
    unchanged: [],
    moved: [],
    coverage: null,
    functions: [],
    ...parts,
  };
}

export function sampleReport(parts: Partial<Report> = {}): Report {
  const files = parts.files ?? [sampleFile()];
  const changes = files.flatMap(({ findings }) => findings.map(({ changeType }) => changeType));
  const count = (changeType: string) => changes.filter((found) => found === changeType).length;
  return {
    schemaVersion,
    tool: { name: 'codescene-pr', version: '0.1.0' },
    status: 'passed',
    context: {
      source: identity.commit,
      sourceKind: 'commit',
      target: null,
      targetRef: 'refs/heads/main',
      mergeBase: null,
      pullRequest: 7,
    },
    profile: { name: 'bare-minimum', origin: 'built-in' },
    summary: {
      filesChanged: files.length,
      filesAnalyzed: files.length,
      filesSkipped: 0,
      findings: {
        introduced: count('introduced'),
        degraded: count('degraded'),
        improved: count('improved'),
        fixed: count('fixed'),
      },
    },
    gates: [],
    files,
    skipped: [],
    suppressions: [],
    expectedChanges: [],
    reviewLevel: null,
    warnings: [],
    ...parts,
  };
}

/** A report with so many findings, in files of 100. */
export function reportWithFindings(count: number): Report {
  const files = Array.from({ length: Math.ceil(count / 100) }, (_, fileIndex) =>
    sampleFile({
      path: `src/part-${fileIndex}.ts`,
      findings: Array.from({ length: Math.min(100, count - fileIndex * 100) }, (_, index) =>
        sampleFinding({ function: `parse${index}`, line: index + 1 }),
      ),
    }),
  );
  return sampleReport({ files });
}
