import { randomUUID } from 'node:crypto';
import { closeSync, renameSync } from 'node:fs';
import path from 'node:path';
import { removeFile } from './list-folder.ts';
import { createOwnFile, writeAll } from './own-files.ts';
import { type EntryPlace, encodeHeader, encodeIndex, sha256 } from './pack-format.ts';
import { encodeEnd, type PackKind } from './pack-reader.ts';

export const packEnding = '.pack';
export const temporaryEnding = '.tmp';

/** Bytes that are written at once. */
const blockSize = 256 * 1024;

/** A pack in the making: others see it once it is whole. */
export interface PackWriter {
  /** Bytes so far. */
  readonly size: () => number;
  readonly has: (key: Buffer) => boolean;
  readonly add: (key: Buffer, entry: Buffer) => void;
  /** Shows the pack to others. */
  readonly finish: () => void;
  /** Leaves nothing behind. Never throws. */
  readonly discard: () => void;
}

/** Begins a pack. Only its index is held in memory. */
export function createPack(folder: string, kind: PackKind): PackWriter {
  const name = path.join(folder, `results-${randomUUID()}`);
  const temporary = `${name}${temporaryEnding}`;
  const descriptor = createOwnFile(temporary);
  const places = new Map<string, EntryPlace>();
  const header = encodeHeader(kind.analyzer);
  let blocks: Buffer[] = [header];
  let size = header.length;
  let waiting = header.length;
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  const flush = () => {
    writeAll(descriptor, Buffer.concat(blocks));
    blocks = [];
    waiting = 0;
  };
  return {
    size: () => size,
    has: (key) => places.has(key.toString('latin1')),
    add: (key, entry) => {
      places.set(key.toString('latin1'), { key, offset: size, length: entry.length, digest: sha256(entry) });
      blocks.push(entry);
      size += entry.length;
      waiting += entry.length;
      if (waiting >= blockSize) flush();
    },
    finish: () => {
      blocks.push(encodeEnd(kind, encodeIndex([...places.values()])));
      flush();
      close();
      renameSync(temporary, `${name}${packEnding}`);
    },
    discard: () => {
      try {
        close();
      } catch {
        // The file goes anyway.
      }
      removeFile(temporary);
    },
  };
}
