import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { OutputError } from '../errors.ts';
import type { Report } from '../model/report.ts';
import { renderers } from '../render/index.ts';
import type { OutputRequest } from './option-values.ts';

/**
 * Writes the report to each file asked for, atomically: a reader sees the old file or the whole new one.
 * @returns `true` once all are written
 * @throws OutputError for a file that cannot be written
 */
export async function writeOutputs(
  report: Report,
  outputs: readonly OutputRequest[],
  cwd: string,
): Promise<boolean> {
  for (const { format, path } of outputs) {
    const text = renderers[format].render(report, { color: false, width: 100, all: true });
    await writeAtomically(resolve(cwd, path), text);
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
