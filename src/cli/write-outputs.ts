import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { OutputError } from '../errors.ts';
import type { FormatName } from '../render/format-names.ts';
import type { OutputRequest } from './option-values.ts';

/** Gives the report as a text for a file, in one format. */
export type RenderToFile = (format: FormatName) => string;

/**
 * Writes the report to each file asked for, atomically: a reader sees the old file or the whole new one.
 * @returns `true` once all are written
 * @throws OutputError for a file that cannot be written
 */
export async function writeOutputs(
  render: RenderToFile,
  outputs: readonly OutputRequest[],
  cwd: string,
): Promise<boolean> {
  for (const { format, path } of outputs) {
    await writeAtomically(resolve(cwd, path), render(format));
  }
  return true;
}

async function writeAtomically(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new OutputError(`The report could not be written to ${file}.`, {
      reason: (error as Error).message,
      hint: 'Name a file in a folder that is there and can be written to.',
      cause: error,
    });
  }
}
