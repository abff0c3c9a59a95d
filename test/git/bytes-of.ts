import type { Content } from '../../src/git/content.ts';

/** The content of a file that was read whole. */
export function bytesOf(text: string | Buffer): Content {
  return { kind: 'bytes', bytes: Buffer.from(text) };
}
