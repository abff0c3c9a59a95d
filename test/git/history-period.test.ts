import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createRepository,
  type TestRepository,
  temporaryFolder,
  useRepository,
} from '../helpers/create-repository.ts';
import { changesOf, historyOf } from './history-of.ts';

const day = 24 * 60 * 60;

/** Commits a new line of `a.ts` at a time of its own. */
function commitAt(repository: TestRepository, time: number, text: string): string {
  return useRepository(repository.root, time - 60).commit(text, { 'a.ts': `${text}\n` });
}

describe('readHistory over a year', () => {
  it('reads the newest 2,000 commits of a busier year', async () => {
    const repository = createRepository();
    repository.commit('start');
    const tip = repository.extend('busy', 2_010);
    const { commits, isComplete } = await historyOf(repository, tip);
    expect(commits).toHaveLength(2_000);
    expect(isComplete).toBe(true);
  });

  it('reaches back 365 days from the date of the tip, whatever today is', async () => {
    const repository = createRepository();
    const time = 1_000_000_000;
    commitAt(repository, time - 367 * day, 'root');
    commitAt(repository, time - 365 * day - 1, 'too old');
    commitAt(repository, time - 365 * day, 'just within');
    const tip = commitAt(repository, time, 'tip');
    expect(await changesOf(repository, tip)).toEqual(['modified a.ts', 'modified a.ts']);
  });

  it('is not misled by single commits whose clock was wrong', async () => {
    const repository = createRepository();
    const time = 1_600_000_000;
    commitAt(repository, time, 'root');
    commitAt(repository, time + day, 'one');
    commitAt(repository, 200_000_000, 'in 1976');
    commitAt(repository, time + 2 * day, 'two');
    commitAt(repository, time + 3000 * day, 'in the future');
    const tip = commitAt(repository, time + 3 * day, 'tip');
    expect(await changesOf(repository, tip)).toHaveLength(5);
  });

  it('ends where only older commits come, and leaves them unread', async () => {
    const repository = createRepository();
    repository.commit('start');
    repository.extend('main2', 500);
    repository.checkout('main2');
    const tip = commitAt(repository, 1_900_000_000, 'years later');
    expect(await changesOf(repository, tip)).toEqual(['added a.ts']);
  });

  it('knows whether a shallow clone is cut off within the year', async () => {
    const origin = createRepository();
    const time = 1_600_000_000;
    commitAt(origin, time - 500 * day, 'root');
    commitAt(origin, time - 400 * day, 'before the year');
    commitAt(origin, time - 20 * day, 'within');
    commitAt(origin, time, 'tip');
    const cloneOf = (depth: number) => {
      const root = path.join(temporaryFolder(), 'clone');
      origin.git('clone', '--quiet', `--depth=${depth}`, `file://${origin.root}`, root);
      return useRepository(root);
    };
    const cut = await historyOf(cloneOf(2));
    expect(cut.isComplete).toBe(false);
    expect(cut.commits.map(({ changes }) => changes.length)).toEqual([1, 0]);
    const enough = await historyOf(cloneOf(3));
    expect(enough).toEqual({ ...(await historyOf(origin)), isComplete: true });
    expect(enough.commits).toHaveLength(2);
  });
});
