import { resolve } from 'node:path';
import type { FormatName } from '../render/format-names.ts';
import type { OutputRequest } from './option-values.ts';
import { writeAtomically } from './write-atomically.ts';

/** Gives the report as a text for a file, in one format. */
export type RenderToFile = (format: FormatName) => string;

/** What is tried: `false` where it failed, which has been said then. */
type Attempt = (action: () => Promise<boolean>) => Promise<boolean>;

/**
 * Writes the report to each file asked for, atomically: a reader sees the old file or the whole new one. One that
 * cannot be written keeps no other from being written.
 * @returns whether all are written
 */
export async function writeOutputs(
  render: RenderToFile,
  outputs: readonly OutputRequest[],
  { cwd, attempt }: { readonly cwd: string; readonly attempt: Attempt },
): Promise<boolean> {
  const done: boolean[] = [];
  for (const { format, path } of outputs) {
    const write = async () => {
      await writeAtomically(resolve(cwd, path), render(format), 'The report');
      return true;
    };
    done.push(await attempt(write));
  }
  return done.every(Boolean);
}
