import { constants, type FileHandle, open } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { quoted } from '../git/index.ts';
import { version } from '../version.ts';

/** A result of a thousand changed files has a few MB; a file that is larger is more likely something else. */
export const maxMegabytes = 50;
const bytesPerMegabyte = 1024 * 1024;

/** What a file is called in messages. */
interface FileWords {
  /** As it was given. */
  readonly name: string;
  /** What should be in it. */
  readonly kind: 'result file' | 'partial result';
  readonly hint: string;
}

/** Whether a text is more than `readUntrustedFile` would read. */
export function isTooLarge(text: string): boolean {
  return Buffer.byteLength(text) > maxMegabytes * bytesPerMegabyte;
}

/**
 * Reads the text of a file that need not be trusted: whoever could change the step that wrote it could write anything.
 * @param file absolute
 * @throws UsageError where it cannot be read, is no regular file, too large, or not UTF-8
 */
export async function readUntrustedFile(file: string, words: FileWords): Promise<string> {
  return decode(await readBytes(file, words), words);
}

/**
 * Another version measures and judges by other rules: its results must not be mixed with those of this one.
 * @param command what writes such a file
 * @throws UsageError where it was another tool or version
 */
export function refuseOtherTool(
  tool: { readonly name: string; readonly version: string },
  name: string,
  command: string,
): void {
  if (tool.name === 'codescene-pr' && tool.version === version) return;
  throw new UsageError(`${quoted(name)} was written by ${quoted(`${tool.name} ${tool.version}`)}.`, {
    reason: `This is codescene-pr ${version}.`,
    hint: `Use the same version in every step: npx --yes codescene-pr@${version} ${command}.`,
  });
}

async function readBytes(file: string, words: FileWords): Promise<Buffer> {
  try {
    // Without waiting, a pipe that nobody writes to would never be opened.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return await readRegular(handle, words);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = 'an unknown error' } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    throw unreadable(words, isMissing ? 'There is no such file.' : `The system says ${code}.`, error);
  }
}

async function readRegular(handle: FileHandle, words: FileWords): Promise<Buffer> {
  const stats = await handle.stat();
  if (stats.isDirectory()) throw unreadable(words, 'It is a folder.');
  if (!stats.isFile()) throw unreadable(words, 'It is no regular file.');
  if (stats.size > maxMegabytes * bytesPerMegabyte) {
    throw unreadable(words, `It has ${stats.size} bytes, and a result has at most ${maxMegabytes} MB.`);
  }
  // No further than it was when it was looked at, should it grow.
  const bytes = Buffer.alloc(stats.size);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

function unreadable({ name, kind, hint }: FileWords, reason: string, cause?: unknown): UsageError {
  return new UsageError(`The ${kind} ${quoted(name)} cannot be read.`, { reason, hint, cause });
}

function decode(bytes: Buffer, words: FileWords): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable(words, 'It is not UTF-8.', error);
  }
}
