import { readHistory } from '../../src/git/read-history.ts';
import type { TestRepository } from '../helpers/create-repository.ts';
import { open } from './open.ts';

/** The history that leads to the tip, which is HEAD by default. */
export async function historyOf(repository: TestRepository, tip = repository.git('rev-parse', 'HEAD')) {
  return readHistory(await open(repository), tip);
}

/** The changes of each commit of a history, as "A path, R old -> new". */
export async function changesOf(repository: TestRepository, tip?: string): Promise<readonly string[]> {
  const { commits } = await historyOf(repository, tip);
  return commits.map(({ changes }) =>
    changes
      .map(({ kind, path: file, oldPath }) => `${kind} ${oldPath === null ? '' : `${oldPath} -> `}${file}`)
      .join(', '),
  );
}
