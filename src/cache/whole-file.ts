import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, readSync, renameSync } from 'node:fs';
import { removeFile } from './list-folder.ts';
import { createOwnFile, openOwnFile, writeAll } from './own-files.ts';
import { sha256 } from './pack-format.ts';
import { temporaryEnding } from './pack-writer.ts';

const checksumSize = 32;

/**
 * Reads a file that `writeWhole` wrote.
 * @returns `null` where it is missing, damaged, or not the user's own
 */
export function readWhole(file: string): Buffer | null {
  const bytes = readBytes(file);
  if (bytes === null || bytes.length < checksumSize) return null;
  const content = bytes.subarray(checksumSize);
  return sha256(content).equals(bytes.subarray(0, checksumSize)) ? content : null;
}

function readBytes(file: string): Buffer | null {
  try {
    const descriptor = openOwnFile(file);
    try {
      const bytes = Buffer.allocUnsafe(fstatSync(descriptor).size);
      return readSync(descriptor, bytes, 0, bytes.length, 0) === bytes.length ? bytes : null;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return null;
  }
}

/**
 * Writes a file with its checksum, so that others see it whole or not at all.
 * @throws where it cannot be written; nothing is then left behind
 */
export function writeWhole(file: string, content: Buffer): void {
  const temporary = `${file}.${randomUUID()}${temporaryEnding}`;
  const descriptor = createOwnFile(temporary);
  try {
    try {
      writeAll(descriptor, Buffer.concat([sha256(content), content]));
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    removeFile(temporary);
    throw error;
  }
}
