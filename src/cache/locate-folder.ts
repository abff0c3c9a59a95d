import { realpathSync } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The user's own folder for what can be made again; `null` where there is none. Pure. */
export function userCacheFolder(env: Environment, platform: NodeJS.Platform): string | null {
  const { LOCALAPPDATA, XDG_CACHE_HOME, HOME } = env;
  // What is not absolute is to be ignored: XDG Base Directory Specification, "Basics".
  const isFolder = (folder: string | undefined): folder is string =>
    folder !== undefined && path.isAbsolute(folder);
  if (platform === 'win32') return isFolder(LOCALAPPDATA) ? path.join(LOCALAPPDATA, 'codescene-pr') : null;
  if (isFolder(XDG_CACHE_HOME)) return path.join(XDG_CACHE_HOME, 'codescene-pr');
  return isFolder(HOME) ? path.join(HOME, '.cache', 'codescene-pr') : null;
}

/** Whether a folder lies in another one or is it, whatever symbolic links lead there. It need not be there yet. */
export function liesWithin(folder: string, root: string): boolean {
  const relative = path.relative(realPath(root), realPath(folder));
  return relative === '' || !(relative.split(path.sep)[0] === '..' || path.isAbsolute(relative));
}

function realPath(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    const parent = path.dirname(folder);
    return parent === folder ? folder : path.join(realPath(parent), path.basename(folder));
  }
}
