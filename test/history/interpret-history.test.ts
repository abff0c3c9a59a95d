import { describe, expect, it } from 'vitest';
import { interpretHistory } from '../../src/history/interpret-history.ts';
import { listMoves } from '../../src/history/list-moves.ts';
import { listPathsToLookUp } from '../../src/history/list-paths-to-look-up.ts';
import { added, commitOf, deleted, pastOf, renamed, times } from './create-past.ts';

const filesOf = (past: ReturnType<typeof pastOf>) => past.commits.map(({ files }) => files);

describe('listMoves', () => {
  it.each([
    { what: 'what git calls renamed', changes: [renamed('a.ts', 'b.ts')], moves: ['a.ts > b.ts'] },
    {
      what: 'a file that came to another folder by its name',
      changes: [deleted('old/order.ts'), added('new/order.ts'), added('new/other.ts')],
      moves: ['old/order.ts > new/order.ts'],
    },
    {
      what: 'nothing of a name that more than one has',
      changes: [deleted('old/order.ts'), added('new/order.ts'), added('newer/order.ts')],
      moves: [],
    },
    {
      what: 'nothing of a name that every folder has',
      changes: [deleted('old/index.ts'), added('new/index.ts')],
      moves: [],
    },
    { what: 'nothing of another name', changes: [deleted('order.ts'), added('orders.ts')], moves: [] },
  ])('takes $what', ({ changes, moves }) => {
    expect(listMoves({ changes }).map(({ from, to }) => `${from} > ${to}`)).toEqual(moves);
  });
});

describe('interpretHistory', () => {
  it('counts what was done to a file under its earlier names', () => {
    const commits = [
      ...times(2, 'c.ts'),
      commitOf(renamed('b.ts', 'c.ts')),
      ...times(2, 'b.ts'),
      commitOf(deleted('a/b.ts'), added('b.ts')),
      ...times(2, 'a/b.ts'),
    ];
    const past = pastOf(commits, { 'c.ts': 1 });
    expect(filesOf(past)).toEqual(Array.from({ length: 8 }, () => ['c.ts']));
    expect([past.nameOf('a/b.ts'), past.nameOf('b.ts'), past.nameOf('x.ts')]).toEqual([
      'c.ts',
      'c.ts',
      'x.ts',
    ]);
  });

  it('follows a move though a commit of another branch comes after it', () => {
    const past = pastOf([...times(1, 'a.ts'), commitOf(renamed('a.ts', 'b.ts')), ...times(1, 'a.ts')], {
      'b.ts': 1,
    });
    expect(past.commits).toHaveLength(3);
  });

  it('takes a path that stands again for itself', () => {
    const past = pastOf([commitOf(added('a.ts')), commitOf(renamed('a.ts', 'b.ts')), ...times(1, 'a.ts')], {
      'a.ts': 1,
      'b.ts': 1,
    });
    expect(filesOf(past)).toEqual([['a.ts'], ['b.ts'], ['a.ts']]);
  });

  it('does not run in a circle of moves', () => {
    const past = pastOf([commitOf(renamed('a.ts', 'b.ts')), commitOf(renamed('b.ts', 'a.ts'))], {});
    expect(past.nameOf('a.ts')).toBe('a.ts');
    expect(past.commits).toEqual([]);
  });

  it('leaves out what is gone, what is no source file, and commits of such files alone', () => {
    const past = interpretHistory({
      commits: [commitOf('a.ts', 'gone.ts', 'generated.ts', 'README.md'), commitOf('generated.ts')],
      sizes: new Map([
        ['a.ts', 3],
        ['generated.ts', 9],
      ]),
      isSource: (path) => path !== 'generated.ts',
    });
    expect(past.commits).toEqual([{ author: 'ada@example.com', files: ['a.ts'], breadth: 4 }]);
    expect([...past.sizes]).toEqual([['a.ts', 3]]);
  });
});

describe('listPathsToLookUp', () => {
  const lookUp = (commits: ReturnType<typeof times>, changed: readonly string[] = []) =>
    [
      ...listPathsToLookUp({
        commits,
        minCommits: 4,
        changed,
        isSupported: (path) => path.endsWith('.ts'),
      }),
    ].sort();

  it('asks about files that changed often enough, their earlier names counted in', () => {
    const commits = [
      ...times(2, 'b.ts'),
      commitOf(renamed('a.ts', 'b.ts')),
      ...times(1, 'a.ts'),
      ...times(3, 'seldom.ts'),
      ...times(4, 'often.ts', 'notes.md'),
    ];
    expect(lookUp(commits)).toEqual(['a.ts', 'b.ts', 'often.ts']);
  });

  it('asks about what changes now, with where it came from and went', () => {
    const commits = [
      commitOf(renamed('b.ts', 'c.ts')),
      commitOf(renamed('a.ts', 'b.ts')),
      ...times(1, 'x.ts'),
    ];
    expect(lookUp(commits, ['b.ts', 'new.ts'])).toEqual(['a.ts', 'b.ts', 'c.ts', 'new.ts']);
  });
});
