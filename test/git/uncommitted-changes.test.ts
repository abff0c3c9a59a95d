import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Head, listChangedFiles } from '../../src/git/list-changed-files.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { createRepository, testEnvironment } from '../helpers/create-repository.ts';
import { changes, line, lines, longText } from './list-changes.ts';

const workingTree: Head = { kind: 'working-tree' };
const index: Head = { kind: 'index' };

describe('listChangedFiles of the working tree', () => {
  it('counts staged, unstaged and untracked files, and no ignored ones', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { '.gitignore': 'ignored.ts\n', 'a.ts': 'a\n', 'b.ts': 'b\n' });
    repository.write({ 'a.ts': 'A\n', 'ignored.ts': 'i\n', 'new/untracked.ts': 'u\n', 'intended.ts': 'n\n' });
    repository.write({ 'staged.ts': 's\n' });
    repository.git('add', 'staged.ts');
    repository.git('add', '--intent-to-add', 'intended.ts');
    const files = await changes(repository, base, workingTree);
    expect(files.map((file) => [line(file), file.new?.blob === null])).toEqual([
      ['modified a.ts', true],
      ['added intended.ts', true],
      ['added new/untracked.ts', true],
      ['added staged.ts', false],
    ]);
  });

  it('compares with the base what was committed since, too', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'a.ts': 'a\n' });
    repository.commit('second', { 'b.ts': 'b\n' });
    repository.write({ 'c.ts': 'c\n' });
    expect(await lines(repository, base, workingTree)).toEqual(['added b.ts', 'added c.ts']);
  });

  it('finds a rename between a deleted and an untracked file, edited or not', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'old.ts': longText, 'moved.ts': `// other\n${longText}` });
    repository.write({ 'old.ts': null, 'new.ts': `${longText}const more = 1;\n` });
    mkdirSync(path.join(repository.root, 'src'));
    renameSync(path.join(repository.root, 'moved.ts'), path.join(repository.root, 'src/moved.ts'));
    const files = await changes(repository, base, workingTree);
    expect(files.map(line)).toEqual(['renamed old.ts -> new.ts', 'renamed moved.ts -> src/moved.ts']);
    // The edited text is nowhere in the clone, the moved one is.
    expect(files.map((file) => file.new?.blob === null)).toEqual([true, false]);
  });

  it('leaves out a file that was touched and not changed', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'a.ts': 'a\n', 'b.ts': 'b\n' });
    utimesSync(path.join(repository.root, 'a.ts'), 1, 1);
    repository.git('config', 'diff.autoRefreshIndex', 'false');
    expect(await lines(repository, base, workingTree)).toEqual([]);
  });

  it('leaves out a file that was changed, staged and changed back', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'a.ts': 'a\n' });
    repository.write({ 'a.ts': 'A\n' });
    repository.git('add', 'a.ts');
    repository.write({ 'a.ts': 'a\n' });
    expect(await lines(repository, base, workingTree)).toEqual([]);
  });

  it('leaves out a file whose line endings git converts', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { '.gitattributes': '*.ts text eol=crlf\n', 'a.ts': 'a\n' });
    repository.write({ 'a.ts': 'a\r\n' });
    expect(await lines(repository, base, workingTree)).toEqual([]);
  });

  it('takes a file that was only removed from the index as modified or unchanged', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'a.ts': 'a\n', 'b.ts': 'b\n' });
    repository.git('rm', '--quiet', '--cached', 'a.ts', 'b.ts');
    repository.write({ 'b.ts': 'B\n' });
    expect(await lines(repository, base, workingTree)).toEqual(['modified b.ts']);
  });

  it('sees a folder in the place of a file, and a file in the place of a folder', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { file: 'f\n', 'folder/a.ts': 'a\n' });
    repository.write({ file: null, 'folder/a.ts': null });
    rmSync(path.join(repository.root, 'folder'), { recursive: true });
    repository.write({ 'file/inner.ts': 'something else entirely\n', folder: 'now a file\n' });
    expect(await lines(repository, base, workingTree)).toEqual([
      'deleted file',
      'added file/inner.ts',
      'added folder',
      'deleted folder/a.ts',
    ]);
  });

  it('lists an untracked symbolic link as one, and a nested repository not at all', async () => {
    const repository = createRepository();
    const base = repository.commit('base');
    symlinkSync('/etc/passwd', path.join(repository.root, 'link.ts'));
    repository.write({ 'nested/a.ts': 'a\n' });
    execFileSync('git', ['init', '--quiet', path.join(repository.root, 'nested')], {
      env: testEnvironment(),
    });
    const files = await changes(repository, base, workingTree);
    expect(files.map((file) => [line(file), file.new?.kind])).toEqual([['added link.ts', 'symbolic-link']]);
  });

  it('lists a file in conflict once, as modified', async () => {
    const repository = createRepository();
    repository.commit('base', { 'a.ts': 'a\n', 'b.ts': 'b\n' });
    repository.checkout('other');
    repository.commit('theirs', { 'a.ts': 'theirs\n', 'b.ts': 'theirs\n' });
    repository.checkout('main');
    const base = repository.commit('ours', { 'a.ts': 'ours\n', 'b.ts': 'ours\n' });
    expect(() => repository.git('merge', 'other')).toThrow();
    rmSync(path.join(repository.root, 'b.ts'));
    expect(await lines(repository, base, workingTree)).toEqual(['modified a.ts', 'deleted b.ts']);
    await expect(changes(repository, base, index)).rejects.toMatchObject({
      code: 'CSPR_GIT',
      message: 'The index has unmerged files.',
    });
  });

  it('writes neither the index nor an object', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'a.ts': 'a\n', 'old.ts': longText });
    utimesSync(path.join(repository.root, 'a.ts'), 1, 1);
    repository.write({ 'old.ts': null, 'new.ts': longText });
    const before = readFileSync(path.join(repository.root, '.git/index'));
    const objects = repository.git('count-objects', '-v');
    expect(await lines(repository, base, workingTree)).toEqual(['renamed old.ts -> new.ts']);
    expect(readFileSync(path.join(repository.root, '.git/index')).equals(before)).toBe(true);
    expect(repository.git('count-objects', '-v')).toBe(objects);
    expect(existsSync(path.join(repository.root, '.git/index.lock'))).toBe(false);
  });

  it('works from a folder below the top and in a linked working tree', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'src/a.ts': 'a\n', 'b.ts': 'b\n' });
    const linked = path.join(repository.root, '../linked');
    repository.git('worktree', 'add', '--quiet', '-b', 'other', linked);
    repository.write({ 'src/a.ts': 'A\n', 'b.ts': 'B\n', '../linked/c.ts': 'c\n' });
    const inFolder = await openRepository(path.join(repository.root, 'src'), testEnvironment());
    const inLinked = await openRepository(linked, testEnvironment());
    expect((await listChangedFiles(inFolder, base, workingTree)).map(line)).toEqual([
      'modified b.ts',
      'modified src/a.ts',
    ]);
    expect((await listChangedFiles(inLinked, base, workingTree)).map(line)).toEqual(['added c.ts']);
  });
});

