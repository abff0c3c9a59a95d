import { constants, type FileHandle, open } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { quoted } from '../git/index.ts';
import type { Report } from '../model/report.ts';
import type { ReviewReport } from '../model/review.ts';
import { parseResult } from '../result/index.ts';
import { version } from '../version.ts';

/** A result of a thousand changed files has a few MB; a file that is larger is more likely something else. */
const maxMegabytes = 50;
const bytesPerMegabyte = 1024 * 1024;

const hint = 'Name the file that "codescene-pr check --output json=<path>" wrote in an earlier step.';

/**
 * Reads the result of a check from a file that need not be trusted: whoever could change the step that wrote it could
 * write anything.
 * @param file absolute
 * @param name as it was given, for messages
 * @throws UsageError where it cannot be read, is too large, or is no result of a check by this version
 */
export async function readResultFile(file: string, name: string): Promise<Report> {
  const result = parseResult(decode(await readBytes(file, name), name), name);
  if (isReview(result)) {
    throw new UsageError(`${quoted(name)} is the result of a review, which is not published.`, { hint });
  }
  refuseOtherTool(result, name);
  return result;
}

function isReview(result: Report | ReviewReport): result is ReviewReport {
  return 'kind' in result;
}

/** Another version measures and judges by other rules: its result must not be judged by those of this one. */
function refuseOtherTool({ tool }: Report, name: string): void {
  if (tool.name === 'codescene-pr' && tool.version === version) return;
  throw new UsageError(`${quoted(name)} was written by ${quoted(`${tool.name} ${tool.version}`)}.`, {
    reason: `This is codescene-pr ${version}.`,
    hint: `Use the same version in every step: npx --yes codescene-pr@${version} check --output json=<path>.`,
  });
}

async function readBytes(file: string, name: string): Promise<Buffer> {
  try {
    // Without waiting, a pipe that nobody writes to would never be opened.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return await readRegular(handle, name);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = 'an unknown error' } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    throw unreadable(name, isMissing ? 'There is no such file.' : `The system says ${code}.`, error);
  }
}

async function readRegular(handle: FileHandle, name: string): Promise<Buffer> {
  const stats = await handle.stat();
  if (stats.isDirectory()) throw unreadable(name, 'It is a folder.');
  if (!stats.isFile()) throw unreadable(name, 'It is no regular file.');
  if (stats.size > maxMegabytes * bytesPerMegabyte) {
    throw unreadable(name, `It has ${stats.size} bytes, and a result has at most ${maxMegabytes} MB.`);
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

function unreadable(name: string, reason: string, cause?: unknown): UsageError {
  return new UsageError(`The result file ${quoted(name)} cannot be read.`, { reason, hint, cause });
}

function decode(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable(name, 'It is not UTF-8.', error);
  }
}
