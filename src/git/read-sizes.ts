import { gitFailure } from './describe-output.ts';
import { encodePath, type PathText } from './path-text.ts';
import type { Repository } from './repository.ts';

const lineFeed = Buffer.from('\n');

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
  if (asked.length === 0) return new Map();
  const start = Buffer.from(`${commit}:`);
  const result = await repository.run(['cat-file', '--buffer', '--batch-check=%(objecttype) %(objectsize)'], {
    input: Buffer.concat(asked.flatMap((path) => [start, encodePath(path), lineFeed])),
  });
  if (result.exitCode !== 0) throw gitFailure('The sizes of files could not be read.', result);
  const answers = result.stdout.toString('latin1').split('\n');
  return new Map(
    asked.flatMap(({ text }, index): (readonly [string, number])[] => {
      const [, size] = /^blob (\d+)$/.exec(answers[index] ?? '') ?? [];
      return size === undefined ? [] : [[text, Number(size)]];
    }),
  );
}
