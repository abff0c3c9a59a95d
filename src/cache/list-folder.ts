import { lstatSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** A file in the folder of the cache. */
export interface CacheFile {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written or used, in milliseconds. */
  readonly modified: number;
}

/** The files with one of these endings, the youngest first. What is gone meanwhile is left out. */
export function listFolder(folder: string, ...endings: readonly string[]): readonly CacheFile[] {
  const names = readdirSync(folder).filter((name) => endings.some((ending) => name.endsWith(ending)));
  return names
    .flatMap((name) => describeFile(path.join(folder, name)))
    .sort((a, b) => b.modified - a.modified);
}

function describeFile(file: string): readonly CacheFile[] {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats ? [{ file, size: stats.size, modified: stats.mtimeMs }] : [];
}

/** Removes a file; on Windows, one that somebody reads stays. */
export function removeFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A later run finds it again.
  }
}
