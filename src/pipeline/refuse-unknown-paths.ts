import { UsageError } from '../errors.ts';
import { quoted } from '../git/index.ts';
import type { ChangedFile } from '../model/source.ts';
import { nearest } from '../text/nearest.ts';
import { isBelow, toRepositoryPath } from './select-paths.ts';

interface Listing {
  readonly files: readonly ChangedFile[];
  /** Completes "There is no … in". */
  readonly place: string;
}

/**
 * Makes sure that every path is a file of the listing or a folder around one.
 * @param paths relative to `cwd`, as typed
 * @throws UsageError for the first path that is neither, with the nearest one that is
 */
export function refuseUnknownPaths(
  { files, place }: Listing,
  paths: readonly string[],
  folders: { readonly cwd: string; readonly root: string },
): void {
  const known = files.flatMap(({ new: side }) => (side ? [side.path] : []));
  for (const path of paths) {
    const wanted = toRepositoryPath(path, folders);
    if (wanted === '' || known.some((file) => isBelow(file, wanted))) continue;
    const suggestion = nearest(wanted, [...known, ...foldersOf(known)]);
    throw new UsageError(`There is no file or folder ${quoted(wanted)} in ${place}.`, {
      reason: 'Files that git ignores and folders without a file are not looked at.',
      hint:
        suggestion === null ? 'Paths are relative to the current folder.' : `Did you mean "${suggestion}"?`,
    });
  }
}

function foldersOf(files: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const file of files) {
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
      folders.add(file.slice(0, end));
    }
  }
  return [...folders];
}
