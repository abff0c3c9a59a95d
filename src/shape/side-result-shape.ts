import type { SideResult } from '../model/measured-file.ts';
import {
  type AssertionBlock,
  bodySketchSize,
  type ClassMetrics,
  type ComplexCondition,
  type DuplicatePair,
  type EmbeddedBlock,
  type FileMetrics,
  type FunctionMetrics,
  type GlobalCodeMetrics,
  type SuppressionComment,
} from '../model/metrics.ts';
import {
  either,
  flag,
  listOf,
  type Misfit,
  misfit,
  nothing,
  recordOf,
  type Shape,
  share,
  text,
  wholeNumber,
  wholeNumbers,
  word,
} from './shape.ts';

/** No text that is measured has more of anything. */
const largest = 2 ** 31 - 1;
const count = wholeNumber({ lowest: 0, highest: largest });
const line = wholeNumber({ lowest: 1, highest: largest });
/** Hashes of 32 bits. */
const bodySketch = wholeNumbers({ lowest: 0, highest: 2 ** 32 - 1 }, bodySketchSize);

const functionMetrics = recordOf<FunctionMetrics>({
  name: text,
  kind: word('function', 'method', 'constructor', 'accessor'),
  counted: flag,
  line,
  endLine: line,
  cyclomaticComplexity: count,
  linesOfCode: count,
  maxNestingDepth: count,
  bumps: count,
  parameters: count,
  parameterTypes: listOf(word('string', 'other-primitive', 'structured', 'untyped')),
  containsJsx: flag,
  complexConditions: listOf(recordOf<ComplexCondition>({ line, operators: count })),
  embeddedBlocks: listOf(recordOf<EmbeddedBlock>({ line, lines: count })),
  bodyHash: text,
  bodySketch,
});

const fileMetrics = recordOf<FileMetrics>({
  lines: count,
  isTest: flag,
  functions: listOf(functionMetrics),
  classes: listOf(
    recordOf<ClassMetrics>({ name: text, line, endLine: line, functions: count, cohesionGroups: count }),
  ),
  global: recordOf<GlobalCodeMetrics>({ cyclomaticComplexity: count, maxNestingDepth: count, line }),
  assertionBlocks: listOf(
    recordOf<AssertionBlock>({ line, endLine: line, testLine: count, assertions: count, hash: text }),
  ),
  duplicates: listOf(recordOf<DuplicatePair>({ first: count, second: count, similarity: share })),
  suppressions: listOf(
    recordOf<SuppressionComment>({
      line,
      smells: either(word('all'), listOf(text)),
      unread: listOf(text),
      scope: either(word('file', 'none'), count),
    }),
  ),
});

const measuredFile: Shape<FileMetrics> = (value) =>
  fileMetrics(value) ?? pointAtFunctions(value as FileMetrics);

/** What stands for a function by its index has to be one. */
function pointAtFunctions({ functions: { length }, duplicates, suppressions }: FileMetrics): Misfit | null {
  const areFunctions =
    duplicates.every(({ first, second }) => first < second && second < length) &&
    suppressions.every(({ scope }) => typeof scope !== 'number' || scope < length);
  return areFunctions ? null : misfit('points at a function that is not there');
}

const reason: Shape<string> = (value) => (value === '' ? misfit('expected a reason') : text(value));

type Kind = SideResult['kind'];

const shapes: { readonly [K in Kind]: Shape<Extract<SideResult, { kind: K }>> } = {
  measured: recordOf({ kind: word('measured'), metrics: measuredFile }),
  skipped: recordOf({ kind: word('skipped'), reason }),
  unmeasurable: recordOf({ kind: word('unmeasurable'), reason, line: either(nothing, line) }),
};

const outcome = recordOf<{ kind: Kind }>({ kind: word('measured', 'skipped', 'unmeasurable') });

/** What measuring one side gives, as it is kept in files. Whatever else stands there is nothing that was measured. */
export const sideResultShape: Shape<SideResult> = (value) => {
  const { kind } = (value ?? {}) as { readonly kind?: unknown };
  const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind as Kind] : outcome;
  return shape(value);
};
