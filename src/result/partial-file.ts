import * as z from 'zod';
import { UsageError } from '../errors.ts';
import type { SideResult } from '../model/measured-file.ts';
import type { PartialResult } from '../model/partial-result.ts';
import { dialects } from '../model/source.ts';
import { sideResultShape } from '../shape/side-result-shape.ts';
import { escapeText } from '../text/escape-text.ts';
import { toSafeJson } from '../text/safe-json.ts';
import { describeProblems, parseJson } from './read-json.ts';
import { hash } from './result-schema.ts';

/** The version of the partial result's shape. */
const partialVersion = 1;

const sideResult = z.custom<SideResult>().check(({ value, issues }) => {
  const problem = sideResultShape(value);
  if (problem)
    issues.push({ code: 'custom', input: value, path: [...problem.path], message: problem.message });
});

const partialSchema = z.strictObject({
  kind: z.literal('partial'),
  schemaVersion: z.literal(partialVersion),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  shard: z
    .strictObject({ index: z.int().min(1), count: z.int().min(1) })
    .refine(({ index, count }) => index <= count, 'there are fewer shards'),
  context: z.strictObject({
    source: hash,
    targetRef: z.string().nullable(),
    mergeBase: hash.nullable(),
  }),
  profile: z.strictObject({ name: z.string(), digest: z.string() }),
  paths: z.array(z.string()),
  sides: z.array(z.strictObject({ blob: hash, dialect: z.enum(dialects), result: sideResult })),
});

const hint = 'Give the files that "codescene-pr check --shard <i/n> --output json=<path>" wrote.';

/**
 * Reads a partial result.
 * @param origin its path, for the error
 * @throws UsageError where it is no JSON, another kind of result, or not of its shape
 */
export function parsePartial(text: string, origin: string): PartialResult {
  const data = parseJson(text, { origin, hint });
  if (isWhole(data)) {
    throw new UsageError(`${escapeText(origin)} is a whole result, and no part of one.`, {
      reason: 'It was written by a run without --shard, or by another command.',
      hint,
    });
  }
  const { success, data: partial, error } = partialSchema.safeParse(data);
  if (success) {
    const { kind: _kind, schemaVersion: _version, ...rest } = partial;
    return rest;
  }
  throw new UsageError(`${escapeText(origin)} is not a partial result of this version of codescene-pr.`, {
    reason: describeProblems(error.issues),
    hint,
  });
}

function isWhole(data: unknown): boolean {
  return typeof data === 'object' && data !== null && ('files' in data || 'gates' in data);
}

/** The text of a partial result: one line, control characters escaped. */
export function formatPartial(partial: PartialResult): string {
  return toSafeJson({ kind: 'partial', schemaVersion: partialVersion, ...partial }, 0);
}
