import type { FunctionMetrics } from '../model/metrics.ts';

/** What makes a brain method; ours, between the ones that CodeScene names and those that it does not. */
interface BrainMethodLimits {
  readonly maxCyclomaticComplexity: number;
  /** Of a function without and with JSX. */
  readonly maxLinesOfCode: number;
  readonly maxLinesOfCodeWithJsx: number;
}

/** The limits of a brain method, shared by the smells that look for one; each has its own values in a profile. */
export const brainMethodLimits = {
  complexity: {
    default: 39,
    unit: 'paths',
    description: 'Highest cyclomatic complexity at which a function of any length is no brain method.',
  },
  lines: {
    default: 207,
    unit: 'lines',
    description: 'Most lines of code at which a function of any complexity is no brain method.',
  },
  linesWithJsx: {
    default: 357,
    unit: 'lines',
    description: 'The same for a function that contains JSX.',
  },
} as const;

/** Whether a function is both very complex and very long. */
export function isBrainMethod(fn: FunctionMetrics, limits: BrainMethodLimits): boolean {
  const maxLines = fn.containsJsx ? limits.maxLinesOfCodeWithJsx : limits.maxLinesOfCode;
  return fn.cyclomaticComplexity > limits.maxCyclomaticComplexity && fn.linesOfCode > maxLines;
}
