import { readFile, stat } from 'node:fs/promises';
import { UnreadableProfile } from '../config/index.ts';
import {
  type Content,
  findObstacleAt,
  findObstacleInWorkingTree,
  type Obstacle,
  type Repository,
  readFileAt,
  readWorkingTreeFile,
} from '../git/index.ts';

/** Larger files are not read: no profile comes near. */
const maxBytes = 1024 * 1024;

/**
 * The text of a profile file at a commit; `null` where nothing stands there.
 * @throws UnreadableProfile for what is there and is no profile file
 */
export async function readCommitted(
  repository: Repository,
  commit: string,
  path: string,
): Promise<string | null> {
  if (path === '') throw folder();
  const bytes = await readFileAt(repository, commit, path);
  return bytes ? decode(bytes) : missing(path, await findObstacleAt(repository, commit, path));
}

/** The same in the working tree. Symbolic links are not followed. */
export async function readInWorkingTree(repository: Repository, path: string): Promise<string | null> {
  if (path === '') throw folder();
  const content = await readWorkingTreeFile(repository, { text: path, isExact: true }, maxBytes);
  if (content.kind === 'missing') return missing(path, await findObstacleInWorkingTree(repository, path));
  return textOf(content);
}

/** The same for a file outside of the repository. */
export async function readOnDisk(path: string): Promise<string | null> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw folder();
    if (!stats.isFile()) throw new UnreadableProfile('it is no regular file');
    return textOf(
      stats.size > maxBytes
        ? { kind: 'too-large', size: stats.size }
        : { kind: 'bytes', bytes: await readFile(path) },
    );
  } catch (error) {
    if (error instanceof UnreadableProfile) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new UnreadableProfile(`it cannot be read (${code})`);
  }
}

function folder(): UnreadableProfile {
  return new UnreadableProfile('it is a folder');
}

const obstacles: Readonly<Record<Obstacle['kind'], string>> = {
  'symbolic-link': 'is a symbolic link, and links are not followed: put the file itself there',
  folder: 'is a folder',
  submodule: 'is a submodule',
  'special-file': 'is no regular file',
};

function missing(path: string, obstacle: Obstacle | null): null {
  if (!obstacle) return null;
  const name = obstacle.path === path ? 'it' : `"${obstacle.path}"`;
  throw new UnreadableProfile(`${name} ${obstacles[obstacle.kind]}`);
}

function textOf(content: Exclude<Content, { kind: 'missing' }>): string {
  if (content.kind === 'unreadable') throw new UnreadableProfile(content.reason);
  if (content.kind === 'too-large') throw tooLarge(content.size);
  return decode(content.bytes);
}

function tooLarge(size: number): UnreadableProfile {
  return new UnreadableProfile(`it has ${size} bytes, and at most ${maxBytes} are read`);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string {
  if (bytes.length > maxBytes) throw tooLarge(bytes.length);
  const mark = bytes.subarray(0, 2).toString('latin1');
  if (mark === '\xff\xfe' || mark === '\xfe\xff') {
    throw new UnreadableProfile('it is encoded as UTF-16: save it as UTF-8');
  }
  try {
    return utf8.decode(bytes);
  } catch {
    throw new UnreadableProfile(`line ${firstWrongLine(bytes)} is not UTF-8: save it as UTF-8`);
  }
}

/** 1-based. A line feed is never part of another character. */
function firstWrongLine(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  return lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))) + 1;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
