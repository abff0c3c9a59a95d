import { GitError, UsageError } from '../errors.ts';
import { gitFailure, quoted } from './describe-output.ts';
import { isCommitHash, isRevision } from './ref-names.ts';
import type { Repository } from './repository.ts';

async function onlyCommits(repository: Repository, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const input = Buffer.from(`${ids.join('\n')}\n`);
  const { stdout } = await repository.run(['cat-file', '--batch-check=%(objectname) %(objecttype)'], {
    input,
  });
  return stdout
    .toString()
    .split('\n')
    .filter((line) => line.endsWith(' commit'))
    .map((line) => line.replace(' commit', ''));
}

const fullLengths = { sha1: 40, sha256: 64 };

/** Whether a text has the form of a full hash in this repository: what it means needs no looking up among refs. */
export function isFullHash({ objectFormat }: Pick<Repository, 'objectFormat'>, text: string): boolean {
  return text.length === fullLengths[objectFormat] && isCommitHash(text);
}

async function objectsThatBegin(repository: Repository, hash: string): Promise<readonly string[]> {
  if (isFullHash(repository, hash)) return [hash];
  const { stdout } = await repository.run(['rev-parse', `--disambiguate=${hash}`]);
  return stdout
    .toString()
    .split('\n')
    .filter((id) => id !== '');
}

/**
 * The full hash of the commit that a hash of 7 to 64 digits begins; `null` where the clone does not have
 * it. Looks at objects alone: a branch that is named like the hash is never meant.
 *
 * @throws GitError where more than one commit begins so
 */
export async function expandCommitHash(repository: Repository, hash: string): Promise<string | null> {
  const commits = await onlyCommits(repository, await objectsThatBegin(repository, hash.toLowerCase()));
  if (commits.length > 1) {
    throw new GitError(`The commit ${quoted(hash)} is ambiguous.`, {
      reason: `${commits.length} commits begin so: ${commits.slice(0, 3).join(', ')}.`,
      hint: 'Give more digits of the hash.',
    });
  }
  return commits[0] ?? null;
}

/** The commit of a full ref name such as `refs/heads/main`; `null` where there is none. */
export async function resolveRef(repository: Repository, ref: string): Promise<string | null> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const { exitCode, stdout } = await repository.run(args);
  return exitCode === 0 ? stdout.toString().trim() : null;
}

async function resolveExpression(repository: Repository, revision: string): Promise<string | null> {
  const result = await repository.run(['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`]);
  if (/is ambiguous/.test(result.stderr)) {
    throw gitFailure(
      `The revision ${quoted(revision)} is ambiguous.`,
      result,
      'Say which one is meant: refs/heads/… for a branch, refs/tags/… for a tag, or a full hash.',
    );
  }
  return result.exitCode === 0 ? result.stdout.toString().trim() : null;
}

/**
 * The full hash of the commit that a revision means; `null` where there is none. A hash, shortened or
 * not, wins over a branch or tag of that name.
 *
 * @throws UsageError where the text cannot be a revision
 * @throws GitError where it means more than one thing
 */
export async function resolveCommit(repository: Repository, revision: string): Promise<string | null> {
  if (!isRevision(revision)) {
    throw new UsageError(`${quoted(revision)} is not a revision.`, {
      reason: 'A revision is not empty, does not begin with "-" and has no control characters.',
    });
  }
  const commit = isCommitHash(revision) ? await expandCommitHash(repository, revision) : null;
  return commit ?? resolveExpression(repository, revision);
}
