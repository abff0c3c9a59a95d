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

/** Cuts a stream of chunks into fields that each end with a NUL. */
export interface FieldCutter {
  /** The fields that a chunk completes. */
  readonly cut: (chunk: Buffer) => readonly Buffer[];
  /** Whether what was given so far ends with a field. */
  readonly isAtEnd: () => boolean;
}

/** What a chunk leaves over waits for the next one. */
export function createFieldCutter(): FieldCutter {
  let rest: Buffer = Buffer.alloc(0);
  return {
    cut: (chunk) => {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = bytes.lastIndexOf(0) + 1;
      rest = bytes.subarray(end);
      return nulFields(bytes.subarray(0, end));
    },
    isAtEnd: () => rest.length === 0,
  };
}
