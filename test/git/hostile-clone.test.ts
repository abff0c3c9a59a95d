import { appendFileSync, chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchBranch } from '../../src/git/fetch-branch.ts';
import { findDefaultBranch } from '../../src/git/find-default-branch.ts';
import { findMergeBase } from '../../src/git/find-merge-base.ts';
import { type Head, listChangedFiles } from '../../src/git/list-changed-files.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { readAuthors } from '../../src/git/read-authors.ts';
import { readBlobs } from '../../src/git/read-blobs.ts';
import { readFileAt, readIndexFile } from '../../src/git/read-file-at.ts';
import { readHistory } from '../../src/git/read-history.ts';
import { readRemoteHistory } from '../../src/git/read-remote-history.ts';
import { readSizes } from '../../src/git/read-sizes.ts';
import { resolveCommit } from '../../src/git/resolve-commit.ts';
import { createRepository, type TestRepository, testEnvironment } from '../helpers/create-repository.ts';
import { armConfiguration, armHooks } from '../helpers/traps.ts';
import { createHostileClone, text } from './create-hostile-clone.ts';

const heads = (commit: string): readonly Head[] => [
  { kind: 'commit', commit },
  { kind: 'index' },
  { kind: 'working-tree' },
];

async function readEverything(clone: TestRepository, environment: Record<string, string>): Promise<number> {
  const repository = await openRepository(clone.root, environment);
  const head = (await resolveCommit(repository, 'HEAD')) ?? '';
  const target = await fetchBranch(repository, 'main');
  const base = await findMergeBase(repository, { head, target }, ['feature', 'main']);
  await findDefaultBranch(repository, { network: true });
  let listed = 0;
  for (const side of heads(head)) {
    const files = await listChangedFiles(repository, base, side);
    const blobs = files.flatMap((file) => [file.old?.blob ?? [], file.new?.blob ?? []].flat());
    for await (const { content } of readBlobs(repository, blobs)) listed += content.kind === 'bytes' ? 1 : 0;
  }
  await readFileAt(repository, head, 'a.ts');
  await readIndexFile(repository, 'a.ts');
  await readAuthors(repository, base, head);
  await readHistory(repository, target);
  await readSizes(repository, target, [{ text: 'a.ts', isExact: true }]);
  expect(await readRemoteHistory(repository, { branch: 'main', commit: target })).not.toBeNull();
  return listed;
}

