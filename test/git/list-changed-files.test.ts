import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyTreeOf } from '../../src/git/empty-objects.ts';
import { type Head, listChangedFiles } from '../../src/git/list-changed-files.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { createRepository, testEnvironment } from '../helpers/create-repository.ts';
import { changes, line, lines, longText } from './list-changes.ts';

const workingTree: Head = { kind: 'working-tree' };

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
