import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProgram, programToStart } from '../../src/git/find-program.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';

/** A folder with these programs. */
function folderWith(...names: readonly string[]): string {
  const folder = path.join(temporaryFolder(), 'programs');
  mkdirSync(folder);
  for (const name of names) {
    writeFileSync(path.join(folder, name), '');
    chmodSync(path.join(folder, name), 0o755);
  }
  return folder;
}

const searchPath = (...folders: readonly string[]) => folders.join(path.delimiter);

describe('findProgram', () => {
  it('is the first git of the search path', () => {
    const [other, first, second] = [folderWith('gitk'), folderWith('git'), folderWith('git')];
    expect(findProgram(searchPath(other, first, second), 'linux')).toBe(path.join(first, 'git'));
  });

  it.each(['', path.delimiter])('never looks in the current folder: the search path "%s"', (empty) => {
    expect(findProgram(empty, 'linux')).toBeNull();
  });
});

describe('programToStart', () => {
  it('is the name where the system looks in the search path alone', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      expect(programToStart(searchPath(folderWith('git')), platform)).toBe('git');
    }
  });

  it('is the whole path on Windows, where a name is looked for in the pull request first', () => {
    const [scripts, programs] = [folderWith('git.cmd', 'git'), folderWith('git.exe')];
    expect(programToStart(searchPath(scripts, programs), 'win32')).toBe(path.join(programs, 'git.exe'));
  });

  it('is nothing on Windows where no program stands in the search path', () => {
    expect(programToStart(searchPath(folderWith('git.cmd', 'git')), 'win32')).toBeNull();
  });
});
