import { resolve } from 'node:path';
import type { FormatName } from '../render/format-names.ts';
import type { OutputRequest } from './option-values.ts';
import { writeAtomically } from './write-atomically.ts';

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
    await writeAtomically(resolve(cwd, path), render(format), 'The report');
  }
  return true;
}
