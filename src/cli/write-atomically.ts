import { randomUUID } from 'node:crypto';
import { fstatSync, rmSync, type Stats } from 'node:fs';
import { chmod, readlink, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { onExit } from 'signal-exit';
import { OutputError } from '../errors.ts';

/**
 * Writes a file so that a reader sees the old one or the whole new one, with the old one's permissions. A symbolic link
 * stays one: where it leads is written. What is no regular file (a device, a pipe, `/dev/stdout`) is written to and
 * never replaced.
 * @param file absolute
 * @param what begins the sentence of the error
 * @throws OutputError where it cannot be written
 */
export async function writeAtomically(file: string, text: string, what: string): Promise<void> {
  try {
    const old = await statOf(file);
    if (old !== null && (!old.isFile() || isBehindDevice(file))) await writeInto(file, old, text);
    else await replace(await followLinks(file), old, text);
  } catch (error) {
    throw new OutputError(`${what} could not be written to ${file}.`, {
      reason: (error as Error).message,
      hint: 'Name a file in a folder that is there and can be written to.',
      cause: error,
    });
  }
}

async function statOf(file: string): Promise<Stats | null> {
  return unlessMissing(stat(file));
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** `/dev/stdout` and `/dev/fd/3` may lead to a regular file that somebody else writes to as well. */
function isBehindDevice(file: string): boolean {
  return /^\/(?:dev|proc)\//.test(file);
}

/** The file that a path leads to, which need not be there yet: the path itself where it is no link. */
async function followLinks(file: string): Promise<string> {
  const real = await unlessMissing(realpath(file));
  if (real !== null) return real;
  const link = await readlink(file).catch(() => null);
  return link === null ? file : followLinks(resolve(dirname(file), link));
}

async function replace(file: string, old: Stats | null, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  const remove = (): void => rmSync(temporary, { force: true });
  // Also where a signal ends the process meanwhile.
  const forget = onExit(remove);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    if (old !== null) await chmod(temporary, old.mode & 0o777);
    await rename(temporary, file);
  } catch (error) {
    removeQuietly(remove);
    throw error;
  } finally {
    forget();
  }
}

/** Where a folder on the way is a file, there is nothing to remove. */
function removeQuietly(remove: () => void): void {
  try {
    remove();
  } catch {}
}

async function writeInto(file: string, stats: Stats, text: string): Promise<void> {
  const stream = standardStreamOf(stats);
  if (stream === null) await writeFile(file, text);
  else await writeToStream(stream, text);
}

/** The stream of this process that already leads there: what is written through it stands in the right order. */
function standardStreamOf({ dev, ino }: Stats): NodeJS.WriteStream | null {
  const streams = [process.stdout, process.stderr];
  const isSame = (descriptor: number): boolean => {
    try {
      const own = fstatSync(descriptor);
      return own.dev === dev && own.ino === ino;
    } catch {
      return false;
    }
  };
  return streams.find(({ fd }) => isSame(fd)) ?? null;
}

/** A reader that has seen enough and closed the pipe is no failure, as for the report on stdout. */
function writeToStream(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((done, fail) => {
    stream.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') fail(error);
      else done();
    });
  });
}
