import type { CacheSettings } from '../cache/index.ts';
import type { Repository } from '../git/index.ts';
import { type KnownSides, knownKeyOf } from '../measurement/known-sides.ts';
import { measureEach, measureSides, type Sources } from '../measurement/measure-sides.ts';
import { type SideToRead, sidesToMeasure } from '../measurement/sides-to-measure.ts';
import type { MeasuredFile, SelectedFile, SideResult } from '../model/measured-file.ts';
import { openCache } from './open-cache.ts';
import { openWorkers } from './open-workers.ts';
import { readSides } from './read-sides.ts';

/** How files are measured. None of it makes a difference to what comes of them. */
export interface MeasuringOptions {
  /** What other machines found out; takes the place of the cache where it is given. */
  readonly known?: KnownSides | undefined;
  /** Where results of earlier runs are kept; nowhere where left out. */
  readonly cache?: CacheSettings | null | undefined;
  /** Count of threads; as many as pay off where left out. */
  readonly jobs?: number | undefined;
}

/**
 * Measures both sides of files of a repository, in the order given.
 * @throws UsageError for a cache inside the repository
 */
export function measureFiles(
  repository: Repository,
  files: readonly SelectedFile[],
  options: MeasuringOptions,
): AsyncGenerator<MeasuredFile> {
  const sides = files.flatMap(sidesToMeasure);
  return measureWith({ repository, sides, options }, (sources) => measureSides(files, sources));
}

/** Measures single sides of files of a repository, in the order given. */
export function measureOneByOne(
  repository: Repository,
  sides: readonly SideToRead[],
  options: MeasuringOptions,
): AsyncGenerator<SideResult> {
  return measureWith({ repository, sides, options }, (sources) => measureEach(sides, sources));
}

interface Work {
  readonly repository: Repository;
  readonly sides: readonly SideToRead[];
  readonly options: MeasuringOptions;
}

async function* measureWith<T>(
  { repository, sides, options }: Work,
  measure: (sources: Sources) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const { results, loadMeasurer, close } = openCache(options.cache ?? null, repository.root);
  const known = options.known ?? results;
  try {
    const unknown = sides.filter((side) => knownKeyOf(side, known) === null);
    const workers = await openWorkers(repository, unknown, options.jobs);
    yield* measure({ readSides: readSides.bind(null, repository), loadMeasurer, known, workers });
  } finally {
    close();
  }
}
