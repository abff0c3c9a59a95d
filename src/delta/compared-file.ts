import type { Finding } from '../model/finding.ts';
import type { FileMetrics } from '../model/metrics.ts';

/** One side of a changed file. */
export interface ComparedSide {
  readonly metrics: FileMetrics;
  readonly findings: readonly Finding[];
  /**
   * Findings that a comment suppresses. They are not shown, yet keep a finding from looking fixed because it was
   * suppressed, or introduced because the comment is gone.
   */
  readonly suppressed?: readonly Finding[];
}

/** A changed file: `old: null` where it is new, `new: null` where it is deleted. */
export interface ComparedFile {
  /** For readers: where a function was moved from or to. */
  readonly oldPath: string;
  readonly newPath: string;
  readonly old: ComparedSide | null;
  readonly new: ComparedSide | null;
}
