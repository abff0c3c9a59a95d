import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  type Stats,
  writeSync,
} from 'node:fs';

/** Makes the folder of the cache, which only its owner may read, or sees that the one there can be trusted. */
export function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stats = lstatSync(folder);
  if (!stats.isDirectory()) throw new Error(`${folder} is no folder`);
  refuseForeign(folder, stats);
}

/** Neither follows a link nor waits for who writes into a pipe; Windows has neither flag. */
const reading = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Opens a file of the cache to read it. */
export function openOwnFile(file: string): number {
  const descriptor = openSync(file, reading);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new Error(`${file} is no file`);
    refuseForeign(file, stats);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** Makes a file of the cache that was not there, which only its owner may read. */
export const createOwnFile = (file: string): number => openSync(file, 'wx', 0o600);

/** A full disk takes a part of what it is given before it says so. */
export function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** On Windows, the folder of a user is closed to others by what it inherits. */
function refuseForeign(name: string, { uid, mode }: Stats): void {
  const user = process.getuid?.();
  if (user === undefined) return;
  if (uid !== user) throw new Error(`${name} belongs to another user`);
  if ((mode & 0o022) !== 0) throw new Error(`${name} can be written to by others`);
}
