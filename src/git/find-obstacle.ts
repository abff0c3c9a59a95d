import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { gitFailure, quoted } from './describe-output.ts';
import { nulFields } from './nul-fields.ts';
import type { Repository } from './repository.ts';

/** What can stand where a regular file is looked for. */
export interface Obstacle {
  readonly kind: 'symbolic-link' | 'folder' | 'submodule' | 'special-file';
  /** The path itself, or that of a folder on the way. */
  readonly path: string;
}

/** A path's folders, outermost first, and the path. */
function stepsOf(file: string): readonly string[] {
  const names = file.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

type Entry = Obstacle['kind'] | 'file';

/** Walks down to a path; `null` where nothing stands there, or a regular file does. */
async function walk(
  file: string,
  entryAt: (step: string) => Promise<Entry | null>,
): Promise<Obstacle | null> {
  for (const step of stepsOf(file)) {
    const kind = await entryAt(step);
    if (kind === null || kind === 'file') return null;
    if (kind !== 'folder' || step === file) return { kind, path: step };
  }
  return null;
}

const kinds: Readonly<Record<string, Entry>> = {
  '040000': 'folder',
  '120000': 'symbolic-link',
  '160000': 'submodule',
};

/**
 * What stands at a path of a commit, or at a folder on the way, instead of a regular file; `null` for nothing.
 * To be asked once `readFileAt` has found no file.
 *
 * @param file repository-relative, `/`-separated
 * @throws GitError where git fails
 */
export function findObstacleAt(
  repository: Repository,
  commit: string,
  file: string,
): Promise<Obstacle | null> {
  return walk(file, async (step) => {
    const result = await repository.run(['ls-tree', '-z', '--full-tree', commit, '--', step]);
    if (result.exitCode !== 0) throw gitFailure(`The file ${quoted(step)} could not be looked up.`, result);
    const [entry] = nulFields(result.stdout);
    return entry ? (kinds[entry.toString('latin1').slice(0, 6)] ?? 'file') : null;
  });
}

/** The same in the working tree. */
export function findObstacleInWorkingTree(
  { root }: Pick<Repository, 'root'>,
  file: string,
): Promise<Obstacle | null> {
  return walk(file, async (step) => {
    const stats = await lstat(path.join(root, step)).catch(() => null);
    if (!stats || stats.isFile()) return stats && 'file';
    if (stats.isSymbolicLink()) return 'symbolic-link';
    return stats.isDirectory() ? 'folder' : 'special-file';
  });
}
