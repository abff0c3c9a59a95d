import { createHash } from 'node:crypto';

/*
 * A pack holds what one run measured. Its parts, one behind the other:
 *
 *   header   a line with the version of the format and the digest of the analyzer
 *   entries  one JSON text behind the other
 *   index    a record an entry, sorted by key: key, offset, length, SHA-256 of the entry
 *   seal     over header, index and footer: says that the pack is whole, and whose it is
 *   footer   count of entries, kind of seal
 *
 * The index is a fiftieth of the pack. A reader reads that alone, and then the few entries that it wants.
 */

const formatVersion = 1;
const keySize = 16;
const digestSize = 32;
const recordSize = keySize + 6 + 4 + digestSize;
export const sealSize = 64;
export const footerSize = 5;
/** An entry that would be longer is not kept. */
export const maxEntrySize = 16_000_000;
/** A pack has no more entries, so that a forged one cannot ask for more memory. */
export const maxEntries = 500_000;

/** Where an entry lies in a pack, and what it has to be. */
export interface EntryPlace {
  readonly key: Buffer;
  readonly offset: number;
  readonly length: number;
  readonly digest: Buffer;
}

/** What stands at the end of a pack. */
export interface Footer {
  readonly count: number;
  readonly sealKind: number;
}

export const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The key of an entry's name. */
export const keyOf = (name: string): Buffer => sha256(name).subarray(0, keySize);

/** @param analyzer a digest in hexadecimal digits */
export function encodeHeader(analyzer: string): Buffer {
  return Buffer.from(`codescene-pr results ${formatVersion} ${analyzer}\n`);
}

export function encodeFooter({ count, sealKind }: Footer): Buffer {
  const footer = Buffer.alloc(footerSize);
  footer.writeUInt32BE(count, 0);
  footer.writeUInt8(sealKind, 4);
  return footer;
}

export function decodeFooter(footer: Buffer): Footer {
  return { count: footer.readUInt32BE(0), sealKind: footer.readUInt8(4) };
}

/** Bytes of an index of so many entries. */
export const indexSize = (count: number): number => count * recordSize;

export function encodeIndex(places: readonly EntryPlace[]): Buffer {
  const sorted = [...places].sort((a, b) => Buffer.compare(a.key, b.key));
  const index = Buffer.alloc(indexSize(sorted.length));
  for (const [number, { key, offset, length, digest }] of sorted.entries()) {
    const at = number * recordSize;
    key.copy(index, at);
    index.writeUIntBE(offset, at + keySize, 6);
    index.writeUInt32BE(length, at + keySize + 6);
    digest.copy(index, at + keySize + 10);
  }
  return index;
}

/** The place of an entry by its number in the index. */
export function placeAt(index: Buffer, number: number): EntryPlace {
  const at = number * recordSize;
  return {
    key: index.subarray(at, at + keySize),
    offset: index.readUIntBE(at + keySize, 6),
    length: index.readUInt32BE(at + keySize + 6),
    digest: index.subarray(at + keySize + 10, at + recordSize),
  };
}

/** The place of an entry by its key, or `null`. */
export function findPlace(index: Buffer, key: Buffer): EntryPlace | null {
  let low = 0;
  let high = index.length / recordSize;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = middle * recordSize;
    const order = key.compare(index, at, at + keySize);
    if (order === 0) return placeAt(index, middle);
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return null;
}
