import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findObstacleAt, findObstacleInWorkingTree, openRepository } from '../../src/git/index.ts';
import { createRepository, testEnvironment } from '../helpers/create-repository.ts';

function createProject() {
  const project = createRepository();
  project.write({ 'folder/file.yml': 'a', 'plain.yml': 'a' });
  symlinkSync('plain.yml', path.join(project.root, 'link.yml'));
  symlinkSync('folder', path.join(project.root, 'linked'));
  symlinkSync('/nowhere', path.join(project.root, 'folder/dangling.yml'));
  return { project, commit: project.commit('start') };
}

describe('what stands where a regular file is looked for', () => {
  it.each([
    ['link.yml', { kind: 'symbolic-link', path: 'link.yml' }],
    ['folder/dangling.yml', { kind: 'symbolic-link', path: 'folder/dangling.yml' }],
    ['linked/file.yml', { kind: 'symbolic-link', path: 'linked' }],
    ['folder', { kind: 'folder', path: 'folder' }],
    ['plain.yml/below.yml', null],
    ['plain.yml', null],
    ['folder/missing.yml', null],
    ['missing/file.yml', null],
    ['*.yml', null],
  ])('%s: %o', async (file, obstacle) => {
    const { project, commit } = createProject();
    const repository = await openRepository(project.root, testEnvironment());
    expect(await findObstacleAt(repository, commit, file)).toEqual(obstacle);
    expect(await findObstacleInWorkingTree(repository, file)).toEqual(obstacle);
  });

  it('can be a submodule of a commit', async () => {
    const { project, commit } = createProject();
    project.git('update-index', '--add', '--cacheinfo', `160000,${commit},module`);
    project.git('commit', '--quiet', '--message', 'module');
    const repository = await openRepository(project.root, testEnvironment());
    const head = project.git('rev-parse', 'HEAD');
    expect(await findObstacleAt(repository, head, 'module/a.yml')).toEqual({
      kind: 'submodule',
      path: 'module',
    });
  });

  it('can be a pipe in the working tree', async () => {
    const { project } = createProject();
    mkdirSync(path.join(project.root, 'odd'));
    execFileSync('mkfifo', [path.join(project.root, 'odd/pipe.yml')]);
    expect(await findObstacleInWorkingTree(project, 'odd/pipe.yml')).toEqual({
      kind: 'special-file',
      path: 'odd/pipe.yml',
    });
  });
});
