import { existsSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Head } from '../../src/git/list-changed-files.ts';
import { type ComparedPaths, listChangedLines } from '../../src/git/list-changed-lines.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import {
  createRepository,
  type TestRepository,
  temporaryFolder,
  testEnvironment,
} from '../helpers/create-repository.ts';

const workingTree: Head = { kind: 'working-tree' };

/** Ranges as text: `3-5`. */
async function changedLines(
  repository: TestRepository,
  sides: { readonly base: string; readonly head: Head },
  files: readonly (string | ComparedPaths)[],
): Promise<Record<string, string>> {
  const opened = await openRepository(repository.root, testEnvironment());
  const compared = files.map((file) => (typeof file === 'string' ? { path: file, oldPath: null } : file));
  const lines = await listChangedLines(opened, sides, compared);
  return Object.fromEntries(
    [...lines].map(([file, ranges]) => [
      file,
      ranges.map(({ line, endLine }) => `${line}-${endLine}`).join(' '),
    ]),
  );
}

const numbered = (...names: readonly (string | number)[]) =>
  names.map((name) => `const v${name} = 1;\n`).join('');
const thirty = Array.from({ length: 30 }, (_, index) => index);

describe('listChangedLines', () => {
  it('gives new and changed lines between commits: all of a new file, none of a moved one', async () => {
    const repository = createRepository();
    const base = repository.commit('base', {
      'a.ts': numbered(1, 2, 3, 4),
      'moved.ts': numbered(...thirty),
      'edited.ts': numbered('e', ...thirty),
      'same.ts': numbered(1),
      'other.ts': numbered(1),
    });
    const commit = repository.commit('head', {
      'a.ts': numbered(1, 'x', 'y', 3, 4, 'z'),
      'moved.ts': null,
      'to/moved.ts': numbered(...thirty),
      'edited.ts': null,
      'to/edited.ts': numbered('e', ...thirty, 'more'),
      'new.ts': numbered(1, 2),
      'empty.ts': '',
      'other.ts': numbered(2),
    });
    const files = [
      'a.ts',
      { path: 'to/moved.ts', oldPath: 'moved.ts' },
      { path: 'to/edited.ts', oldPath: 'edited.ts' },
      'same.ts',
      'new.ts',
      'empty.ts',
    ];
    expect(await changedLines(repository, { base, head: { kind: 'commit', commit } }, files)).toEqual({
      'a.ts': '2-3 6-6',
      'new.ts': '1-2',
      'to/edited.ts': '32-32',
    });
  });

  it('gives those of the index, and of the working tree with untracked files', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'a.ts': numbered(1, 2) });
    repository.write({ 'a.ts': numbered(1, 'staged', 2) });
    repository.git('add', 'a.ts');
    repository.write({ 'a.ts': numbered(1, 'staged', 2, 'not'), 'new.ts': numbered(1, 2, 3) });
    const files = ['a.ts', 'new.ts'];
    expect(await changedLines(repository, { base, head: { kind: 'index' } }, files)).toEqual({
      'a.ts': '2-2',
    });
    expect(await changedLines(repository, { base, head: workingTree }, files)).toEqual({
      'a.ts': '2-2 4-4',
      'new.ts': '1-3',
    });
    expect(repository.git('status', '--porcelain', 'new.ts')).toBe('?? new.ts');
  });

  it('sees what calls itself binary, and runs nothing that the clone names', async () => {
    const repository = createRepository();
    const marker = path.join(temporaryFolder(), 'was-run');
    repository.git('config', 'diff.own.textconv', `touch ${marker}; cat`);
    repository.git('config', 'diff.own.command', `touch ${marker}`);
    repository.git('config', 'diff.external', `touch ${marker}`);
    repository.git('config', 'filter.own.clean', `touch ${marker}; cat`);
    const base = repository.commit('base', { 'a.ts': numbered(1), 'b.ts': numbered(1), 'c.ts': 'a\0b\n' });
    repository.write({
      '.gitattributes': 'a.ts -diff filter=own\nb.ts diff=own\n',
      'a.ts': numbered(1, 2),
      'b.ts': numbered(1, 2),
      'c.ts': 'a\0b\nc\n',
    });
    expect(await changedLines(repository, { base, head: workingTree }, ['a.ts', 'b.ts', 'c.ts'])).toEqual({
      'a.ts': '2-2',
      'b.ts': '2-2',
      'c.ts': '2-2',
    });
    expect(existsSync(marker)).toBe(false);
  });

  it('is the same whatever the configuration says about patches', async () => {
    const repository = createRepository();
    const base = repository.commit('base', { 'a b.ts': numbered(1, 2, 3, 4, 5), 'é.ts': numbered(1) });
    for (const [key, value] of [
      ['diff.noprefix', 'true'],
      ['diff.mnemonicPrefix', 'true'],
      ['diff.interHunkContext', '9'],
      ['diff.context', '5'],
      ['diff.wordRegex', '.'],
      ['diff.submodule', 'log'],
      ['core.quotePath', 'false'],
      ['color.diff', 'always'],
      ['color.ui', 'always'],
      ['diff.algorithm', 'patience'],
    ] as const) {
      repository.git('config', key, value);
    }
    const commit = repository.commit('head', { 'a b.ts': numbered('x', 2, 3, 4, 'y'), 'é.ts': numbered(2) });
    expect(
      await changedLines(repository, { base, head: { kind: 'commit', commit } }, ['a b.ts', 'é.ts']),
    ).toEqual({
      'a b.ts': '1-1 5-5',
      'é.ts': '1-1',
    });
  });

  it('is not misled by names', async () => {
    const repository = createRepository();
    const names = [
      'a\n+++ b/victim.ts',
      '*.ts',
      ':(top)x.ts',
      '"quoted".ts',
      'tab\t.ts',
      ' b/.ts',
      'back\\slash.ts',
      '-p',
    ];
    const base = repository.commit('base', { 'victim.ts': numbered(1) });
    const commit = repository.commit('head', Object.fromEntries(names.map((name) => [name, numbered(1)])));
    const found = await changedLines(repository, { base, head: { kind: 'commit', commit } }, [
      ...names,
      'victim.ts',
    ]);
    expect(found).toEqual(Object.fromEntries(names.map((name) => [name, '1-1'])));
  });

  it('asks git as often as the arguments need', async () => {
    const repository = createRepository();
    const base = repository.commit('base');
    const names = Array.from({ length: 900 }, (_, index) => `${'long-folder-name/'.repeat(6)}${index}.ts`);
    const commit = repository.commit('head', Object.fromEntries(names.map((name) => [name, numbered(1)])));
    const opened = await openRepository(repository.root, testEnvironment());
    let runs = 0;
    const counting = {
      ...opened,
      run: (...given: Parameters<typeof opened.run>) => {
        runs += 1;
        return opened.run(...given);
      },
    };
    const files = names.map((name) => ({ path: name, oldPath: null }));
    const found = await listChangedLines(counting, { base, head: { kind: 'commit', commit } }, files);
    expect(found.size).toBe(900);
    expect(runs).toBe(2);
  });

  it('leaves out nothing but unchanged lines, whatever changes', async () => {
    const repository = createRepository();
    const lines = fc.array(fc.constantFrom('a', 'b', '+++ b/x', '@@ -1 +1 @@', '', '\\ No newline'), {
      maxLength: 8,
    });
    const pairs = fc.sample(fc.tuple(lines, lines), { numRuns: 40, seed: 5 });
    const text = (side: readonly string[]) => side.join('\n');
    const named = (side: 0 | 1) =>
      Object.fromEntries(pairs.map((pair, index) => [`${index}.ts`, text(pair[side])]));
    const base = repository.commit('base', named(0));
    const commit = repository.commit('head', named(1));
    const opened = await openRepository(repository.root, testEnvironment());
    const files = pairs.map((_, index) => ({ path: `${index}.ts`, oldPath: null }));
    const found = await listChangedLines(opened, { base, head: { kind: 'commit', commit } }, files);
    /** An empty text at the end is no line: it is what follows the last line feed. */
    const linesOf = (side: readonly string[]) => (side.at(-1) === '' ? side.slice(0, -1) : side);
    pairs.forEach(([before, given], index) => {
      const after = linesOf(given);
      const ranges = found.get(`${index}.ts`) ?? [];
      const isChanged = (line: number) => ranges.some((range) => range.line <= line && line <= range.endLine);
      const kept = after.filter((_, at) => !isChanged(at + 1));
      // What is not named as changed stands on the old side, in the same order.
      let from = 0;
      for (const line of kept) {
        from = (before as readonly string[]).indexOf(line, from) + 1;
        expect(from).toBeGreaterThan(0);
      }
    });
  });
});
