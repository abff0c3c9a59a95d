import type { RatchetInForce } from '../model/ratchet.ts';
import type { ReviewedFile, ReviewReport, ReviewSummary, WorstFunction } from '../model/review.ts';
import { reportFunction } from '../report/report-function.ts';
import { orderBreakdown, orderFinding, orderGate, orderSkipped, orderSuppression } from './json-parts.ts';

/** Picks the keys of a review one by one: their order is part of the format. */
export function orderReview(review: ReviewReport): ReviewReport {
  const { schemaVersion, kind, tool, status, context, profile } = review;
  return {
    schemaVersion,
    kind,
    tool: { name: tool.name, version: tool.version },
    status,
    context: { source: context.source, sourceKind: context.sourceKind },
    profile: { name: profile.name, origin: profile.origin },
    summary: orderSummary(review.summary),
    gates: review.gates.map(orderGate),
    ratchet: review.ratchet && orderRatchet(review.ratchet),
    worstFunctions: review.worstFunctions.map(orderWorstFunction),
    files: review.files.map(orderFile),
    skipped: review.skipped.map(orderSkipped),
    suppressions: review.suppressions.map(orderSuppression),
    warnings: review.warnings,
  };
}

function orderSummary(summary: ReviewSummary): ReviewSummary {
  const { filesReviewed, filesSkipped, linesOfCode, score, bands, findings } = summary;
  const { optimal, green, yellow, red } = bands;
  const { total, critical, advisory } = findings;
  return {
    filesReviewed,
    filesSkipped,
    linesOfCode,
    score,
    bands: { optimal, green, yellow, red },
    findings: { total, critical, advisory },
  };
}

function orderRatchet({ path, floor }: RatchetInForce): RatchetInForce {
  if (floor === null) return { path, floor };
  const { minScore, maxRedFiles, maxRedAndYellowFiles } = floor;
  return { path, floor: { minScore, maxRedFiles, maxRedAndYellowFiles } };
}

function orderWorstFunction(fn: WorstFunction): WorstFunction {
  const { path, penaltyPoints, smells } = fn;
  return { path, ...reportFunction(fn), penaltyPoints, smells };
}

function orderFile(file: ReviewedFile): ReviewedFile {
  return {
    path: file.path,
    ...(file.pathIsExact === undefined ? {} : { pathIsExact: file.pathIsExact }),
    hotspot: file.hotspot,
    score: file.score,
    scoreBreakdown: orderBreakdown(file.scoreBreakdown),
    linesOfCode: file.linesOfCode,
    findings: file.findings.map(orderFinding),
    functions: file.functions.map(reportFunction),
  };
}
