import * as z from 'zod';
import { UsageError } from '../errors.ts';
import type { Ratchet } from '../model/ratchet.ts';
import { escapeText } from '../text/escape-text.ts';
import { toSafeJson } from '../text/safe-json.ts';
import { describeProblems, parseJson } from './read-json.ts';

/** The version of the ratchet file's shape. */
const fileVersion = 1;

const count = z.int().min(0);

/** The values of a floor, in the result of a review and in the ratchet file alike. */
export const floorShape = {
  minScore: z.number().min(1).max(10).describe('Of the average score, weighted by lines of code.'),
  maxRedFiles: count,
  maxRedAndYellowFiles: count.describe('Of red and yellow files together.'),
};

const ratchetSchema = z.strictObject({
  version: z.literal(fileVersion),
  ...floorShape,
  minScore: floorShape.minScore.multipleOf(0.01, 'expected at most two decimals'),
  paths: z.array(z.string().min(1)),
  measuredBy: z.strictObject({ version: z.string(), rules: z.string() }),
});

const hint = 'Mend it by hand, or delete it and create it again with --update.';

/**
 * Reads a ratchet file.
 * @param origin where it stands, for the error.
 * @throws UsageError where it is no JSON, of another version, or not of its shape.
 */
export function parseRatchet(text: string, origin: string): Ratchet {
  const data = parseJson(text, { origin, hint });
  const { success, data: file, error } = ratchetSchema.safeParse(data);
  if (!success) {
    throw new UsageError(`${escapeText(origin)} is not a ratchet file of this version of codescene-pr.`, {
      reason: describeProblems(error.issues),
      hint,
    });
  }
  const { version: _version, ...ratchet } = file;
  return ratchet;
}

/** The text of a ratchet file: its keys in a fixed order, a line each, so that a diff says what moved. */
export function formatRatchet(ratchet: Ratchet): string {
  const { minScore, maxRedFiles, maxRedAndYellowFiles, paths, measuredBy } = ratchet;
  return toSafeJson({
    version: fileVersion,
    minScore,
    maxRedFiles,
    maxRedAndYellowFiles,
    paths,
    measuredBy: { version: measuredBy.version, rules: measuredBy.rules },
  });
}
