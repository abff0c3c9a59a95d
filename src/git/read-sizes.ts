import { gitFailure } from './describe-output.ts';
import { encodePath, type PathText } from './path-text.ts';
import type { Repository } from './repository.ts';

/**
 * Which of the paths are files of a commit, and how many bytes each has: as git stores it, without reading it. A
 * path with a line feed is taken for none, because git takes such a question in lines.
 *
 * @param commit full hash
 * @throws GitError where git cannot say, as in a partial clone that has not fetched them
 */
export async function readSizes(
  repository: Repository,
  commit: string,
  paths: readonly PathText[],
): Promise<ReadonlyMap<string, number>> {
  const asked = paths.filter(({ text }) => !text.includes('\n'));
  const start = Buffer.from(`${commit}:`);
  const sizes = await askSizes(
    repository,
    asked.map((path) => Buffer.concat([start, encodePath(path)])),
  );
  return withSizes(
    asked.map(({ text }) => text),
    sizes,
  );
}

/**
 * How many bytes each of the blobs has, without reading it; one that is not in the clone is left out.
 *
 * @param ids full hashes
 * @throws GitError where git cannot say
 */
export async function readBlobSizes(
  repository: Repository,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const sizes = await askSizes(
    repository,
    ids.map((id) => Buffer.from(id)),
  );
  return withSizes(ids, sizes);
}

/** The size of what each question names, in their order; `null` where that is no blob. */
async function askSizes(
  repository: Repository,
  questions: readonly Uint8Array[],
): Promise<readonly (number | null)[]> {
  if (questions.length === 0) return [];
  const { objects, failure } = await repository.askObjects(questions);
  if (failure !== null) throw gitFailure('The sizes of files could not be read.', failure);
  return objects.map((object) => (object?.type === 'blob' ? object.size : null));
}

function withSizes(names: readonly string[], sizes: readonly (number | null)[]): ReadonlyMap<string, number> {
  return new Map(
    names.flatMap((name, index): (readonly [string, number])[] => {
      const size = sizes[index] ?? null;
      return size === null ? [] : [[name, size]];
    }),
  );
}
