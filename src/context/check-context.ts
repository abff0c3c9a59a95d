import type { Head } from '../git/index.ts';
import type { RemoteRepository } from './parse-remote-url.ts';

/** The revision that the head is compared with. */
export interface Target {
  /** For a reader: the name of a branch, or the revision as it was given. */
  readonly ref: string;
  /** Full hash of its tip. */
  readonly commit: string;
}

/** What is compared with what, and where that is to be reported. */
export interface CheckContext {
  /**
   * `pull-request` and `branch` are builds of a pipeline; `nothing-to-compare` is a build of the main
   * branch itself or of a tag; `local` is everything outside of a pipeline.
   */
  readonly kind: 'pull-request' | 'branch' | 'nothing-to-compare' | 'local';
  readonly head: Head;
  /** Full hash of the judged commit; `null` where the working tree or the index is judged. */
  readonly headCommit: string | null;
  /** Full hash of the commit that results belong to: `--commit`, else the judged one. */
  readonly publishCommit: string | null;
  /** `null` where there is nothing to compare. */
  readonly target: Target | null;
  /** Full hash; `null` where there is nothing to compare. */
  readonly mergeBase: string | null;
  readonly pullRequest: number | null;
  readonly workspace: string | null;
  readonly repoSlug: string | null;
  /** What `origin` names if it is a Bitbucket Data Center server, which its URL does not tell. */
  readonly serverRepository: RemoteRepository | null;
  /** Name of the branch that is judged, where it is known. */
  readonly sourceBranch: string | null;
  readonly inPipeline: boolean;
  /** One sentence each for the user, such as why another revision than the usual one was taken. */
  readonly notes: readonly string[];
  /** Why there is nothing to compare, in one sentence; else `null`. */
  readonly reason: string | null;
}

/** What the user gave by flags; each beats the variable of the same meaning. */
export interface ContextOptions {
  readonly target?: string | undefined;
  readonly source?: string | undefined;
  readonly staged?: boolean | undefined;
  readonly workspace?: string | undefined;
  readonly repo?: string | undefined;
  readonly pullRequest?: string | undefined;
  readonly commit?: string | undefined;
}
