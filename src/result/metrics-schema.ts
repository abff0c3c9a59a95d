import * as z from 'zod';
import type { SideResult } from '../model/measured-file.ts';
import { bodySketchSize, type FileMetrics } from '../model/metrics.ts';

/** No text that is measured has more of anything. */
const largest = 2 ** 31 - 1;
const count = z.int().min(0).max(largest);
const line = z.int().min(1).max(largest);
/** 32 bits. */
const sketchHash = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);

const functionMetrics = z.strictObject({
  name: z.string(),
  kind: z.enum(['function', 'method', 'constructor', 'accessor']),
  line,
  endLine: line,
  cyclomaticComplexity: count,
  linesOfCode: count,
  maxNestingDepth: count,
  bumps: count,
  parameters: count,
  parameterTypes: z.array(z.enum(['string', 'other-primitive', 'structured', 'untyped'])),
  containsJsx: z.boolean(),
  complexConditions: z.array(z.strictObject({ line, operators: count })),
  embeddedBlocks: z.array(z.strictObject({ line, lines: count })),
  bodyHash: z.string(),
  bodySketch: z.array(sketchHash).max(bodySketchSize),
});

const fileMetrics = z
  .strictObject({
    lines: count,
    functionLinesOfCode: count,
    isTest: z.boolean(),
    functions: z.array(functionMetrics),
    classes: z.array(
      z.strictObject({ name: z.string(), line, endLine: line, functions: count, cohesionGroups: count }),
    ),
    global: z.strictObject({ cyclomaticComplexity: count, maxNestingDepth: count, line }),
    assertionBlocks: z.array(
      z.strictObject({ line, endLine: line, testLine: count, assertions: count, hash: z.string() }),
    ),
    duplicates: z.array(
      z.strictObject({ first: count, second: count, similarity: z.number().min(0).max(1) }),
    ),
    suppressions: z.array(
      z.strictObject({
        line,
        smells: z.union([z.array(z.string()), z.literal('all')]),
        unread: z.array(z.string()),
        scope: z.union([count, z.literal('file'), z.literal('none')]),
      }),
    ),
  })
  .refine(pointsAtFunctions, 'points at a function that is not there');

/** What stands for a function by its index has to be one. */
function pointsAtFunctions({ functions, duplicates, suppressions }: FileMetrics): boolean {
  const { length } = functions;
  return (
    duplicates.every(({ first, second }) => first < second && second < length) &&
    suppressions.every(({ scope }) => typeof scope !== 'number' || scope < length)
  );
}

const reason = z.string().min(1);

/** What came of measuring one side, as it is kept in files: reading gives back exactly what was written. */
export const sideResultSchema: z.ZodType<SideResult> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('measured'), metrics: fileMetrics }),
  z.strictObject({ kind: z.literal('skipped'), reason }),
  z.strictObject({ kind: z.literal('unmeasurable'), reason, line: line.nullable() }),
]);
