import type { Repository } from '../git/index.ts';
import { loadMeasurer } from '../languages/index.ts';
import type { KnownSides } from '../measurement/known-sides.ts';
import { measureEach, measureSides } from '../measurement/measure-sides.ts';
import type { SideToRead } from '../measurement/sides-to-measure.ts';
import type { MeasuredFile, SelectedFile, SideResult } from '../model/measured-file.ts';
import { readSides } from './read-sides.ts';

/**
 * Measures both sides of files of a repository, one file at a time.
 * @param known what need not be measured; nothing where left out
 */
export function measureFiles(
  repository: Repository,
  files: readonly SelectedFile[],
  known?: KnownSides,
): AsyncGenerator<MeasuredFile> {
  return measureSides(files, { readSides: readSides.bind(null, repository), loadMeasurer, known });
}

/** Measures single sides of files of a repository, in the order given. */
export function measureOneByOne(
  repository: Repository,
  sides: readonly SideToRead[],
): AsyncGenerator<SideResult> {
  return measureEach(sides, { readSides: readSides.bind(null, repository), loadMeasurer });
}
