import type { ReportedFunction } from '../model/report.ts';

/** The numbers of a function that a report shows, in the order of the result file. */
export function reportFunction(fn: ReportedFunction): ReportedFunction {
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
