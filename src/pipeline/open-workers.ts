import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Repository, readBlobSizes } from '../git/index.ts';
import { chooseJobs } from '../measurement/choose-jobs.ts';
import type { SideToRead } from '../measurement/sides-to-measure.ts';
import type { WorkerPool } from '../measurement/worker-pool.ts';
import { examineMachine } from './examine-machine.ts';

/** Fewer sides than this are never so large that it pays off to ask for their sizes. */
const minSides = 500;

/**
 * The threads that measure sides; `null` where they are measured without.
 * @param asked how many the user wants; as many as pay off where left out
 * @throws GitError where git cannot say how large the contents are
 */
export async function openWorkers(
  repository: Repository,
  sides: readonly SideToRead[],
  asked: number | undefined,
): Promise<WorkerPool | null> {
  const jobs = Math.min(sides.length, asked ?? (await countJobs(repository, sides)));
  if (jobs <= 1) return null;
  const { createWorkerPool } = await import('../measurement/worker-pool.ts');
  return createWorkerPool({ jobs, script: new URL('./measure-worker.js', import.meta.url) });
}

async function countJobs(repository: Repository, sides: readonly SideToRead[]): Promise<number> {
  if (sides.length < minSides) return 1;
  return chooseJobs(await countBytes(repository, sides), examineMachine());
}

async function countBytes(repository: Repository, sides: readonly SideToRead[]): Promise<number> {
  const sizes = await Promise.all([
    readBlobSizes(
      repository,
      sides.flatMap(({ blob }) => blob ?? []),
    ).then((byId) => [...byId.values()]),
    ...sides
      .filter(({ blob, pathIsExact }) => blob === null && pathIsExact)
      .map((side) => sizeOf(path.join(repository.root, side.path))),
  ]);
  return sizes.flat().reduce((sum, size) => sum + size, 0);
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
