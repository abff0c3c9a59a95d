import { UsageError } from '../errors.ts';
import { quoted } from '../git/index.ts';
import type { Report } from '../model/report.ts';
import type { ReviewReport } from '../model/review.ts';
import { parseResult } from '../result/index.ts';
import { readUntrustedFile, refuseOtherTool } from './read-untrusted-file.ts';

const hint = 'Name the file that "codescene-pr check --output json=<path>" wrote in an earlier step.';

/**
 * Reads the result of a check from a file that need not be trusted.
 * @param file absolute
 * @param name as it was given, for messages
 * @throws UsageError where it cannot be read, is too large, or is no result of a check by this version
 */
export async function readResultFile(file: string, name: string): Promise<Report> {
  const result = parseResult(await readUntrustedFile(file, { name, kind: 'result file', hint }), name);
  if (isReview(result)) {
    throw new UsageError(`${quoted(name)} is the result of a review, which is not published.`, { hint });
  }
  refuseOtherTool(result.tool, name, 'check --output json=<path>');
  return result;
}

function isReview(result: Report | ReviewReport): result is ReviewReport {
  return 'kind' in result;
}
