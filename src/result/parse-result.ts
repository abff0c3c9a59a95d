import { UsageError } from '../errors.ts';
import { type Report, schemaVersion } from '../model/report.ts';
import type { ReviewReport } from '../model/review.ts';
import { escapeText } from '../text/escape-text.ts';
import { describeProblems, parseJson } from './read-json.ts';
import { resultSchema } from './result-schema.ts';
import { reviewSchema } from './review-schema.ts';

const hint =
  'Give a file that was written by "codescene-pr check --output json=<path>", or review, of the same version.';

/**
 * Reads the result file of a check or of a review; the latter's `kind` tells them apart.
 *
 * @param text its content.
 * @param origin its path, for the error.
 * @throws UsageError where it is no JSON, of another schema version, or not of the result's shape.
 */
export function parseResult(text: string, origin = 'The result file'): Report | ReviewReport {
  const data = parseJson(text, { origin, hint });
  refusePart(data, origin);
  refuseOtherVersion(data, origin);
  const {
    success,
    data: report,
    error,
  } = isReview(data) ? reviewSchema.safeParse(data) : resultSchema.safeParse(data);
  if (success) return report;
  throw new UsageError(`${escapeText(origin)} is not a result of codescene-pr.`, {
    reason: describeProblems(error.issues),
    hint,
  });
}

const isReview = (data: unknown) => isOfKind(data, 'review');

function isOfKind(data: unknown, kind: string): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === kind;
}

function refusePart(data: unknown, origin: string): void {
  if (!isOfKind(data, 'partial')) return;
  throw new UsageError(`${escapeText(origin)} is one part of a result.`, {
    reason: 'It was written by a run with --shard.',
    hint: 'Join all parts: codescene-pr merge <result.json…>.',
  });
}

/** Another version has another shape: its problems one by one would only confuse. */
function refuseOtherVersion(data: unknown, origin: string): void {
  if (typeof data !== 'object' || data === null || !('schemaVersion' in data)) return;
  const version = data.schemaVersion;
  if (typeof version !== 'number' || version === schemaVersion) return;
  throw new UsageError(
    `${escapeText(origin)} has the schema version ${version}, expected ${schemaVersion}.`,
    {
      reason: 'It was written by another version of codescene-pr.',
      hint: 'Use the same version of codescene-pr in every step.',
    },
  );
}
