import type { Seal } from './seal.ts';

/** Where results are kept between runs, and which of them are believed. */
export interface CacheSettings {
  /** Absolute. */
  readonly folder: string;
  /** Whether the user has named it: one that cannot be right is then an error. */
  readonly isGiven: boolean;
  /** Whether the user alone writes there, as on a laptop: code is kept and executed there alone. */
  readonly isPrivate: boolean;
  readonly seal: Seal;
  /** Told why something was not read or not kept: that never ends a run. */
  readonly note: (line: string) => void;
}
