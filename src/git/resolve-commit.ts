import { GitError, UsageError } from '../errors.ts';
import { gitFailure, quoted } from './describe-output.ts';
import { assertOpens } from './open-repository.ts';
import { isCommitHash, isRevision } from './ref-names.ts';
import type { Repository } from './repository.ts';

/**
 * What names stand for; `null` where that is no commit. Where git cannot answer to the end, what it did not find is not
 * there: in a partial clone that is how it says so.
 *
 * @throws GitError where it cannot open the repository
 */
async function askCommits(
  repository: Repository,
  names: readonly string[],
): Promise<{ readonly commits: readonly (string | null)[]; readonly mayBeAmbiguous: boolean }> {
  const { objects, mayBeAmbiguous, failure } = await repository.askObjects(
    names.map((name) => Buffer.from(name)),
  );
  if (failure !== null) await assertOpens(repository.run);
  return {
    commits: objects.map((object) => (object?.type === 'commit' ? object.id : null)),
    mayBeAmbiguous,
  };
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
  const asked = await askCommits(repository, await objectsThatBegin(repository, hash.toLowerCase()));
  const commits = asked.commits.filter((commit) => commit !== null);
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
  const [commit = null] = await resolveRefs(repository, [ref]);
  return commit;
}

/** The commits of full ref names, in their order; `null` where there is none. */
export async function resolveRefs(
  repository: Repository,
  refs: readonly string[],
): Promise<readonly (string | null)[]> {
  const { commits } = await askCommits(
    repository,
    refs.map((ref) => `${ref}^{commit}`),
  );
  return commits;
}

async function resolveExpression(repository: Repository, revision: string): Promise<string | null> {
  const { commits, mayBeAmbiguous } = await askCommits(repository, [`${revision}^{commit}`]);
  if (mayBeAmbiguous) await assertOneMeaning(repository, revision);
  return commits[0] ?? null;
}

async function assertOneMeaning(repository: Repository, revision: string): Promise<void> {
  const result = await repository.run(['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`]);
  if (!/is ambiguous/.test(result.stderr)) return;
  throw gitFailure(
    `The revision ${quoted(revision)} is ambiguous.`,
    result,
    'Say which one is meant: refs/heads/… for a branch, refs/tags/… for a tag, or a full hash.',
  );
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
