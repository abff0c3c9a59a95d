import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onExit } from 'signal-exit';
import { EnvironmentError } from '../errors.ts';
import { quoted } from './describe-output.ts';

/**
 * Calls `action` with an empty folder that no other user can open, and removes it afterwards; also where a signal ends
 * the process meanwhile.
 * @throws EnvironmentError where no folder can be made
 */
export async function withTemporaryFolder<T>(action: (folder: string) => Promise<T>): Promise<T> {
  let folder: string | null = null;
  const remove = (): void => {
    if (folder !== null) removeFolder(folder);
  };
  // Listened for before the folder is there: a signal waits until it can be removed.
  const forget = onExit(remove);
  try {
    folder = makeFolder();
    return await action(folder);
  } finally {
    remove();
    forget();
  }
}

function makeFolder(): string {
  try {
    return mkdtempSync(path.join(tmpdir(), 'codescene-pr-'));
  } catch (error) {
    throw new EnvironmentError(`No temporary folder can be made in ${quoted(tmpdir())}.`, {
      reason: `The system says ${(error as NodeJS.ErrnoException).code ?? 'nothing more'}.`,
      hint: 'Set TMPDIR to a folder that is there, can be written to, and has room.',
      cause: error,
    });
  }
}

/** A process of git that is just being ended may still write. What cannot be removed is no reason to fail. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {}
}
