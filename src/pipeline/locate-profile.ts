import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** A file as the repository names it, or one outside of the repository by its absolute path. */
export type ProfileLocation =
  | { readonly isInside: true; readonly path: string }
  | { readonly isInside: false; readonly path: string };

/**
 * Whether a file belongs to the repository: by its name, or by where links on the way to it lead. What a pull request
 * brings along must not pass for a file of the machine by a detour.
 *
 * @param file absolute
 * @param root the repository's top folder, without symbolic links
 */
export async function locateProfile(file: string, root: string): Promise<ProfileLocation> {
  const path = pathBelow(root, file) ?? pathBelow(root, await realPathOf(file));
  return path === null ? { isInside: false, path: file } : { isInside: true, path };
}

/** `/`-separated and relative to the root; `null` for a file that is not below it. */
function pathBelow(root: string, file: string): string | null {
  const path = relative(root, file);
  if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return null;
  return path.split(sep).join('/');
}

/** The path without links, as far as it exists: a file may be missing here and stand on the target's side. */
async function realPathOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    const folder = dirname(file);
    return folder === file ? file : join(await realPathOf(folder), basename(file));
  }
}