describe('listChangedFiles of the index', () => {
  it('counts what is staged and nothing else', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'a.ts': 'a\n', 'b.ts': 'b\n', 'old.ts': longText });
    repository.write({ 'a.ts': 'staged\n' });
    repository.git('mv', 'old.ts', 'new.ts');
    repository.git('add', 'a.ts');
    repository.write({ 'a.ts': 'staged and edited\n', 'b.ts': 'not staged\n', 'untracked.ts': 'u\n' });
    const files = await changes(repository, base, index);
    expect(files.map(line)).toEqual(['modified a.ts', 'renamed old.ts -> new.ts']);
    expect(files[0]?.new?.blob).toBe(repository.git('rev-parse', ':a.ts'));
  });

  it('reads the index that a running commit hands its pre-commit hook', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'a.ts': 'a\n', 'b.ts': 'b\n' });
    const seen = path.join(repository.root, '../seen');
    repository.write({
      '.git/hooks/pre-commit': `#!/bin/sh\ncp "$GIT_INDEX_FILE" "${seen}"\necho "$GIT_INDEX_FILE" > "${seen}.name"\n`,
    });
    execFileSync('chmod', ['+x', path.join(repository.root, '.git/hooks/pre-commit')]);
    repository.write({ 'a.ts': 'A\n', 'b.ts': 'B\n' });
    repository.git('add', 'b.ts');
    // A commit of one path hands over an index of its own, in which b.ts is not staged.
    repository.git('commit', '--quiet', '--message', 'one file', 'a.ts');
    expect(readFileSync(`${seen}.name`, 'utf8').trim()).not.toBe('.git/index');
    const environment = testEnvironment({ GIT_INDEX_FILE: seen, GIT_DIR: '.git' });
    const opened = await openRepository(repository.root, environment);
    expect((await listChangedFiles(opened, base, index)).map(line)).toEqual(['modified a.ts']);
  });
});
