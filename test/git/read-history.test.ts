import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAuthors } from '../../src/git/read-authors.ts';
import { readSizes } from '../../src/git/read-sizes.ts';
import { createRepository, temporaryFolder, useRepository } from '../helpers/create-repository.ts';
import { changesOf, historyOf } from './history-of.ts';
import { open } from './open.ts';

describe('readHistory', () => {
  it('lists what each commit did, the newest first, and nothing for the first one', async () => {
    const repository = createRepository();
    repository.commit('start', { 'a.ts': 'a\n', 'b.ts': 'b\n' });
    repository.commit('change', { 'a.ts': 'A\n', 'c/d.ts': 'd\n' });
    repository.git('mv', 'c/d.ts', 'e.ts');
    repository.commit('move', { 'b.ts': null });
    repository.commit('nothing');
    expect(await changesOf(repository)).toEqual([
      '',
      'deleted b.ts, renamed c/d.ts -> e.ts',
      'modified a.ts, added c/d.ts',
      '',
    ]);
    expect((await historyOf(repository)).isComplete).toBe(true);
  });

  it('counts what a merge brings once', async () => {
    const repository = createRepository();
    repository.commit('start', { 'a.ts': 'a\n' });
    repository.checkout('side');
    repository.commit('side', { 'side.ts': 's\n' });
    repository.checkout('main');
    repository.commit('main', { 'main.ts': 'm\n' });
    repository.git('merge', '--quiet', '--no-edit', 'side');
    const changes = await changesOf(repository);
    expect(changes).toHaveLength(4);
    expect([...changes].sort()).toEqual(['', '', 'added main.ts', 'added side.ts']);
  });

  it('does not read the part of the history that leads elsewhere', async () => {
    const repository = createRepository();
    repository.commit('start');
    const tip = repository.commit('in', { 'a.ts': 'a\n' });
    repository.commit('after', { 'b.ts': 'b\n' });
    expect(await changesOf(repository, tip)).toEqual(['added a.ts', '']);
  });

  it('takes no name of a file for anything else', async () => {
    const repository = createRepository();
    repository.commit('start');
    const odd = [
      'a\nb.ts',
      'M',
      '\tR100',
      `@${'0'.repeat(40)} 1 x`,
      '"q".ts',
      ' x ',
      'ä\u2028.ts',
      ':(top)x',
    ];
    repository.commit('odd', Object.fromEntries(odd.map((name) => [name, `${name}\n`])));
    repository.commit('again', Object.fromEntries(odd.map((name) => [name, `${name}!\n`])));
    const { commits, inexactPaths } = await historyOf(repository);
    const paths = commits.map(({ changes }) => changes.map((change) => change.path).sort());
    expect(paths).toEqual([[...odd].sort(), [...odd].sort(), []]);
    expect(inexactPaths.size).toBe(0);
  });

  it('gives a path that is not UTF-8 in readable form, says so, and finds its size', async () => {
    const repository = createRepository();
    repository.commit('start');
    repository.write({ 'plain.ts': '12345' });
    const bytes = Buffer.concat([
      Buffer.from(`${repository.root}/caf`),
      Buffer.from([0xe9]),
      Buffer.from('.ts'),
    ]);
    renameSync(path.join(repository.root, 'plain.ts'), bytes);
    const tip = repository.commit('odd');
    const { commits, inexactPaths } = await historyOf(repository);
    expect(commits[0]?.changes.map((change) => change.path)).toEqual(['caf\\xe9.ts']);
    expect([...inexactPaths]).toEqual(['caf\\xe9.ts']);
    const sizes = await readSizes(await open(repository), tip, [{ text: 'caf\\xe9.ts', isExact: false }]);
    expect([...sizes]).toEqual([['caf\\xe9.ts', 5]]);
  });

  it('takes authors as commits have them: a .mailmap names nobody else', async () => {
    const repository = createRepository();
    const base = repository.commit('start');
    repository.write({ '.mailmap': '<ada@example.com> <bea@example.com>\n' });
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--author=Bea <Bea@Example.com>', '--message=hers');
    repository.commit('mine', { 'a.ts': 'a\n' });
    expect((await historyOf(repository)).commits.map(({ author }) => author)).toEqual([
      'ada@example.com',
      'bea@example.com',
      'ada@example.com',
    ]);
    expect(await readAuthors(await open(repository), base, 'HEAD')).toEqual([
      'ada@example.com',
      'bea@example.com',
    ]);
    expect(await readAuthors(await open(repository), base, base)).toEqual([]);
  });

  it('verifies no signature, and so runs no program of the configuration', async () => {
    const repository = createRepository();
    const mark = path.join(temporaryFolder(), 'mark');
    const program = path.join(temporaryFolder(), 'gpg');
    writeFileSync(
      program,
      `#!/bin/sh\n: > "${mark}"\ncat > /dev/null\necho "[GNUPG:] SIG_CREATED D 1 2 3" >&2\nprintf -- '-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n'\n`,
    );
    chmodSync(program, 0o755);
    repository.git('config', 'gpg.program', program);
    repository.git('config', 'log.showSignature', 'true');
    const base = repository.commit('start');
    repository.git('commit', '--quiet', '--allow-empty', '-S', '--message=signed');
    rmSync(mark);
    repository.git('log');
    expect(existsSync(mark)).toBe(true);
    rmSync(mark);
    await historyOf(repository);
    await readAuthors(await open(repository), base, 'HEAD');
    expect(existsSync(mark)).toBe(false);
  });

  it('says the same whatever the configuration says about logs', async () => {
    const repository = createRepository();
    repository.commit('start', { 'a.ts': 'a\n' });
    repository.git('mv', 'a.ts', 'b.ts');
    repository.commit('move', { 'c.ts': 'c\n' });
    const plain = await historyOf(repository);
    for (const setting of [
      'log.showRoot=true',
      'log.follow=true',
      'log.diffMerges=on',
      'diff.renames=false',
      'diff.relative=true',
      'diff.noprefix=true',
      'color.ui=always',
      'format.pretty=fuller',
      'core.quotePath=false',
      'i18n.logOutputEncoding=UTF-16',
    ]) {
      const [key = '', value = ''] = setting.split('=');
      repository.git('config', key, value);
    }
    expect(await historyOf(repository)).toEqual(plain);
  });

  it('gives the same in a clone without blobs, and fetches none', async () => {
    const origin = createRepository();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    origin.commit('start', { 'a.ts': 'a\n', 'b.ts': 'b\n' });
    origin.git('mv', 'a.ts', 'moved.ts');
    origin.commit('move', { 'b.ts': 'B\n' });
    const root = path.join(temporaryFolder(), 'clone');
    origin.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${origin.root}`, root);
    const clone = useRepository(root);
    const objects = clone.git('count-objects', '-v');
    const tip = origin.git('rev-parse', 'HEAD');
    expect(await historyOf(clone, tip)).toEqual(await historyOf(origin, tip));
    await expect(readSizes(await open(clone), tip, [{ text: 'b.ts', isExact: true }])).rejects.toMatchObject({
      code: 'CSPR_GIT',
    });
    expect(clone.git('count-objects', '-v')).toBe(objects);
  });

  it("fails with git's own words where the tip is not there", async () => {
    const repository = createRepository();
    repository.commit('start');
    await expect(historyOf(repository, '1'.repeat(40))).rejects.toMatchObject({
      code: 'CSPR_GIT',
      reason: expect.stringContaining('git says'),
    });
  });
});

describe('readSizes', () => {
  it('gives the bytes of what is a file at the commit, and nothing else', async () => {
    const repository = createRepository();
    const commit = repository.commit('start', { 'src/a.ts': '12\n', 'empty.ts': '', 'a b.ts': '1234' });
    repository.commit('later', { 'later.ts': 'x' });
    const paths = ['src/a.ts', 'empty.ts', 'a b.ts', 'src', 'later.ts', 'a\nb.ts', 'gone.ts'];
    const sizes = await readSizes(
      await open(repository),
      commit,
      paths.map((text) => ({ text, isExact: true })),
    );
    expect([...sizes]).toEqual([
      ['src/a.ts', 3],
      ['empty.ts', 0],
      ['a b.ts', 4],
    ]);
    expect((await readSizes(await open(repository), commit, [])).size).toBe(0);
  });
});
