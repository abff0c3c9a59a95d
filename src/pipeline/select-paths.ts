import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import type { ChangedFile } from '../model/source.ts';

/**
 * The changed files below the given files and folders; all where none is given.
 * @param paths relative to `cwd`, as typed
 * @throws UsageError for a path outside of the repository
 */
export function selectPaths(
  changed: readonly ChangedFile[],
  paths: readonly string[],
  folders: { readonly cwd: string; readonly root: string },
): readonly ChangedFile[] {
  return selectBelow(
    changed,
    paths.map((path) => toRepositoryPath(path, folders)),
  );
}

/** The same for files and folders as git has them. Pure. */
export function selectBelow(
  changed: readonly ChangedFile[],
  tops: readonly string[],
): readonly ChangedFile[] {
  if (tops.length === 0) return changed;
  return changed.filter((file) =>
    [file.old?.path, file.new?.path].some(
      (path) => path !== undefined && tops.some((top) => isBelow(path, top)),
    ),
  );
}

/**
 * A path as typed, as git has it; empty for the repository itself.
 * @throws UsageError for a path outside of the repository
 */
export function toRepositoryPath(path: string, { cwd, root }: { cwd: string; root: string }): string {
  const inside = relative(root, resolve(cwd, path)).split(sep).join('/');
  if (inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside)) return inside;
  throw new UsageError(`${path} is outside of the repository ${root}.`, {
    hint: 'Name files and folders of the repository.',
  });
}

/** Whether a path is a file or folder itself, or stands below it. */
export const isBelow = (path: string, top: string) =>
  top === '' || path === top || path.startsWith(`${top}/`);
