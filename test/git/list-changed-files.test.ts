import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyTreeOf } from '../../src/git/empty-objects.ts';
import { type Head, listChangedFiles } from '../../src/git/list-changed-files.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import type { ChangedFile } from '../../src/model/source.ts';
import { createRepository, type TestRepository, testEnvironment } from '../helpers/create-repository.ts';

const workingTree: Head = { kind: 'working-tree' };
const index: Head = { kind: 'index' };

async function changes(
  repository: TestRepository,
  base: string,
  head: Head,
): Promise<readonly ChangedFile[]> {
  return listChangedFiles(await openRepository(repository.root, testEnvironment()), base, head);
}

/** A change in one line: `renamed a.ts -> b.ts`. */
function line({ change, old, new: head }: ChangedFile): string {
  if (change === 'renamed') return `renamed ${old?.path} -> ${head?.path}`;
  return `${change} ${head?.path ?? old?.path}`;
}

async function lines(repository: TestRepository, base: string, head: Head): Promise<readonly string[]> {
  return (await changes(repository, base, head)).map(line);
}

const longText = Array.from({ length: 30 }, (_, number) => `const value${number} = ${number};\n`).join('');

describe('listChangedFiles between two commits', () => {
  it('names added, modified, renamed and deleted files with both blobs, sorted by path', async () => {
    const repository = createRepository();
    const base = repository.commit('base', {
      'b.ts': 'b\n',
      'c.ts': 'c\n',
      'old.ts': longText,
      'same.ts': '',
    });
    const commit = repository.commit('head', {
      'Z.ts': 'z\n',
      'b.ts': 'B\n',
      'c.ts': null,
      'old.ts': null,
      'new.ts': `${longText}const more = 1;\n`,
    });
    const files = await changes(repository, base, { kind: 'commit', commit });
    expect(files.map(line)).toEqual([
      'added Z.ts',
      'modified b.ts',
      'deleted c.ts',
      'renamed old.ts -> new.ts',
    ]);
    expect(files[1]).toEqual({
      change: 'modified',
      old: { path: 'b.ts', kind: 'file', blob: repository.git('rev-parse', `${base}:b.ts`) },
      new: { path: 'b.ts', kind: 'file', blob: repository.git('rev-parse', `${commit}:b.ts`) },
      pathIsExact: true,
    });
    expect(files[0]?.old).toBeNull();
    expect(files[2]?.new).toBeNull();
  });

  it('finds a rename that only changes case', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'button.ts': 'b\n' });
    const commit = repository.commit('head', { 'button.ts': null, 'Button.ts': 'b\n' });
    expect(await lines(repository, base, { kind: 'commit', commit })).toEqual([
      'renamed button.ts -> Button.ts',
    ]);
  });

  it('finds the same renames whatever the configuration says about them', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'old.ts': longText, 'copied.ts': `// c\n${longText}` });
    const commit = repository.commit('head', {
      'old.ts': null,
      'new.ts': `${longText}const more = 1;\n`,
      'copied.ts': `// d\n${longText}`,
      'copy.ts': `// d\n${longText}`,
    });
    const usual = await lines(repository, base, { kind: 'commit', commit });
    repository.git('config', 'diff.renames', 'false');
    repository.git('config', 'diff.relative', 'true');
    expect(await lines(repository, base, { kind: 'commit', commit })).toEqual(usual);
    repository.git('config', 'diff.renames', 'copies');
    repository.git('config', 'diff.renameLimit', '1');
    repository.git('config', 'diff.orderFile', '/no/such/file');
    expect(await lines(repository, base, { kind: 'commit', commit })).toEqual(usual);
    expect(usual.some((text) => text.startsWith('renamed'))).toBe(true);
  });

  it('tells files, symbolic links and submodules apart', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'becomes-link.ts': 'text\n' });
    rmSync(path.join(repository.root, 'becomes-link.ts'));
    symlinkSync('/etc/passwd', path.join(repository.root, 'becomes-link.ts'));
    repository.git('update-index', '--add', '--cacheinfo', `160000,${base},module`);
    mkdirSync(path.join(repository.root, 'module'));
    const commit = repository.commit('head');
    const files = await changes(repository, base, { kind: 'commit', commit });
    expect(files.map((file) => [line(file), file.old?.kind, file.new?.kind])).toEqual([
      ['modified becomes-link.ts', 'file', 'symbolic-link'],
      ['added module', undefined, 'submodule'],
    ]);
  });

  it('keeps paths exact however odd they are', async () => {
    const repository = createRepository();
    const base = repository.commit('base');
    const odd = [
      '-rf.ts',
      ':(top)x.ts',
      'a\nb.ts',
      'a\tb.ts',
      'quote".ts',
      'ütf-8 ✓.ts',
      'back\\slash.ts',
      '*.ts',
    ];
    const commit = repository.commit('head', Object.fromEntries(odd.map((name) => [name, `${name}\n`])));
    const files = await changes(repository, base, { kind: 'commit', commit });
    expect(files.map((file) => file.new?.path)).toEqual([...odd].sort());
    expect(files.every((file) => file.pathIsExact)).toBe(true);
  });

  it('gives a path that is not UTF-8 in readable form and says so', async () => {
    const repository = createRepository();
    const base = repository.commit('base');
    repository.write({ 'plain.ts': 'x\n' });
    const bytes = Buffer.concat([
      Buffer.from(`${repository.root}/caf`),
      Buffer.from([0xe9]),
      Buffer.from('\\.ts'),
    ]);
    renameSync(path.join(repository.root, 'plain.ts'), bytes);
    const untracked = await changes(repository, base, workingTree);
    const commit = repository.commit('head');
    const committed = await changes(repository, base, { kind: 'commit', commit });
    for (const files of [untracked, committed]) {
      expect(files.map((file) => [file.new?.path, file.pathIsExact])).toEqual([['caf\\xe9\\\\.ts', false]]);
    }
  });

  it('lists every file as added when compared with the empty tree', async () => {
    for (const format of ['sha1', 'sha256'] as const) {
      const repository = createRepository(`--object-format=${format}`);
      const commit = repository.commit('base', { 'a.ts': 'a\n', 'b/c.ts': 'c\n' });
      const opened = await openRepository(repository.root, testEnvironment());
      const files = await listChangedFiles(opened, emptyTreeOf(opened), { kind: 'commit', commit });
      expect(opened.objectFormat).toBe(format);
      expect(files.map(line)).toEqual(['added a.ts', 'added b/c.ts']);
      expect(files[0]?.new?.blob).toBe(repository.git('rev-parse', `${commit}:a.ts`));
    }
  });

  it("fails with git's own words where the base does not exist", async () => {
    const repository = createRepository();
    repository.commit('base');
    await expect(changes(repository, 'f'.repeat(40), workingTree)).rejects.toMatchObject({
      code: 'CSPR_GIT',
      reason: expect.stringContaining('bad object'),
    });
  });
});

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
