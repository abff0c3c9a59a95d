import { closeSync, fstatSync, readSync } from 'node:fs';
import { openOwnFile } from './own-files.ts';
import {
  decodeFooter,
  type EntryPlace,
  encodeFooter,
  encodeHeader,
  findPlace,
  footerSize,
  indexSize,
  maxEntries,
  maxEntrySize,
  placeAt,
  sealSize,
  sha256,
} from './pack-format.ts';
import type { Seal } from './seal.ts';

/** A pack whose seal holds. */
export interface Pack {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds. */
  readonly modified: number;
  readonly find: (key: Buffer) => EntryPlace | null;
  readonly places: () => Iterable<EntryPlace>;
  /** The text of an entry; `null` where it is damaged. */
  readonly read: (place: EntryPlace) => Buffer | null;
  readonly close: () => void;
}

/** Which packs are believed. */
export interface PackKind {
  /** Digest of the analyzer that measured, in hexadecimal digits. */
  readonly analyzer: string;
  readonly seal: Seal;
}

/**
 * Opens a pack and checks its seal.
 * @returns `null` for what is damaged, cut off, of another version or sealed by somebody else
 * @throws where the file cannot be read, or is not the user's own
 */
export function openPack(file: string, kind: PackKind): Pack | null {
  const descriptor = openOwnFile(file);
  const pack = readPack(file, descriptor, kind);
  if (pack === null) closeSync(descriptor);
  return pack;
}

function readPack(file: string, descriptor: number, kind: PackKind): Pack | null {
  const { size, mtimeMs: modified } = fstatSync(descriptor);
  const readBytes = bytesOf(descriptor);
  const index = readIndex(readBytes, size, kind);
  if (index === null) return null;
  const count = index.length / indexSize(1);
  return {
    ...{ file, size, modified },
    close: () => closeSync(descriptor),
    find: (key) => findPlace(index, key),
    places: () => Array.from({ length: count }, (_, number) => placeAt(index, number)),
    read: ({ offset, length, digest }) => {
      if (length > maxEntrySize) return null;
      const entry = readBytes(offset, length);
      return entry && sha256(entry).equals(digest) ? entry : null;
    },
  };
}

/** Bytes of a file; `null` where it has not so many there. */
type ReadBytes = (offset: number, length: number) => Buffer | null;

function bytesOf(descriptor: number): ReadBytes {
  return (offset, length) => {
    if (offset < 0) return null;
    const bytes = Buffer.allocUnsafe(length);
    return readSync(descriptor, bytes, 0, length, offset) === length ? bytes : null;
  };
}

function readIndex(read: ReadBytes, size: number, { analyzer, seal }: PackKind): Buffer | null {
  const header = encodeHeader(analyzer);
  const footer = begins(read, header) ? read(size - footerSize, footerSize) : null;
  if (footer === null) return null;
  const { count, sealKind } = decodeFooter(footer);
  const sealStart = size - footerSize - sealSize;
  const start = sealStart - indexSize(count);
  if (sealKind !== seal.kind || !hasRoom({ count, start }, header)) return null;
  const [index, sealed] = [read(start, indexSize(count)), read(sealStart, sealSize)];
  return index && sealed && seal.holds(sealedContent(header, index, footer), sealed) ? index : null;
}

function begins(read: ReadBytes, header: Buffer): boolean {
  return read(0, header.length)?.equals(header) ?? false;
}

function hasRoom({ count, start }: { count: number; start: number }, header: Buffer): boolean {
  return count <= maxEntries && start >= header.length;
}

/** What a seal is made over. */
function sealedContent(header: Buffer, index: Buffer, footer: Buffer): Buffer {
  return Buffer.concat([header, index, footer]);
}

/** The end of a pack whose index this is. */
export function encodeEnd({ analyzer, seal }: PackKind, index: Buffer): Buffer {
  if (seal.make === null) throw new Error('This seal can be checked, but not made.');
  const footer = encodeFooter({ count: index.length / indexSize(1), sealKind: seal.kind });
  return Buffer.concat([index, seal.make(sealedContent(encodeHeader(analyzer), index, footer)), footer]);
}
