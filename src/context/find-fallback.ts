import { expandCommitHash, resolveRef } from '../git/index.ts';
import type { Situation } from './situation.ts';

interface Fallback {
  readonly name: string;
  readonly commit: string;
}

/**
 * What the clone already has of a branch that cannot be fetched, newest first. A tag comes last: anybody who
 * may push can make one that is named like the branch.
 */
export async function findFallback(
  { repository, pipelines }: Situation,
  branch: string,
): Promise<Fallback | null> {
  const named = (name: string, commit: string | null) => (commit === null ? null : { name, commit });
  const ofRemote = `refs/remotes/origin/${branch}`;
  const ofBuild = pipelines.destinationBranch === branch ? pipelines.destinationCommit : null;
  const ofClone = `refs/heads/${branch}`;
  const ofTag = `refs/tags/${branch}`;
  return (
    named(ofRemote, await resolveRef(repository, ofRemote)) ??
    named(
      'BITBUCKET_PR_DESTINATION_COMMIT',
      ofBuild === null ? null : await expandCommitHash(repository, ofBuild),
    ) ??
    named(ofClone, await resolveRef(repository, ofClone)) ??
    named(ofTag, await resolveRef(repository, ofTag))
  );
}
