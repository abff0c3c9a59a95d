import type { SideKey, SideResult } from './measured-file.ts';

/** One of the parts that a change is divided into. */
export interface Shard {
  /** 1-based. */
  readonly index: number;
  readonly count: number;
}

/** A content that was measured, and what came of it. */
export interface MeasuredSide extends SideKey {
  readonly result: SideResult;
}

/** What one shard measured, and what of. */
export interface PartialResult {
  readonly tool: { readonly name: string; readonly version: string };
  readonly shard: Shard;
  readonly context: {
    /** Full hash of the judged commit. */
    readonly source: string;
    /** The target as it is named: its tip may move between the steps, and does no harm where the merge base stays. */
    readonly targetRef: string | null;
    /** Full hash; `null` where there is nothing to compare. */
    readonly mergeBase: string | null;
  };
  /** The digest is that of every value of the profile. */
  readonly profile: { readonly name: string; readonly digest: string };
  /** The files and folders that the run was limited to, as git has them; all where empty. */
  readonly paths: readonly string[];
  readonly sides: readonly MeasuredSide[];
}
