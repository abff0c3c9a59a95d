import * as z from 'zod';
import { schemaVersion } from '../model/report.ts';
import { reviewGateNames } from '../model/review.ts';
import { floorShape } from './ratchet-file.ts';
import {
  condition,
  count,
  finding,
  gateStatus,
  hash,
  hotspot,
  path,
  pathIsExact,
  profile,
  reportedFunction,
  score,
  scoreBreakdown,
  skippedFile,
  smell,
  suppression,
  tool,
} from './result-schema.ts';

const context = z
  .object({
    source: hash.nullable().describe('The reviewed commit; null for the working tree.'),
    sourceKind: z.enum(['commit', 'working-tree']),
  })
  .describe('What was reviewed.');

const summary = z.object({
  filesReviewed: count.describe('Files that were measured.'),
  filesSkipped: count,
  linesOfCode: count.describe("Sum of the files' linesOfCode."),
  score: score
    .nullable()
    .describe(
      'Average of the scores weighted by linesOfCode, cut to two decimals; a file without functions weighs as one line. null where no file was measured.',
    ),
  bands: z
    .object({ optimal: count, green: count, yellow: count, red: count })
    .describe('Files by score: optimal at 10.0, green from 9.0, yellow from 4.0, red below.'),
  findings: z.object({ total: count, critical: count, advisory: count }),
});

const gate = z.object({
  gate: z.enum(reviewGateNames),
  status: gateStatus.describe('off where --min-score, or --ratchet, is not given.'),
  conditions: z
    .array(condition)
    .describe(
      'min-score: the files below the minimum, the lowest score first. ratchet: what is worse than the floor; the path is that of its file.',
    ),
});

const ratchet = z
  .object({
    path: path.describe('The file that the floor is stored in.'),
    floor: z
      .object(floorShape)
      .nullable()
      .describe('Each value is the last allowed one. null where this review is the first.'),
  })
  .describe('The floor that the review is held against.');

const worstFunction = reportedFunction.extend({
  path,
  penaltyPoints: z
    .number()
    .min(0)
    .describe('What its findings cost by themselves, without what a file is charged once.'),
  smells: z.array(smell),
});

const reviewedFile = z.object({
  path,
  pathIsExact,
  hotspot,
  score,
  scoreBreakdown,
  linesOfCode: count.describe("Sum of the functions' lines of code."),
  findings: z.array(finding),
  functions: z.array(reportedFunction),
});

/** The shape of the result of a review: what `review --format json` prints. */
export const reviewSchema = z.object({
  schemaVersion: z.literal(schemaVersion),
  kind: z.literal('review'),
  tool,
  status: z
    .enum(['passed', 'failed', 'incomplete'])
    .describe('incomplete: a supported file could not be measured and the rest reaches the minimum.'),
  context,
  profile,
  summary,
  gates: z.array(gate),
  ratchet: ratchet.nullable().describe('null where --ratchet is not given.'),
  worstFunctions: z.array(worstFunction).describe('At most ten functions with findings, the worst first.'),
  files: z.array(reviewedFile).describe('The measured files, the lowest score first.'),
  skipped: z.array(skippedFile).describe('Files of supported types that were not measured.'),
  suppressions: z.array(suppression).describe('Uses of @codescene(disable…) comments.'),
  warnings: z.array(z.string()).describe('One sentence each.'),
});
