import { randomUUID } from 'node:crypto';
import { chmod, rename, rm, stat, writeFile } from 'node:fs/promises';
import { OutputError } from '../errors.ts';

/**
 * Writes a file so that a reader sees the old one or the whole new one, with the old one's permissions.
 * @param file absolute
 * @param what begins the sentence of the error
 * @throws OutputError where it cannot be written
 */
export async function writeAtomically(file: string, text: string, what: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    const old = await stat(file).catch(() => null);
    if (old?.isFile()) await chmod(temporary, old.mode & 0o777);
    await rename(temporary, file);
  } catch (error) {
    // Where a folder on the way is a file, there is nothing to remove either.
    await rm(temporary, { force: true }).catch(() => {});
    throw new OutputError(`${what} could not be written to ${file}.`, {
      reason: (error as Error).message,
      hint: 'Name a file in a folder that is there and can be written to.',
      cause: error,
    });
  }
}
