import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../src/git/content.ts';
import { readFileAt, readIndexFile } from '../../src/git/read-file-at.ts';
import { readWorkingTreeFile } from '../../src/git/read-working-tree-file.ts';
import { cloneLikePipelines, createRepository } from '../helpers/create-repository.ts';
import { bytesOf } from './bytes-of.ts';
import { open } from './open.ts';

describe('readWorkingTreeFile', () => {
  const exact = (text: string) => ({ text, isExact: true });

  it('reads a regular file, whatever its name', async () => {
    const repository = createRepository();
    repository.write({ 'src/-ü\n✓.ts': 'text\n', 'empty.ts': '' });
    expect(await readWorkingTreeFile(repository, exact('src/-ü\n✓.ts'))).toEqual(bytesOf('text\n'));
    expect(await readWorkingTreeFile(repository, exact('empty.ts'))).toEqual(bytesOf(''));
  });

  it('reads a file whose path is not UTF-8 by its readable form', async () => {
    const repository = createRepository();
    repository.write({ 'a.ts': 'text\n' });
    const bytes = Buffer.concat([Buffer.from(`${repository.root}/caf`), Buffer.from([0xe9])]);
    renameSync(path.join(repository.root, 'a.ts'), bytes);
    expect(await readWorkingTreeFile(repository, { text: 'caf\\xe9', isExact: false })).toEqual(
      bytesOf('text\n'),
    );
  });

  it('follows no symbolic link, neither of a file nor of a folder', async () => {
    const outside = createRepository();
    outside.write({ 'secret.ts': 'secret\n' });
    const repository = createRepository();
    repository.write({ 'inside.ts': 'i\n' });
    symlinkSync(path.join(outside.root, 'secret.ts'), path.join(repository.root, 'file.ts'));
    symlinkSync(outside.root, path.join(repository.root, 'folder'));
    symlinkSync('inside.ts', path.join(repository.root, 'link-inside.ts'));
    for (const name of [
      'file.ts',
      'folder/secret.ts',
      'link-inside.ts',
      `../${path.basename(outside.root)}`,
    ]) {
      expect(await readWorkingTreeFile(repository, exact(name))).toEqual({ kind: 'missing' });
    }
  });

  it('takes for missing what is not there or no file, without waiting for a pipe', async () => {
    const repository = createRepository();
    mkdirSync(path.join(repository.root, 'folder'));
    repository.write({ 'a.ts': 'a' });
    execFileSync('mkfifo', [path.join(repository.root, 'pipe.ts')]);
    const names = [
      'none.ts',
      'folder',
      'a.ts/b.ts',
      'pipe.ts',
      '',
      '.',
      '../x',
      'a//b',
      'a\0.ts',
      '/etc/passwd',
      'x'.repeat(5000),
    ];
    for (const name of names) {
      expect(await readWorkingTreeFile(repository, exact(name))).toEqual({ kind: 'missing' });
    }
  });

  it('does not read a file above the limit', async () => {
    const repository = createRepository();
    repository.write({ 'a.ts': '12345' });
    expect(await readWorkingTreeFile(repository, exact('a.ts'), 4)).toEqual({ kind: 'too-large', size: 5 });
    expect(await readWorkingTreeFile(repository, exact('a.ts'), 5)).toEqual(bytesOf('12345'));
  });

  it('says why a file cannot be read', async () => {
    const repository = createRepository();
    repository.write({ 'a.ts': 'a' });
    chmodSync(path.join(repository.root, 'a.ts'), 0);
    const content = await readWorkingTreeFile(repository, exact('a.ts'));
    // The administrator may read everything.
    const expected: Content =
      process.getuid?.() === 0
        ? bytesOf('a')
        : { kind: 'unreadable', reason: 'the file cannot be read (EACCES)' };
    expect(content).toEqual(expected);
  });
});

describe('readFileAt and readIndexFile', () => {
  it('read a regular file at a commit or in the index, and nothing else', async () => {
    const repository = createRepository();
    repository.write({ 'folder/a.ts': 'a\n', '*.ts': 'star\n', ':(top)b.ts': 'magic\n' });
    symlinkSync('/etc/passwd', path.join(repository.root, 'link.ts'));
    const commit = repository.commit('all');
    repository.write({ 'folder/a.ts': 'staged\n', 'other.ts': 'o\n' });
    repository.git('add', '--all');
    repository.write({ 'folder/a.ts': 'working tree\n' });
    const opened = await open(repository);
    const text = async (bytes: Promise<Buffer | null>) => (await bytes)?.toString() ?? null;
    expect(await text(readFileAt(opened, commit, 'folder/a.ts'))).toBe('a\n');
    expect(await text(readIndexFile(opened, 'folder/a.ts'))).toBe('staged\n');
    expect(await text(readFileAt(opened, commit, '*.ts'))).toBe('star\n');
    expect(await text(readIndexFile(opened, ':(top)b.ts'))).toBe('magic\n');
    expect(await text(readFileAt(opened, commit, ':(top)b.ts'))).toBe('magic\n');
    expect(await text(readFileAt(opened, commit, 'other.ts'))).toBeNull();
    for (const name of ['folder', 'folder/', 'link.ts', 'none.ts', 'link.ts/passwd']) {
      expect(await text(readFileAt(opened, commit, name))).toBeNull();
      expect(await text(readIndexFile(opened, name))).toBeNull();
    }
  });

  it('fail where the commit is not there', async () => {
    const repository = createRepository();
    repository.commit('one');
    await expect(readFileAt(await open(repository), 'f'.repeat(40), 'a.ts')).rejects.toMatchObject({
      code: 'CSPR_GIT',
      message: 'The file "a.ts" could not be looked up.',
    });
  });

  it('read the profile of the target in a clone as Pipelines makes it', async () => {
    const origin = createRepository();
    origin.commit('one', { '.codescene/quality-profile.yml': 'version: 1\n' });
    const clone = cloneLikePipelines(origin, { branch: 'main', depth: 1 });
    const bytes = await readFileAt(
      await open(clone),
      clone.git('rev-parse', 'HEAD'),
      '.codescene/quality-profile.yml',
    );
    expect(bytes?.toString()).toBe('version: 1\n');
  });
});
