import fc from 'fast-check';
import { evaluateGates, type GateInput } from '../../src/gate/index.ts';
import type { FileMetrics, FunctionMetrics } from '../../src/model/metrics.ts';
import type { Profile } from '../../src/model/profile.ts';
import type { GateResult } from '../../src/model/report.ts';
import { assessMetrics } from '../../src/report/assess-file.ts';
import { reportFiles } from '../../src/report/report-files.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

/** A file of a change by what was measured on both sides; `null` for a side that is not there. */
export interface MeasuredChange {
  readonly path: string;
  readonly hotspot: boolean | null;
  readonly old: FileMetrics | null;
  readonly new: FileMetrics | null;
}

type JudgingProfile = Pick<Profile, 'rulesFor' | 'suppressions'> & GateInput['profile'];

/** From metrics to verdicts: smells, scores, the delta and the gates are the real ones. */
export function judgeMetrics(
  changes: readonly MeasuredChange[],
  profile: JudgingProfile,
): readonly GateResult[] {
  const assessed = changes.map(({ path, old, new: head }) => {
    const rules = profile.rulesFor(path);
    const side = { path, kind: 'file', blob: null } as const;
    const change = old === null ? 'added' : head === null ? 'deleted' : 'modified';
    return {
      file: { path, oldPath: null, change, pathIsExact: true, old: old && side, new: head && side } as const,
      old: old && assessMetrics(old, rules),
      new: head && assessMetrics(head, rules),
      rules,
    };
  });
  const files = reportFiles(assessed, profile).files.map((file, index) => {
    return { ...file, hotspot: changes[index]?.hotspot ?? null };
  });
  return evaluateGates({ files, profile });
}

/** Numbers around the default limits, and far above. */
const near = (limit: number, far: number) =>
  fc.oneof(fc.integer({ min: 0, max: limit + 2 }), fc.integer({ min: limit, max: far }));

/** What is measured of a function, without place and name. */
const functionNumbers = fc.record({
  cyclomaticComplexity: near(8, 60).map((value) => Math.max(1, value)),
  linesOfCode: near(69, 300).map((value) => Math.max(1, value)),
  maxNestingDepth: near(3, 6),
  bumps: near(1, 6),
  parameters: near(4, 8),
  operators: fc.array(fc.integer({ min: 2, max: 6 }), { maxLength: 3 }),
  embedded: fc.array(near(39, 60), { maxLength: 2 }),
});
export type FunctionNumbers = typeof functionNumbers extends fc.Arbitrary<infer T> ? T : never;

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** A file as plain numbers, from which metrics are built. */
export interface FileNumbers {
  readonly functions: Readonly<Record<string, FunctionNumbers>>;
  readonly global: { readonly cyclomaticComplexity: number; readonly maxNestingDepth: number };
  readonly classes: readonly { readonly functions: number; readonly cohesionGroups: number }[];
  /** Likeness in percent of the first function with each of the others. */
  readonly likeness: readonly number[];
}

export const fileNumbers: fc.Arbitrary<FileNumbers> = fc.record({
  functions: fc.dictionary(fc.constantFrom(...names), functionNumbers, { maxKeys: 8 }),
  global: fc.record({ cyclomaticComplexity: near(9, 20), maxNestingDepth: near(3, 6) }),
  classes: fc.array(fc.record({ functions: near(10, 20), cohesionGroups: near(3, 8) }), { maxLength: 2 }),
  likeness: fc.array(fc.integer({ min: 70, max: 100 }), { maxLength: 2 }),
});

/** Far apart, so that functions never overlap. */
const span = 400;

/**
 * The metrics of a file of such numbers. A function is known again by its name; equal numbers are an equal body,
 * and bodies that are more or less alike are others than before. */
export function buildFile({ functions, global, classes, likeness }: FileNumbers): FileMetrics {
  const built = Object.entries(functions).map(([name, numbers], index) =>
    buildFunction(name, numbers, { index, likeness }),
  );
  const end = built.length * span;
  return createFile(built, {
    lines: end + classes.length * span,
    global: { ...global, line: 1 },
    classes: classes.map((numbers, index) => {
      const line = end + index * span + 1;
      return { name: `Class${index}`, line, endLine: line + 99, ...numbers };
    }),
    duplicates: likeness
      .slice(0, Math.max(0, built.length - 1))
      .map((percent, index) => ({ first: 0, second: index + 1, similarity: percent / 100 })),
  });
}

function buildFunction(
  name: string,
  { operators, embedded, ...numbers }: FunctionNumbers,
  { index, likeness }: { readonly index: number; readonly likeness: readonly number[] },
): FunctionMetrics {
  const line = index * span + 1;
  return createFunction({
    ...numbers,
    name,
    line,
    endLine: line + span - 2,
    complexConditions: operators.map((count, at) => ({ line: line + at + 1, operators: count })),
    embeddedBlocks: embedded.map((lines, at) => ({ line: line + 100 * (at + 1), lines })),
    bodyHash: JSON.stringify([name, numbers, operators, embedded, likeness]),
  });
}
