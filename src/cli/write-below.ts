import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OutputError } from '../errors.ts';
import { writeAtomically } from './write-atomically.ts';

/**
 * Writes a file of a repository, with the folders that are missing on the way.
 * @param path relative to the root
 * @throws OutputError where it cannot be written
 */
export async function writeBelow(root: string, path: string, text: string): Promise<void> {
  const file = join(root, path);
  try {
    await mkdir(dirname(file), { recursive: true });
  } catch (error) {
    throw new OutputError(`The folder of ${file} could not be made.`, {
      reason: (error as Error).message,
      hint: 'Remove what stands in its way.',
      cause: error,
    });
  }
  await writeAtomically(file, text, 'The file');
}
