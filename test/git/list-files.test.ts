import { describe, expect, it } from 'vitest';
import { type Head, listFiles, openRepository } from '../../src/git/index.ts';
import { createRepository, type TestRepository, testEnvironment } from '../helpers/create-repository.ts';

async function pathsOf(repository: TestRepository, head: Head) {
  const opened = await openRepository(repository.root, testEnvironment());
  const files = await listFiles(opened, head);
  expect(files.every(({ change, old }) => change === 'added' && old === null)).toBe(true);
  return files.map(({ new: side }) => side?.path);
}

const workingTree = { kind: 'working-tree' } as const;

describe('listFiles', () => {
  it.each(['sha1', 'sha256'])('gives every file of a commit in a repository of %s', async (format) => {
    const repository = createRepository(`--object-format=${format}`);
    const commit = repository.commit('start', { 'b/c.ts': 'c\n', 'a.ts': 'a\n', 'a.txt': 'a\n' });
    repository.commit('later', { 'd.ts': 'a\n', 'a.ts': null });
    expect(await pathsOf(repository, { kind: 'commit', commit })).toEqual(['a.ts', 'a.txt', 'b/c.ts']);
  });

  it('gives the working tree as it stands, whatever is staged', async () => {
    const repository = createRepository();
    repository.commit('start', {
      '.gitignore': 'ignored/\n',
      'kept.ts': 'k\n',
      'gone.ts': 'g\n',
      'old.ts': 'o\n',
    });
    repository.write({ 'gone.ts': null, 'ignored/x.ts': 'x\n', 'new.ts': 'n\n', 'staged.ts': 's\n' });
    repository.git('add', 'staged.ts');
    repository.git('rm', '--quiet', '--cached', 'old.ts');
    expect(await pathsOf(repository, workingTree)).toEqual([
      '.gitignore',
      'kept.ts',
      'new.ts',
      'old.ts',
      'staged.ts',
    ]);
    expect(await pathsOf(repository, { kind: 'index' })).toEqual([
      '.gitignore',
      'gone.ts',
      'kept.ts',
      'staged.ts',
    ]);
  });

  it('gives nothing where there is nothing, and works before the first commit', async () => {
    const repository = createRepository();
    expect(await pathsOf(repository, workingTree)).toEqual([]);
    repository.write({ 'first.ts': 'f\n' });
    expect(await pathsOf(repository, workingTree)).toEqual(['first.ts']);
  });
});
