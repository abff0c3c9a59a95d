import type { DeltaFinding, Finding } from '../../src/model/finding.ts';
import type { Severity } from '../../src/model/profile.ts';
import type { FileReport, ReportedFunction } from '../../src/model/report.ts';

interface SmellFacts {
  readonly name: string;
  readonly severity: Severity;
  readonly limit: number;
}

const smells: Readonly<Record<string, SmellFacts>> = {
  'complex-method': { name: 'Complex Method', severity: 'advisory', limit: 8 },
  'large-method': { name: 'Large Method', severity: 'advisory', limit: 69 },
  'bumpy-road-ahead': { name: 'Bumpy Road Ahead', severity: 'critical', limit: 1 },
  'deep-nested-complexity': { name: 'Deep, Nested Complexity', severity: 'critical', limit: 3 },
  'complex-conditional': { name: 'Complex Conditional', severity: 'advisory', limit: 1 },
};

/** A finding of a smell, with the limit that its rule has. */
export function finding(smell: string, fn: string, line: number, measured: number, message: string): Finding {
  const facts = smells[smell] ?? { name: smell, severity: 'advisory', limit: 1 };
  return { smell, ...facts, function: fn, line, endLine: line + 30, measured, message };
}

/** A finding that the change introduced. */
export function introduced(
  smell: string,
  fn: string,
  line: number,
  measured: number,
  message: string,
): DeltaFinding {
  return {
    ...finding(smell, fn, line, measured, message),
    changeType: 'introduced',
    before: null,
    otherSide: null,
  };
}

type Change = Pick<DeltaFinding, 'changeType'> & { readonly before: number };

/** A finding that has another side, which stands in another file. */
export function changed(change: Change, found: Finding): DeltaFinding {
  return { ...found, ...change, otherSide: { path: 'src/old.ts', line: found.line, endLine: found.endLine } };
}

/** A healthy function of a reported file. */
export function reportedFunction(
  name: string,
  line: number,
  overrides: Partial<ReportedFunction> = {},
): ReportedFunction {
  return {
    name,
    line,
    endLine: line + 30,
    cyclomaticComplexity: 3,
    linesOfCode: 28,
    maxNestingDepth: 1,
    bumps: 0,
    parameters: 2,
    counted: true,
    ...overrides,
  };
}

/** A modified file, healthy and without findings but for what is said of it. */
export function modified(overrides: Partial<FileReport> & Pick<FileReport, 'path'>): FileReport {
  return {
    oldPath: null,
    change: 'modified',
    hotspot: false,
    goal: null,
    oldScore: 10,
    oldScoreWithMoves: null,
    newScore: 10,
    scoreBreakdown: { penaltyPoints: 0, items: [] },
    findings: [],
    unchanged: [],
    moved: [],
    coverage: null,
    functions: [],
    ...overrides,
  };
}
