import type { FileMetrics, FunctionMetrics } from '../model/metrics.ts';
import { countedFunctions, sumLinesOfCode } from '../smells/index.ts';

/** What the measured value of a smell counts. */
export interface Quantity {
  /** Completes "The … of settle increased from 15 to 16". */
  readonly noun: string;
  /** Reads the value where it is no longer a finding, for smells of functions. */
  readonly ofFunction?: (fn: FunctionMetrics) => number;
  /** The same for smells of files. */
  readonly ofFile?: (file: FileMetrics) => number;
}

const quantities: Readonly<Record<string, Quantity>> = {
  'complex-method': { noun: 'cyclomatic complexity', ofFunction: (fn) => fn.cyclomaticComplexity },
  'large-method': { noun: 'number of code lines', ofFunction: (fn) => fn.linesOfCode },
  'bumpy-road-ahead': { noun: 'number of bumps', ofFunction: (fn) => fn.bumps },
  'deep-nested-complexity': { noun: 'nesting depth', ofFunction: (fn) => fn.maxNestingDepth },
  'complex-conditional': {
    noun: 'number of operators in conditions',
    // The limit is one of each condition: once none is above it, the worst says how near it is.
    ofFunction: (fn) => Math.max(0, ...fn.complexConditions.map(({ operators }) => operators)),
  },
  'excess-number-of-function-arguments': {
    noun: 'number of arguments',
    ofFunction: (fn) => fn.parameters,
  },
  'constructor-over-injection': { noun: 'number of arguments', ofFunction: (fn) => fn.parameters },
  'code-duplication': { noun: 'likeness to another function' },
  'large-embedded-code-block': {
    noun: 'number of lines in an embedded block',
    ofFunction: (fn) => Math.max(0, ...fn.embeddedBlocks.map(({ lines }) => lines)),
  },
  'low-cohesion': { noun: 'number of unrelated groups of functions in a class' },
  'brain-class': { noun: 'number of code lines in functions' },
  'lines-of-code-in-a-single-file': {
    noun: 'number of code lines in functions',
    ofFile: (file) => sumLinesOfCode(countedFunctions(file)),
  },
  'number-of-functions-in-a-single-module': {
    noun: 'number of functions',
    ofFile: (file) => countedFunctions(file).length,
  },
  'overall-code-complexity': {
    noun: 'mean cyclomatic complexity',
    ofFile: (file) => mean(file, (fn) => fn.cyclomaticComplexity),
  },
  'overall-function-size': {
    noun: 'mean number of code lines of a function',
    ofFile: (file) => mean(file, (fn) => fn.linesOfCode),
  },
  'missing-arguments-abstractions': {
    noun: 'mean number of arguments',
    ofFile: (file) => mean(file, (fn) => fn.parameters),
  },
  'primitive-obsession': { noun: 'share of primitive arguments' },
  'string-heavy-function-arguments': { noun: 'share of string arguments' },
  'global-conditionals': {
    noun: 'cyclomatic complexity outside of functions',
    ofFile: (file) => file.global.cyclomaticComplexity,
  },
  'deep-global-nested-complexity': {
    noun: 'nesting depth outside of functions',
    ofFile: (file) => file.global.maxNestingDepth,
  },
  'large-assertion-blocks': { noun: 'number of large assertion blocks' },
  'duplicated-assertion-blocks': { noun: 'number of tests with the same assertions' },
};

/** What a smell counts; a smell that is not listed is called by its name. */
export function quantityOf(smell: string, name: string): Quantity {
  return (Object.hasOwn(quantities, smell) ? quantities[smell] : undefined) ?? { noun: `${name} value` };
}

function mean(file: FileMetrics, measure: (fn: FunctionMetrics) => number): number {
  const functions = countedFunctions(file);
  if (functions.length === 0) return 0;
  return functions.reduce((sum, fn) => sum + measure(fn), 0) / functions.length;
}
