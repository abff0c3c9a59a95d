import { GitError } from '../errors.ts';

/**
 * The fields of an output of git in which each ends with a NUL (`-z`).
 *
 * @throws GitError where the last one does not end
 */
export function nulFields(output: Buffer): readonly Buffer[] {
  const fields: Buffer[] = [];
  let start = 0;
  for (let end = output.indexOf(0); end !== -1; end = output.indexOf(0, start)) {
    fields.push(output.subarray(start, end));
    start = end + 1;
  }
  if (start < output.length) throw new GitError("git's answer ends in the middle of an entry.");
  return fields;
}
