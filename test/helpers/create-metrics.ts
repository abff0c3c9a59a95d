import type { Finding } from '../../src/model/finding.ts';
import type { FileMetrics, FunctionMetrics } from '../../src/model/metrics.ts';
import type { RuleSettings, Rules } from '../../src/model/profile.ts';

/** A small healthy function; `name` also makes its body unlike that of other names. */
export function createFunction(overrides: Partial<FunctionMetrics> = {}): FunctionMetrics {
  const name = overrides.name ?? 'settle';
  return {
    name,
    kind: 'function',
    counted: true,
    line: 1,
    endLine: 10,
    cyclomaticComplexity: 1,
    linesOfCode: 10,
    maxNestingDepth: 0,
    bumps: 0,
    parameters: 1,
    parameterTypes: ['structured'],
    containsJsx: false,
    complexConditions: [],
    embeddedBlocks: [],
    bodyHash: `body of ${name}`,
    bodySketch: [],
    ...overrides,
  };
}

/** A file of the given functions. */
export function createFile(
  functions: readonly FunctionMetrics[] = [],
  overrides: Partial<FileMetrics> = {},
): FileMetrics {
  return {
    lines: 100,
    isTest: false,
    functions,
    classes: [],
    global: { cyclomaticComplexity: 1, maxNestingDepth: 0, line: 1 },
    assertionBlocks: [],
    duplicates: [],
    suppressions: [],
    ...overrides,
  };
}

const names: Readonly<Record<string, string>> = {
  'complex-method': 'Complex Method',
  'large-method': 'Large Method',
  'bumpy-road-ahead': 'Bumpy Road Ahead',
  'deep-nested-complexity': 'Deep, Nested Complexity',
  'complex-conditional': 'Complex Conditional',
  'overall-code-complexity': 'Overall Code Complexity',
};

const defaultLimits: Readonly<Record<string, number>> = {
  'complex-method': 8,
  'large-method': 69,
  'bumpy-road-ahead': 1,
  'deep-nested-complexity': 3,
  'complex-conditional': 1,
  'overall-code-complexity': 4,
};

/** A finding of a smell; the message is made of its other fields. */
export function createFinding(smell: string, overrides: Partial<Finding> = {}): Finding {
  const name = overrides.name ?? names[smell] ?? smell;
  const finding = {
    smell,
    name,
    severity: 'advisory' as const,
    function: 'settle',
    line: 1,
    endLine: 10,
    measured: 10,
    limit: defaultLimits[smell] ?? 1,
    ...overrides,
  };
  const subject = finding.function ?? 'The file';
  return {
    ...finding,
    message: overrides.message ?? `${subject} has ${name} ${finding.measured} (limit ${finding.limit})`,
  };
}

/** Rules that differ from the defaults for some smells. */
export function createRules(overrides: Readonly<Record<string, Partial<RuleSettings>>> = {}): Rules {
  return Object.fromEntries(
    Object.entries(overrides).map(([smell, settings]) => [
      smell,
      { enabled: true, severity: 'advisory', weight: 1, limits: {}, ...settings },
    ]),
  );
}

/** Four blocks of six assertions that say the same, each in a test of its own. */
export const sameAssertionBlocks: FileMetrics['assertionBlocks'] = [1, 11, 21, 31].map((line) => ({
  hash: 'same',
  line,
  endLine: line + 5,
  testLine: line,
  assertions: 6,
}));
