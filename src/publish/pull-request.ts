/** A pull request, as far as its comment depends on it. */
export interface PullRequest {
  readonly isOpen: boolean;
  /** Of a closed one, in lower case: merged, declined, superseded. */
  readonly state: string;
  /** Hash of the source branch's tip, which Bitbucket shortens to 12 digits. */
  readonly tip: string;
}

/** Whether two hashes, of which either may be shortened, mean the same commit. */
export function isSameCommit(first: string, second: string): boolean {
  return first.startsWith(second) || second.startsWith(first);
}
