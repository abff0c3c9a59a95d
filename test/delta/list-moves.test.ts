import { describe, expect, it } from 'vitest';
import { type ComparedSide, linkFunctions } from '../../src/delta/index.ts';
import { listMoves } from '../../src/delta/list-moves.ts';
import { createFile, createFinding, createFunction } from '../helpers/create-metrics.ts';

/** Token runs that no other body has. */
const runsOf = (body: string) =>
  Array.from(
    { length: 20 },
    (_, index) => 1_000 * [...body].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) + index,
  );

interface Placed {
  readonly name: string;
  readonly line: number;
  /** What follows it from side to side. */
  readonly body?: string;
  readonly smells?: readonly string[];
}

function sideOf(...functions: readonly Placed[]): ComparedSide {
  return {
    metrics: createFile(
      functions.map(({ name, line, body = name }) =>
        createFunction({ name, line, endLine: line + 5, bodyHash: body, bodySketch: runsOf(body) }),
      ),
    ),
    findings: functions.flatMap(({ name, line, smells = ['complex-method'] }) =>
      smells.map((smell) => createFinding(smell, { function: name, line })),
    ),
  };
}

function movesOf(...files: readonly (readonly [ComparedSide | null, ComparedSide | null])[]) {
  const compared = files.map(([old, head], index) => ({
    oldPath: `old/${index}.ts`,
    newPath: `new/${index}.ts`,
    old,
    new: head,
  }));
  const sides = files.map(([old, head]) => ({ old: old?.metrics ?? null, new: head?.metrics ?? null }));
  return listMoves(compared, linkFunctions(sides));
}

describe('listMoves', () => {
  it('says in both files where a function went and came from', () => {
    const old = sideOf({ name: 'pay', line: 10 });
    const head = sideOf({ name: 'settle', line: 30, body: 'pay' });
    expect(movesOf([old, sideOf()], [null, head])).toEqual([
      [
        {
          function: 'pay',
          line: 10,
          smells: ['complex-method'],
          direction: 'out',
          otherPath: 'new/1.ts',
          otherFunction: 'settle',
        },
      ],
      [
        {
          function: 'settle',
          line: 30,
          smells: ['complex-method'],
          direction: 'in',
          otherPath: 'old/0.ts',
          otherFunction: 'pay',
        },
      ],
    ]);
  });

  it('names the smells of both sides, each once, in order', () => {
    const old = sideOf({ name: 'pay', line: 1, smells: ['large-method', 'bumpy-road-ahead'] });
    const head = sideOf({ name: 'pay', line: 1, smells: ['complex-method', 'large-method', 'large-method'] });
    const smells = ['bumpy-road-ahead', 'complex-method', 'large-method'];
    expect(movesOf([old, null], [null, head])).toMatchObject([[{ smells }], [{ smells }]]);
  });

  it('leaves out a function without findings, whatever its neighbours and its file have', () => {
    const healthy = { name: 'pay', line: 20, smells: [] };
    const neighbour = { name: 'ship', line: 1 };
    const old = sideOf(neighbour, healthy);
    const withFileFinding = {
      ...sideOf(healthy),
      findings: [createFinding('low-cohesion', { function: null, line: 20 })],
    };
    expect(movesOf([old, sideOf(neighbour)], [null, withFileFinding])).toEqual([[], []]);
  });

  it('goes by line, then by name', () => {
    const [first, second] = movesOf(
      [
        sideOf({ name: 'late', line: 40 }, { name: 'gamma', line: 5 }),
        sideOf({ name: 'alpha', line: 9 }, { name: 'beta', line: 3 }),
      ],
      [
        sideOf({ name: 'beta', line: 5 }, { name: 'alpha', line: 5 }),
        sideOf({ name: 'late', line: 7 }, { name: 'gamma', line: 2 }),
      ],
    );
    const places = (moves: typeof first) =>
      moves?.map((move) => `${move.line} ${move.function} ${move.direction}`);
    expect(places(first)).toEqual(['3 beta in', '5 gamma out', '9 alpha in', '40 late out']);
    expect(places(second)).toEqual(['2 gamma in', '5 alpha out', '5 beta out', '7 late in']);
  });
});
