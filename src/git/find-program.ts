import { accessSync, constants } from 'node:fs';
import path from 'node:path';

function canBeStarted(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of git in the first folder that has it; `null` where none has. */
export function findProgram(searchPath: string, platform: NodeJS.Platform = process.platform): string | null {
  const name = platform === 'win32' ? 'git.exe' : 'git';
  const folders = searchPath.split(path.delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => path.join(folder, name)).find(canBeStarted) ?? null;
}

/**
 * What is started as git: the name, which the system looks up in the search path alone; on Windows the whole path,
 * because a name is looked for in the current folder first there, and what stands in it is the pull request's. A
 * script (`git.cmd`) is none, because a shell would run it. `null` where there is nothing to start.
 */
export function programToStart(
  searchPath: string,
  platform: NodeJS.Platform = process.platform,
): string | null {
  return platform === 'win32' ? findProgram(searchPath, platform) : 'git';
}
