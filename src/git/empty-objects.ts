import { createHash } from 'node:crypto';
import type { Repository } from './repository.ts';

function emptyObject(repository: Pick<Repository, 'objectFormat'>, type: string): string {
  return createHash(repository.objectFormat).update(`${type} 0\0`).digest('hex');
}

/** The hash of the empty tree, which git always knows: compared with it, every file is an added one. */
export function emptyTreeOf(repository: Pick<Repository, 'objectFormat'>): string {
  return emptyObject(repository, 'tree');
}

/** The hash of the blob without content. */
export function emptyBlobOf(repository: Pick<Repository, 'objectFormat'>): string {
  return emptyObject(repository, 'blob');
}
