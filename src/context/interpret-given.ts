import { isBranchName, isCommitHash, resolveCommit } from '../git/index.ts';
import type { Situation } from './situation.ts';

/**
 * What `--target` names in a pipeline: a commit of the clone, where it can be no branch or looks like a hash, else a
 * branch of `origin`; `null` where it is neither. Nothing is fetched.
 */
export async function interpretGiven(
  { repository }: Situation,
  given: string,
): Promise<{ readonly commit: string } | { readonly branch: string } | null> {
  const branch = branchOfRevision(given);
  const mayBeCommit = branch === null || isCommitHash(given);
  const commit = mayBeCommit ? await resolveCommit(repository, given) : null;
  if (commit !== null) return { commit };
  return branch === null ? null : { branch };
}

/** The branch of `origin` that a revision names; `null` for a tag, a hash or an expression. */
function branchOfRevision(revision: string): string | null {
  const name = revision.replace(/^(?:refs\/heads\/|refs\/remotes\/origin\/|origin\/)/, '');
  return isBranchName(name) && !name.startsWith('refs/') ? name : null;
}
