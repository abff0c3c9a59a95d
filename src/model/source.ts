/** How git recorded a file between the merge base and the head. */
export type FileChange = 'added' | 'modified' | 'renamed' | 'deleted';

/** What a path holds on one side. */
export type EntryKind = 'file' | 'symbolic-link' | 'submodule';

/** How a text can be read: the kind of its file, and whether it is a test's. */
export const dialects = ['ts', 'ts-test', 'd.ts', 'd.ts-test', 'tsx', 'tsx-test', 'js', 'js-test'] as const;
/** One of `dialects`. */
export type Dialect = (typeof dialects)[number];

/** One side of a changed file. */
export interface FileSide {
  /** Repository-relative, `/`-separated, exactly as git has it (UTF-8). */
  readonly path: string;
  readonly kind: EntryKind;
  /** Blob hash; `null` where the content stands in the working tree only. */
  readonly blob: string | null;
}

/** A file that differs between the merge base and the head. */
export interface ChangedFile {
  readonly change: FileChange;
  /** `null` for an added file. */
  readonly old: FileSide | null;
  /** `null` for a deleted file. */
  readonly new: FileSide | null;
  /** A path that is not valid UTF-8 is given in readable form and must not be annotated. */
  readonly pathIsExact: boolean;
}
