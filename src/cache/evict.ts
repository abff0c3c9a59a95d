import { abandonedAfter } from './limits.ts';
import { listFolder, removeFile } from './list-folder.ts';
import { packEnding, temporaryEnding } from './pack-writer.ts';

/** Where the compiled code of the compiler is kept. */
export const codeEnding = '.code';

/**
 * Removes what was not used for longest, whatever version wrote it, until the folder is within its limit; and what
 * runs that broke off have left behind.
 * @param now milliseconds
 */
export function evict(folder: string, maxBytes: number, now: number): void {
  for (const { file, modified } of listFolder(folder, temporaryEnding)) {
    if (now - modified > abandonedAfter) removeFile(file);
  }
  let total = 0;
  for (const { file, size } of listFolder(folder, packEnding, codeEnding)) {
    total += size;
    if (total > maxBytes) removeFile(file);
  }
}
