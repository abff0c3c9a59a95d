import { GitError } from '../errors.ts';
import { quoted } from './describe-output.ts';
import { nulFields } from './nul-fields.ts';

/** One record of `git diff --raw -z`, as git has it. */
export interface RawChange {
  /** Six octal digits; `000000` for a side that does not exist. */
  readonly oldMode: string;
  readonly newMode: string;
  /** Full hash; all zeros for a side that does not exist or whose content git has not looked at. */
  readonly oldId: string;
  readonly newId: string;
  /** A, D, M, T (kind changed), R (renamed), C (copied), U (unmerged) or X (unknown). */
  readonly status: string;
  /** Likeness of a rename in per cent, else `null`. */
  readonly similarity: number | null;
  readonly oldPath: Buffer;
  /** Equal to `oldPath` where nothing was renamed. */
  readonly newPath: Buffer;
}

const header = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([A-Z])(\d{1,3})?$/;

function parseHeader(field: Buffer): Omit<RawChange, 'oldPath' | 'newPath'> {
  const [, oldMode, newMode, oldId, newId, status, similarity] = header.exec(field.toString('latin1')) ?? [];
  const parts = { oldMode, newMode, oldId, newId, status };
  if (Object.values(parts).includes(undefined)) {
    throw new GitError(
      `The list of changed files has an entry of unknown form: ${quoted(field.toString())}.`,
    );
  }
  return {
    ...(parts as Record<keyof typeof parts, string>),
    similarity: similarity === undefined ? null : Number(similarity),
  };
}

/**
 * Parses the output of `git diff --raw -z --no-abbrev` (git-diff(1), "Raw output format").
 *
 * @throws GitError where it has another form
 */
export function parseRawDiff(output: Buffer): readonly RawChange[] {
  const fields = nulFields(output)[Symbol.iterator]();
  const nextPath = (): Buffer => {
    const { value, done } = fields.next();
    if (done === true) throw new GitError('The list of changed files ends in the middle of an entry.');
    return value;
  };
  const changes: RawChange[] = [];
  for (let next = fields.next(); next.done !== true; next = fields.next()) {
    const parsed = parseHeader(next.value);
    const oldPath = nextPath();
    const hasTwoPaths = parsed.status === 'R' || parsed.status === 'C';
    changes.push({ ...parsed, oldPath, newPath: hasTwoPaths ? nextPath() : oldPath });
  }
  return changes;
}
