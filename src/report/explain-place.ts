import type { Finding } from '../model/finding.ts';
import type { FileMetrics, FunctionMetrics } from '../model/metrics.ts';
import type { PlaceExplanation, PricedFinding, SuppressedFinding } from '../model/place.ts';
import { isCounted, locateFunction, sumPoints } from '../score/index.ts';
import { readSuppressions } from '../suppression/index.ts';
import type { AssessedSide } from './assess-file.ts';
import { reportFunction } from './report-function.ts';

/**
 * What stands at a line: the findings of every function around it, wherever in the function they are, and apart
 * from them those of the file. Pure.
 * @param line 1-based; `null` for the whole file.
 */
export function explainPlace(
  side: AssessedSide,
  line: number | null,
): Pick<PlaceExplanation, 'line' | 'score' | 'functions' | 'findings' | 'fileFindings' | 'suppressed'> {
  const { metrics, findings, suppressed, score } = side;
  const { lineOf } = readSuppressions(metrics);
  const isHere = (fn: FunctionMetrics | undefined) =>
    line === null || (fn !== undefined && fn.line <= line && line <= fn.endLine);
  const ofFunctions = findings.filter((finding) => finding.function !== null);
  const price = (finding: Finding) => priceFinding(finding, side);
  return {
    line,
    score,
    functions: metrics.functions.filter(isHere).sort(outermostFirst).map(reportFunction),
    findings: ofFunctions.filter((finding) => isHere(functionOf(finding, metrics))).map(price),
    fileFindings: findings.filter((finding) => finding.function === null).map(price),
    suppressed: suppressed.flatMap((finding): readonly SuppressedFinding[] => {
      const fn = finding.function === null ? null : locateFunction(metrics, finding);
      const commentLine = lineOf(fn, finding.smell);
      const isShown = fn === null || isHere(metrics.functions[fn]);
      return isShown && commentLine !== null ? [{ finding, commentLine }] : [];
    }),
  };
}

function functionOf(finding: Finding, metrics: FileMetrics): FunctionMetrics | undefined {
  return metrics.functions[locateFunction(metrics, finding) ?? -1];
}

function outermostFirst(a: FunctionMetrics, b: FunctionMetrics): number {
  return a.line - b.line || b.endLine - a.endLine;
}

function priceFinding(finding: Finding, { metrics, findings, breakdown }: AssessedSide): PricedFinding {
  const ofSmell = breakdown.items.filter(({ smell }) => smell === finding.smell);
  const own = ofSmell.filter((item) => item.line === finding.line && item.function === finding.function);
  return {
    finding,
    penaltyPoints: sumPoints(own),
    sharedPoints: isCounted(metrics, finding) ? sumPoints(ofSmell.filter((item) => item.line === null)) : 0,
    ofItsKind: findings.filter(({ smell }) => smell === finding.smell).length,
  };
}
