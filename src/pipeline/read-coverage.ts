import { constants, open, realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { CoverageProblem, LocatedReport } from '../coverage/index.ts';
import { CoverageError } from '../errors.ts';
import { quoted } from '../git/index.ts';

interface Folders {
  readonly cwd: string;
  readonly root: string;
}

/** Coverage of a large repository is some MB; a file that is larger is more likely something else. */
const maxMegabytes = 100;
const bytesPerMegabyte = 1024 * 1024;

/**
 * Reads the coverage files that the user named, one after the other.
 * @param files relative to `cwd`, as typed
 * @throws CoverageError where one cannot be read, or is no coverage file
 */
export async function readCoverageFiles(
  files: readonly string[],
  folders: Folders,
): Promise<readonly LocatedReport[]> {
  const reports: LocatedReport[] = [];
  for (const file of files) reports.push(await readCoverageFile(file, folders));
  return reports;
}

async function readCoverageFile(name: string, { cwd, root }: Folders): Promise<LocatedReport> {
  const file = resolve(cwd, name);
  const { parseCoverage } = await import('../coverage/parse-coverage.ts');
  const { report, problem } = parseCoverage(decode(await readBytes(file, name)));
  if (problem) throw brokenFile(name, problem);
  const folder = await realpath(dirname(file));
  return { name, report, place: { root, folders: foldersOf(folder, { cwd, root }) } };
}

/** Where relative paths can start: the file's folder and those around it inside of the repository, then `cwd`. */
function foldersOf(folder: string, { cwd, root }: Folders): readonly string[] {
  const around: string[] = [];
  for (let each = folder; each.startsWith(`${root}/`); each = dirname(each)) around.push(each);
  return [...new Set([...around, cwd, root])];
}

async function readBytes(file: string, name: string): Promise<Buffer> {
  try {
    // Without waiting, a pipe that nobody writes to would never be opened.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (stats.isDirectory()) throw unreadable(name, 'It is a folder.');
      if (!stats.isFile()) throw unreadable(name, 'It is no regular file.');
      if (stats.size > maxMegabytes * bytesPerMegabyte) throw tooLarge(name, stats.size);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof CoverageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw missing(name, error);
    throw unreadable(name, `The system says ${code ?? 'nothing more'}.`, error);
  }
}

/** Windows' shells write UTF-16 with a byte order mark; all else is UTF-8. */
function decode(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return isUtf16 ? new TextDecoder('utf-16le').decode(bytes) : bytes.toString('utf8');
}

function missing(name: string, cause: unknown): CoverageError {
  return new CoverageError(`There is no coverage file ${quoted(name)}.`, {
    reason: 'The path is relative to the current folder.',
    hint: 'Run the tests with coverage before this step, and name the file that they write, such as coverage/lcov.info.',
    cause,
  });
}

function unreadable(name: string, reason: string, cause?: unknown): CoverageError {
  return new CoverageError(`The coverage file ${quoted(name)} cannot be read.`, {
    reason,
    hint: 'Name a file, such as coverage/lcov.info.',
    cause,
  });
}

function tooLarge(name: string, size: number): CoverageError {
  return new CoverageError(`The coverage file ${quoted(name)} is too large.`, {
    reason: `It has ${Math.ceil(size / bytesPerMegabyte)} MB; at most ${maxMegabytes} MB are read.`,
    hint: 'Give one file for each part of the repository: --coverage can be repeated.',
  });
}

function brokenFile(name: string, { message, line, hint }: CoverageProblem): CoverageError {
  const place = line === null ? '' : ` (line ${line})`;
  return new CoverageError(`The coverage file ${quoted(name)}${place} ${message}`, { hint });
}
