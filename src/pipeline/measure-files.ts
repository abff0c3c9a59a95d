import type { Repository } from '../git/index.ts';
import { loadMeasurer } from '../languages/index.ts';
import type { KnownSides } from '../measurement/known-sides.ts';
import { measureEach, measureSides, type Sources } from '../measurement/measure-sides.ts';
import { type SideToRead, sidesToMeasure } from '../measurement/sides-to-measure.ts';
import type { MeasuredFile, SelectedFile, SideResult } from '../model/measured-file.ts';
import { openWorkers } from './open-workers.ts';
import { readSides } from './read-sides.ts';

/** How files are measured. None of it makes a difference to what comes of them. */
export interface MeasuringOptions {
  /** What need not be measured; nothing where left out. */
  readonly known?: KnownSides | undefined;
  /** Count of threads; as many as pay off where left out. */
  readonly jobs?: number | undefined;
}

/** Measures both sides of files of a repository, in the order given. */
export async function* measureFiles(
  repository: Repository,
  files: readonly SelectedFile[],
  options: MeasuringOptions,
): AsyncGenerator<MeasuredFile> {
  yield* measureSides(files, await openSources(repository, files.flatMap(sidesToMeasure), options));
}

/** Measures single sides of files of a repository, in the order given. */
export async function* measureOneByOne(
  repository: Repository,
  sides: readonly SideToRead[],
  options: MeasuringOptions,
): AsyncGenerator<SideResult> {
  yield* measureEach(sides, await openSources(repository, sides, options));
}

async function openSources(
  repository: Repository,
  sides: readonly SideToRead[],
  { known, jobs }: MeasuringOptions,
): Promise<Sources> {
  const workers = await openWorkers(repository, sides, jobs);
  return { readSides: readSides.bind(null, repository), loadMeasurer, known, workers };
}