describe('a clone whose configuration and attributes name programs', () => {
  it('would run them under plain git', () => {
    const { clone, trap } = createHostileClone();
    clone.write({ 'a.ts': text('changed'), 'process.ts': text('q'), 'sneaky.ts': text('t') });
    expect(() => clone.git('add', 'a.ts')).toThrow();
    expect(() => clone.git('add', 'process.ts')).toThrow();
    expect(() => clone.git('add', 'sneaky.ts')).toThrow();
    const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
    const noSmudge = ['-c', 'filter.evil.smudge=', '-c', 'filter.evil.required=false'];
    expect(() => clone.git(...noSmudge, 'diff', emptyTree, 'HEAD', '--', 'a.ts')).toThrow();
    expect(() => clone.git('fetch', 'origin', 'main')).toThrow();
    clone.git('read-tree', 'HEAD');
    expect(trap.marks()).toEqual(
      expect.arrayContaining([
        'clean',
        'diff-command',
        'fsmonitor',
        'hook-post-index-change',
        'included-clean',
        'process',
        'uploadpack',
      ]),
    );
  });

  it('runs none of them for a commit, the index or the working tree', async () => {
    const { clone, trap } = createHostileClone();
    clone.write({ 'a.ts': text('changed'), 'process.ts': text('q'), 'sneaky.ts': text('t'), 'u.ts': 'u\n' });
    clone.write({ 'new.ts': null, 'renamed.ts': text('old!!') });
    const listed = await readEverything(clone, testEnvironment());
    expect(listed).toBeGreaterThan(8);
    expect(trap.marks()).toEqual([]);
  });

  it('runs none of them where an entry of the index is as young as the index', async () => {
    const { clone, head, trap } = createHostileClone();
    // git cannot tell from the time stamps whether such a file has changed, and looks at its content.
    clone.git('-c', 'core.fsmonitor=false', 'read-tree', 'HEAD');
    const before = trap.marks();
    const repository = await openRepository(clone.root, testEnvironment());
    const files = await listChangedFiles(repository, head, { kind: 'working-tree' });
    expect(files).toEqual([]);
    expect(trap.marks()).toEqual(before);
  });

  it('hands on no variable that redirects git or makes it run something', async () => {
    const { clone, trap } = createHostileClone();
    const elsewhere = createRepository();
    elsewhere.commit('other', { 'x.ts': 'x\n' });
    const environment = testEnvironment({
      GIT_EXTERNAL_DIFF: trap.command('environment-diff'),
      GIT_PAGER: trap.command('environment-pager'),
      GIT_OBJECT_DIRECTORY: path.join(elsewhere.root, '.git/objects'),
      GIT_COMMON_DIR: path.join(elsewhere.root, '.git'),
      GIT_NAMESPACE: 'other',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: trap.command('environment-fsmonitor'),
    });
    expect(await readEverything(clone, environment)).toBeGreaterThan(4);
    expect(trap.marks()).toEqual([]);
  });

  it('stays out of submodules', async () => {
    const { clone, head, trap } = createHostileClone();
    const inner = createRepository();
    const innerCommit = inner.commit('inner', { '.gitattributes': '*.ts filter=inner\n', 'i.ts': 'i\n' });
    clone.git('-c', 'core.fsmonitor=false', 'clone', '--quiet', inner.root, path.join(clone.root, 'module'));
    const repository = await openRepository(clone.root, testEnvironment());
    const entry = Buffer.from(`160000 ${innerCommit} 0\tmodule\n`);
    await repository.run(['update-index', '--index-info'], { input: entry });
    armHooks(path.join(clone.root, 'module'), trap);
    armConfiguration(path.join(clone.root, 'module'), trap);
    // A driver that only the submodule knows, and an edit that sizes do not give away.
    const driver = `[filter "inner"]\n  clean = "${trap.command('inner-clean')}"\n`;
    appendFileSync(path.join(clone.root, 'module/.git/config'), driver);
    clone.write({ 'module/i.ts': 'j\n', 'module/u.ts': 'u\n' });
    const files = await listChangedFiles(repository, head, { kind: 'working-tree' });
    expect(files.map((file) => [file.new?.path, file.new?.kind])).toEqual([['module', 'submodule']]);
    expect(trap.marks()).toEqual([]);
  });

  it('refuses a filter driver whose name cannot be given on a command line', async () => {
    const { clone } = createHostileClone();
    appendFileSync(path.join(clone.root, '.git/config'), '[filter "a=b"]\n  clean = false\n');
    await expect(openRepository(clone.root, testEnvironment())).rejects.toMatchObject({
      code: 'CSPR_GIT',
      message: expect.stringContaining('filter "a=b"'),
    });
  });

  it('runs no git that the pull request brings along in a folder of PATH', async () => {
    const { clone, trap } = createHostileClone();
    const folder = path.join(clone.root, 'node_modules/.bin');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'git'), `#!/bin/sh\nexec "${trap.command('planted-git')}"\n`);
    chmodSync(path.join(folder, 'git'), 0o755);
    const searchPath = `${folder}:node_modules/.bin::${process.env.PATH}`;
    const repository = await openRepository(clone.root, testEnvironment({ PATH: searchPath }));
    expect(await resolveCommit(repository, 'HEAD')).toMatch(/^[0-9a-f]{40}$/);
    await expect(openRepository(clone.root, testEnvironment({ PATH: folder }))).rejects.toMatchObject({
      code: 'CSPR_ENV',
      message: 'git was not found.',
    });
    expect(trap.marks()).toEqual([]);
  });

  it('reads what stands in the clone even where another object is said to replace it', async () => {
    const { clone, head } = createHostileClone();
    const fake = clone.git('commit-tree', `${head}^{tree}`, '-m', 'fake');
    clone.git('-c', 'core.hooksPath=/dev/null', '-c', 'hook.evil.enabled=false', 'replace', head, fake);
    expect(clone.git('cat-file', 'commit', head)).toContain('fake');
    const repository = await openRepository(clone.root, testEnvironment());
    const raw = await repository.run(['cat-file', 'commit', head]);
    expect(raw.stdout.toString()).not.toContain('fake');
  });
});
