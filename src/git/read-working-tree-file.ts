import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import path from 'node:path';
import { type Content, defaultMaxBytes } from './content.ts';
import { encodePath, type PathText } from './path-text.ts';
import type { Repository } from './repository.ts';

const missing: Content = { kind: 'missing' };
const separator = Buffer.from('/');

/** What a system error means: gone or never a regular file, or there but refused. */
function contentOf(error: unknown): Content {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  const isAbsent = ['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR', 'ENXIO', 'ENAMETOOLONG'].includes(code);
  return isAbsent ? missing : { kind: 'unreadable', reason: `the file cannot be read (${code})` };
}

/** The absolute paths of a path's folders, outermost first; `null` where it does not stay below the root. */
function foldersOf(root: string, bytes: Buffer): readonly Buffer[] | null {
  const names = bytes.toString('latin1').split('/');
  // Git's paths are divided by `/`; where the system has another separator, a name that holds it would lead elsewhere.
  if (names.some((name) => ['', '.', '..'].includes(name) || name.includes(path.sep))) return null;
  const folders: Buffer[] = [];
  let folder = Buffer.from(root);
  for (const name of names.slice(0, -1)) {
    folder = Buffer.concat([folder, separator, Buffer.from(name, 'latin1')]);
    folders.push(folder);
  }
  return folders;
}

async function areRealFolders(folders: readonly Buffer[]): Promise<boolean> {
  for (const folder of folders) {
    if (!(await lstat(folder)).isDirectory()) return false;
  }
  return true;
}

async function readOpened(file: FileHandle, maxBytes: number): Promise<Content> {
  const stats = await file.stat();
  if (!stats.isFile()) return missing;
  if (stats.size > maxBytes) return { kind: 'too-large', size: stats.size };
  return { kind: 'bytes', bytes: await file.readFile() };
}

/**
 * A regular file's bytes as they stand in the working tree. Symbolic links are never followed, neither the
 * file itself nor a folder on the way, because they can lead out of the repository; devices and pipes are
 * not opened for reading. All of these are `missing`.
 *
 * @param path as `ChangedFile` has it, with its `pathIsExact`
 */
export async function readWorkingTreeFile(
  repository: Pick<Repository, 'root'>,
  { text, isExact }: PathText,
  maxBytes: number = defaultMaxBytes,
): Promise<Content> {
  const bytes = encodePath({ text, isExact });
  const folders = foldersOf(repository.root, bytes);
  if (folders === null || bytes.includes(0)) return missing;
  try {
    if (!(await areRealFolders(folders))) return missing;
    const name = Buffer.concat([Buffer.from(repository.root), separator, bytes]);
    // Windows opens links whatever the flags say.
    if ((await lstat(name)).isSymbolicLink()) return missing;
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const file = await open(name, flags);
    try {
      return await readOpened(file, maxBytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    return contentOf(error);
  }
}
