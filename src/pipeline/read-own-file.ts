import { UnreadableProfile } from '../config/index.ts';
import { OutputError } from '../errors.ts';
import type { Repository } from '../git/index.ts';
import { readInWorkingTree } from './read-profile-text.ts';

/**
 * The text of a file of the working tree that may be written; `null` where nothing stands there.
 * @param path relative to the root
 * @throws OutputError for a symbolic link, also on the way, a folder, and what is no text
 */
export async function readOwnFile(repository: Repository, path: string): Promise<string | null> {
  try {
    return await readInWorkingTree(repository, path);
  } catch (error) {
    if (!(error instanceof UnreadableProfile)) throw error;
    throw new OutputError(`${path} cannot be used: ${error.message}.`, {
      hint: 'Nothing was written.',
    });
  }
}
