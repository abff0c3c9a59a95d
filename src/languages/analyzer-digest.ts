/**
 * SHA-256 of everything that decides what measuring gives, in hexadecimal digits. The build puts it in; `null` where
 * the sources run unbuilt, which nothing can be kept for.
 */
export const analyzerDigest: string | null = null;
