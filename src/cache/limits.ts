/** What the cache may take up, and what is done about more. */
export interface CacheLimits {
  /** Bytes of the whole folder. */
  readonly maxBytes: number;
  /** Small packs beyond this number are joined into one. */
  readonly maxSmallPacks: number;
}

/** 100 MB hold what some 10,000 files measured. Joining keeps the reading of indexes within a few milliseconds. */
export const usualLimits: CacheLimits = { maxBytes: 100_000_000, maxSmallPacks: 12 };

/** A pack of at most this share of the limit is small: joining it costs little. */
export const smallShare = 1 / 8;
/** One run keeps no more than this share of the limit: the whole of a very large tree would drive out all else. */
export const runShare = 1 / 2;
/** Packs that are looked into, the youngest first. There are more where somebody plants them. */
export const maxPacks = 64;
/** A use is noted where the last one was noted longer ago than this, in milliseconds. */
export const noteUseAfter = 3_600_000;
/** A temporary file of this age was left behind by a run that broke off, in milliseconds. */
export const abandonedAfter = 24 * 3_600_000;
