/** What a commit did to one path. */
export interface PathChange {
  readonly kind: 'added' | 'modified' | 'deleted' | 'renamed';
  /** The path after the commit; before it, for a deleted one. */
  readonly path: string;
  /** Where a renamed one came from, else `null`. */
  readonly oldPath: string | null;
}

/** A commit with what it did; a merge and the very first commit are listed as having done nothing. */
export interface HistoryCommit {
  /** Email of its author in lower case, as the commit has it. */
  readonly author: string;
  readonly changes: readonly PathChange[];
}

/** The commits that led to a revision within some time. */
export interface History {
  /** The newest first. */
  readonly commits: readonly HistoryCommit[];
  /** `false` where the clone is cut off within that time, so that there may have been more. */
  readonly isComplete: boolean;
  /** Whether others led to the newest one, and none of them is of the time before its date: that may be wrong. */
  readonly isTipAlone: boolean;
  /** Paths among the changes that are not valid UTF-8 and given in a readable form. */
  readonly inexactPaths: ReadonlySet<string>;
}
