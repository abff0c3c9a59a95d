/** What reading a file or blob gave. */
export type Content =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** Not there, or no regular file. */
  | { readonly kind: 'missing' }
  /** Larger than the limit, so not read. */
  | { readonly kind: 'too-large'; readonly size: number }
  /** There, but the system refuses; `reason` is one sentence without a full stop. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Largest content that is read by default, in bytes. */
export const defaultMaxBytes = 16 * 1024 * 1024;
