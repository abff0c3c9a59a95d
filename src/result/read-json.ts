import type * as z from 'zod';
import { UsageError } from '../errors.ts';
import { escapeText } from '../text/escape-text.ts';

/** More problems than this are counted, not listed. */
const mostProblems = 5;

/**
 * Reads JSON that may begin with a byte order mark.
 * @throws UsageError with where the JSON ends to be some, and the given hint
 */
export function parseJson(
  text: string,
  { origin, hint }: { readonly origin: string; readonly hint: string },
): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UsageError(`${escapeText(origin)} is not valid JSON.`, {
      reason: escapeText(error instanceof Error ? error.message : String(error)),
      hint,
      cause: error,
    });
  }
}

/** What is wrong with data, each problem with its place: "files[0].newScore: …". */
export function describeProblems(issues: readonly z.core.$ZodIssue[]): string {
  const listed = issues.slice(0, mostProblems).map(({ path, message }) => `${formatPath(path)}: ${message}`);
  const hidden = issues.length - listed.length;
  return escapeText([...listed, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join('; '));
}

/** `files[0].newScore` */
function formatPath(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text === '' ? 'the whole' : text.replace(/^\./, '');
}
