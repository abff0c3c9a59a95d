import type {
  DeltaFinding,
  ExpectedChange,
  FileCoverage,
  FileReport,
  MovedFunction,
  Report,
} from '../model/report.ts';
import { reportFunction } from '../report/report-function.ts';
import { toSafeJson } from '../text/safe-json.ts';
import { orderBreakdown, orderFinding, orderGate, orderSkipped, orderSuppression } from './json-parts.ts';
import { orderReview } from './json-review.ts';
import type { Renderer } from './renderer.ts';

/** The result file: the report itself, its keys in a fixed order. */
export const json: Renderer = {
  id: 'json',
  render: (report) => toSafeJson(orderReport(report)),
  renderReview: (review) => toSafeJson(orderReview(review)),
};

/** Each function below picks its keys one by one: their order is part of the format. */
function orderReport(report: Report): Report {
  const { schemaVersion, tool, status, context, profile, summary } = report;
  return {
    schemaVersion,
    tool: { name: tool.name, version: tool.version },
    status,
    context: {
      source: context.source,
      sourceKind: context.sourceKind,
      target: context.target,
      targetRef: context.targetRef,
      mergeBase: context.mergeBase,
      pullRequest: context.pullRequest,
    },
    profile: { name: profile.name, origin: profile.origin },
    summary: orderSummary(summary),
    gates: report.gates.map(orderGate),
    files: report.files.map(orderFile),
    skipped: report.skipped.map(orderSkipped),
    suppressions: report.suppressions.map(orderSuppression),
    expectedChanges: report.expectedChanges.map(orderExpectedChange),
    reviewLevel: report.reviewLevel && {
      level: report.reviewLevel.level,
      reason: report.reviewLevel.reason,
    },
    warnings: report.warnings,
  };
}

function orderSummary({
  filesChanged,
  filesAnalyzed,
  filesSkipped,
  findings,
}: Report['summary']): Report['summary'] {
  const { introduced, degraded, improved, fixed } = findings;
  return { filesChanged, filesAnalyzed, filesSkipped, findings: { introduced, degraded, improved, fixed } };
}

function orderFile(file: FileReport): FileReport {
  return {
    path: file.path,
    oldPath: file.oldPath,
    change: file.change,
    ...(file.pathIsExact === undefined ? {} : { pathIsExact: file.pathIsExact }),
    hotspot: file.hotspot,
    goal: file.goal && { goal: file.goal.goal, note: file.goal.note },
    oldScore: file.oldScore,
    oldScoreWithMoves: file.oldScoreWithMoves,
    newScore: file.newScore,
    scoreBreakdown: file.scoreBreakdown && orderBreakdown(file.scoreBreakdown),
    findings: file.findings.map(orderDeltaFinding),
    unchanged: file.unchanged.map(orderFinding),
    moved: file.moved.map(orderMoved),
    coverage: file.coverage && orderCoverage(file.coverage),
    functions: file.functions.map(reportFunction),
  };
}

function orderCoverage({ executableLines, coveredLines, uncovered }: FileCoverage): FileCoverage {
  return {
    executableLines,
    coveredLines,
    uncovered: uncovered.map(({ line, endLine }) => ({ line, endLine })),
  };
}

function orderExpectedChange(change: ExpectedChange): ExpectedChange {
  const { path, expectedPath, sharedCommits, commits } = change;
  return { path, expectedPath, sharedCommits, commits };
}

function orderMoved(moved: MovedFunction): MovedFunction {
  const { line, direction, otherPath, otherFunction, smells } = moved;
  return { function: moved.function, line, direction, otherPath, otherFunction, smells };
}

function orderDeltaFinding(finding: DeltaFinding): DeltaFinding {
  const { smell, name, severity, changeType, line, endLine, measured, before, limit, message } = finding;
  const { otherSide } = finding;
  return {
    smell,
    name,
    severity,
    changeType,
    function: finding.function,
    line,
    endLine,
    measured,
    before,
    limit,
    message,
    otherSide: otherSide && { path: otherSide.path, line: otherSide.line, endLine: otherSide.endLine },
  };
}
