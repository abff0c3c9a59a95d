import type { ChangedFile } from '../model/source.ts';
import { emptyTreeOf } from './empty-objects.ts';
import { type Head, listChangedFiles } from './list-changed-files.ts';
import type { Repository } from './repository.ts';

/**
 * Every file of a commit, of the index or of the working tree, as an added one; sorted by path in code units.
 * What `listChangedFiles` says of untracked files and of kinds holds here too: a file that is deleted in the
 * working tree is not listed.
 *
 * @throws GitError where git fails, or the index has unmerged files
 */
export function listFiles(repository: Repository, head: Head): Promise<readonly ChangedFile[]> {
  return listChangedFiles(repository, emptyTreeOf(repository), head);
}
