import type { FileMetrics, FunctionMetrics, ParameterType } from '../model/metrics.ts';

/** The functions that the numbers of a file are made of. */
export function countedFunctions({ functions }: Pick<FileMetrics, 'functions'>): readonly FunctionMetrics[] {
  return functions.filter(({ counted }) => counted);
}

/** Of functions, or of files. */
export function sumLinesOfCode(measured: readonly { readonly linesOfCode: number }[]): number {
  return measured.reduce((sum, { linesOfCode }) => sum + linesOfCode, 0);
}

/** Mean of a number over the functions of a file, cut to 2 decimals; `undefined` below a count of functions. */
export function meanOfFunctions(
  file: FileMetrics,
  minFunctions: number,
  measure: (fn: FunctionMetrics) => number,
): number | undefined {
  const functions = countedFunctions(file);
  const sum = functions.reduce((total, fn) => total + measure(fn), 0);
  return functions.length < minFunctions ? undefined : cutToHundredths(sum, functions.length);
}

/** Median of a number over the functions of a file: of an even count the lower of the two in the middle; 0 of none. */
export function medianOfFunctions(file: FileMetrics, measure: (fn: FunctionMetrics) => number): number {
  const values = countedFunctions(file)
    .map(measure)
    .sort((a, b) => a - b);
  return values[Math.floor((values.length - 1) / 2)] ?? 0;
}

/**
 * Percentage of the arguments in a file whose type is one of some, cut to 2 decimals; `undefined` below a count of
 * arguments. An argument without a type counts among all of them.
 */
export function percentageOfArguments(
  file: FileMetrics,
  minArguments: number,
  types: readonly ParameterType[],
): number | undefined {
  let [all, some] = [0, 0];
  for (const { parameterTypes } of countedFunctions(file)) {
    all += parameterTypes.length;
    for (const type of parameterTypes) if (types.includes(type)) some += 1;
  }
  return all < minArguments ? undefined : cutToHundredths(100 * some, all);
}

/** What is over a limit, in the shape that a file smell finds it. */
export function overLimit(
  measured: number | undefined,
  limit: number,
  place?: { readonly line: number },
): { measured: number; limit: number; line?: number }[] {
  return measured !== undefined && measured > limit ? [{ ...place, measured, limit }] : [];
}

/** Cut and not rounded: what is just below 4 has to stay below it. Nothing divided by nothing is 0. */
export function cutToHundredths(dividend: number, divisor: number): number {
  return divisor === 0 ? 0 : Math.floor((100 * dividend) / divisor) / 100;
}

/** Fewest arguments in a file for a share of them to say something. */
export const fewestArguments = {
  default: 20,
  unit: 'arguments',
  description: 'Fewest arguments in a file for a share to say something, those without a type included.',
} as const;
