import type { FileMetrics, Unmeasurable } from './metrics.ts';
import type { Dialect, FileChange, FileSide } from './source.ts';

/** A changed file whose sides are to be measured. */
export interface SelectedFile {
  /** The head side's path; the old one of a deleted file. */
  readonly path: string;
  /** Where it was renamed from, else `null`. */
  readonly oldPath: string | null;
  readonly change: FileChange;
  readonly pathIsExact: boolean;
  /** `null` where this side does not exist, or is no source file of a supported type. */
  readonly old: FileSide | null;
  readonly new: FileSide | null;
}

/** What the outcome of measuring depends on, besides the version of this tool: a content, and how it is read. */
export interface SideKey {
  /** Blob hash. */
  readonly blob: string;
  readonly dialect: Dialect;
}

/** What came of one side of a file. */
export type SideResult =
  | { readonly kind: 'measured'; readonly metrics: FileMetrics }
  /** Not source code by its content: left out by rule. */
  | { readonly kind: 'skipped'; readonly reason: string }
  | ({ readonly kind: 'unmeasurable' } & Unmeasurable);

/** A selected file with both sides measured; `null` for a side that is not there. */
export interface MeasuredFile {
  readonly file: SelectedFile;
  readonly old: SideResult | null;
  readonly new: SideResult | null;
}
