import type { FunctionMetrics } from '../model/metrics.ts';
import type { ReportedFunction } from '../model/report.ts';

/** The numbers of a function that a report shows. */
export function reportFunction(fn: FunctionMetrics): ReportedFunction {
  const { name, line, endLine, cyclomaticComplexity, linesOfCode, maxNestingDepth } = fn;
  const { bumps, parameters, counted } = fn;
  return {
    name,
    line,
    endLine,
    cyclomaticComplexity,
    linesOfCode,
    maxNestingDepth,
    bumps,
    parameters,
    counted,
  };
}
