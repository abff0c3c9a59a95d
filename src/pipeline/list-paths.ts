import { type Head, listFiles, type Repository } from '../git/index.ts';
import type { ChangedFile } from '../model/source.ts';

/** The path of every file of a side; of the working tree, untracked ones that are not ignored included. */
export async function listPaths(repository: Repository, head: Head): Promise<readonly string[]> {
  return pathsOf(await listFiles(repository, head));
}

/** The paths that files have on the new side. */
export function pathsOf(files: readonly ChangedFile[]): readonly string[] {
  return files.flatMap(({ new: side }) => (side ? [side.path] : []));
}
