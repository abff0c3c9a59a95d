import type { CacheSettings } from '../cache/index.ts';
import type { Repository } from '../git/index.ts';
import type { KnownSides } from '../measurement/known-sides.ts';
import { measureEach, measureSides, type Sources } from '../measurement/measure-sides.ts';
import type { SideToRead } from '../measurement/sides-to-measure.ts';
import type { MeasuredFile, SelectedFile, SideResult } from '../model/measured-file.ts';
import { openCache } from './open-cache.ts';
import { readSides } from './read-sides.ts';

/** What earlier runs and other machines found out. */
export interface Knowledge {
  /** Takes the place of the cache where it is given. */
  readonly known?: KnownSides | undefined;
  readonly cache?: CacheSettings | null | undefined;
}

/**
 * Measures both sides of files of a repository, one file at a time.
 * @throws UsageError for a cache inside the repository
 */
export function measureFiles(
  repository: Repository,
  files: readonly SelectedFile[],
  knowledge: Knowledge,
): AsyncGenerator<MeasuredFile> {
  return measureWith(repository, knowledge, (sources) => measureSides(files, sources));
}

/** Measures single sides of files of a repository, in the order given. */
export function measureOneByOne(
  repository: Repository,
  sides: readonly SideToRead[],
  knowledge: Knowledge,
): AsyncGenerator<SideResult> {
  return measureWith(repository, knowledge, (sources) => measureEach(sides, sources));
}

async function* measureWith<T>(
  repository: Repository,
  { known, cache }: Knowledge,
  measure: (sources: Sources) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const { results, loadMeasurer, close } = openCache(cache ?? null, repository.root);
  try {
    yield* measure({ readSides: readSides.bind(null, repository), loadMeasurer, known: known ?? results });
  } finally {
    close();
  }
}
