/** What a file's bytes are: text, something that is no source text by rule, or text that can't be read. */
export type SourceText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'unmeasurable'; readonly reason: string };

/** Reads UTF-8 with or without a byte order mark, and UTF-16 with one. Line breaks stay as they are. */
export function readSourceText(bytes: Uint8Array): SourceText {
  if (startsWith(bytes, [0xff, 0xfe])) return decode(bytes, 'utf-16le', 'UTF-16');
  if (startsWith(bytes, [0xfe, 0xff])) return decode(swapPairs(bytes), 'utf-16le', 'UTF-16');
  if (isBinary(bytes)) return { kind: 'skipped', reason: 'binary file' };
  if (isLfsPointer(bytes)) return { kind: 'skipped', reason: 'Git LFS pointer' };
  return decode(bytes, 'utf-8', 'UTF-8');
}

/** The lines of a text without their line breaks, which are those of ECMAScript ("Line Terminators"). */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** As git decides it: a zero byte among the first 8,000. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8_000).includes(0);
}

/** Git LFS specification, "The Pointer": less than 1,024 bytes, the version in its first line. */
function isLfsPointer(bytes: Uint8Array): boolean {
  return bytes.length < 1_024 && startsWith(bytes, lfsVersion);
}

const lfsVersion = [...new TextEncoder().encode('version https://git-lfs.github.com/spec/')];

/** UTF-16 of the other byte order; decoders for it are left out of small builds of Node.js. */
function swapPairs(bytes: Uint8Array): Uint8Array {
  const swapped = new Uint8Array(bytes);
  for (let index = 0; index + 1 < swapped.length; index += 2) {
    [swapped[index], swapped[index + 1]] = [bytes[index + 1] as number, bytes[index] as number];
  }
  return swapped;
}

/** A byte order mark is no part of the text. */
function decode(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le', name: string): SourceText {
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'unmeasurable', reason: `not valid ${name}` };
  }
}
