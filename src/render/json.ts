import type {
  DeltaFinding,
  FileReport,
  Finding,
  GateResult,
  Report,
  ReportedFunction,
  SkippedFile,
  Suppression,
} from '../model/report.ts';
import { toSafeJson } from '../text/safe-json.ts';
import type { Renderer } from './renderer.ts';

/** The result file: the report itself, its keys in a fixed order. */
export const json: Renderer = {
  id: 'json',
  render: (report) => toSafeJson(orderReport(report)),
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

function orderGate({ gate, status, conditions }: GateResult): GateResult {
  return {
    gate,
    status,
    conditions: conditions.map(({ path, line, smell, measured, limit, message }) => ({
      path,
      line,
      smell,
      measured,
      limit,
      message,
    })),
  };
}

function orderFile(file: FileReport): FileReport {
  return {
    path: file.path,
    oldPath: file.oldPath,
    change: file.change,
    ...(file.pathIsExact === undefined ? {} : { pathIsExact: file.pathIsExact }),
    hotspot: file.hotspot,
    oldScore: file.oldScore,
    newScore: file.newScore,
    findings: file.findings.map(orderDeltaFinding),
    unchanged: file.unchanged.map(orderFinding),
    functions: file.functions.map(orderFunction),
  };
}

function orderDeltaFinding(finding: DeltaFinding): DeltaFinding {
  const { smell, name, severity, changeType, line, endLine, measured, before, limit, message } = finding;
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
  };
}

function orderFinding(finding: Finding): Finding {
  const { smell, name, severity, line, endLine, measured, limit, message } = finding;
  return { smell, name, severity, function: finding.function, line, endLine, measured, limit, message };
}

function orderFunction(fn: ReportedFunction): ReportedFunction {
  const { name, line, endLine, cyclomaticComplexity, linesOfCode, maxNestingDepth, bumps, parameters } = fn;
  return { name, line, endLine, cyclomaticComplexity, linesOfCode, maxNestingDepth, bumps, parameters };
}

function orderSkipped({ path, reason, line, unmeasured }: SkippedFile): SkippedFile {
  return { path, reason, line, unmeasured };
}

function orderSuppression(suppression: Suppression): Suppression {
  const { path, line, smell, added } = suppression;
  return { path, line, smell, function: suppression.function, added };
}
