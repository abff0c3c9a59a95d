import { describe, expect, it } from 'vitest';
import { evaluateGates } from '../../src/gate/index.ts';
import { resolveText } from '../config/create-files.ts';
import { healthy, nested } from '../end-to-end/source-code.ts';
import { busy, type Change, report } from '../helpers/report-change.ts';
import { createFile, judgeOne } from './create-file-report.ts';

const strict = () =>
  resolveText('version: 1\nextends: pay-down-tech-debt\ngoals: [{ files: "kept/**", goal: supervise }]\n');

async function failedBy(...changes: readonly Change[]): Promise<readonly string[]> {
  const files = report(...changes).map((file) => ({ ...file, hotspot: true }));
  return evaluateGates({ files, profile: await strict() })
    .filter(({ status }) => status === 'failed')
    .map(({ gate }) => gate);
}

/** A function that costs a file its green. */
const bad = busy(60, 'settle') + nested(5, 'dig');
const from = { path: 'src/from.ts', old: healthy() + bad, new: healthy() };
/** A class of so many groups of two methods each that share nothing. */
const classOf = (groups: number) => {
  const members = Array.from(
    { length: groups },
    (_, at) =>
      `  private field${at} = ${at};\n  read${at}() { return 2 * this.field${at}; }\n  write${at}(value: number) { this.field${at} += value; }`,
  );
  return `export class Orders {\n${members.join('\n')}\n}\n`;
};

/** Functions with a mean complexity above the limit. */
const manyComplex = (name: string) => Array.from({ length: 8 }, (_, at) => busy(7, `${name}${at}`)).join('');

describe('what only moves', () => {
  it.each<readonly [when: string, readonly Change[]]>([
    ['into a new file', [from, { path: 'src/to.ts', old: null, new: bad }]],
    ['into an old file', [from, { path: 'src/to.ts', old: healthy('b'), new: healthy('b') + bad }]],
    [
      'into the head of an old file',
      [from, { path: 'src/to.ts', old: healthy('b'), new: bad + healthy('b') }],
    ],
    [
      'into two files',
      [
        from,
        { path: 'src/to.ts', old: null, new: busy(60, 'settle') },
        { path: 'src/too.ts', old: null, new: nested(5, 'dig') },
      ],
    ],
    [
      'together with code of another file',
      [
        from,
        { path: 'src/other.ts', old: healthy('c') + nested(6, 'delve'), new: healthy('c') },
        { path: 'src/to.ts', old: null, new: bad + nested(6, 'delve') },
      ],
    ],
    [
      'with a class that hangs together badly',
      [
        { path: 'src/from.ts', old: healthy() + classOf(7), new: healthy() },
        { path: 'src/to.ts', old: null, new: classOf(7) },
      ],
    ],
    [
      'with half of a file that is complex on the whole',
      [
        { path: 'src/from.ts', old: manyComplex('f') + manyComplex('g'), new: manyComplex('f') },
        { path: 'src/to.ts', old: null, new: manyComplex('g') },
      ],
    ],
    [
      'with the whole file, under another name',
      [
        { ...from, new: null },
        { path: 'src/to.ts', old: null, new: healthy() + bad },
      ],
    ],
    [
      'and gets better on the way',
      [from, { path: 'src/to.ts', old: null, new: busy(50, 'settle') + nested(4, 'dig') }],
    ],
  ])('fails no gate: %s', async (_, changes) => {
    expect(await failedBy(...changes)).toEqual([]);
  });

  it.each<readonly [when: string, readonly Change[], readonly string[]]>([
    [
      'into a new file, with new bad code beside it',
      [from, { path: 'src/to.ts', old: null, new: bad + nested(6, 'delve') }],
      ['new-code-health', 'critical-rules'],
    ],
    [
      'into an old file, with new bad code beside it',
      [from, { path: 'src/to.ts', old: healthy('b'), new: healthy('b') + bad + nested(6, 'delve') }],
      ['hotspot-decline', 'code-health-decline', 'critical-rules'],
    ],
    [
      'and gets worse on the way',
      [from, { path: 'src/to.ts', old: null, new: busy(62, 'settle') + nested(5, 'dig') }],
      ['new-code-health', 'advisory-rules'],
    ],
    [
      'a class, and one more of its kind beside it',
      [
        { path: 'src/from.ts', old: healthy() + classOf(7), new: healthy() },
        {
          path: 'src/to.ts',
          old: null,
          new: classOf(7) + classOf(6).replaceAll(/Orders|field|read|write/g, 'x$&'),
        },
      ],
      ['new-code-health', 'critical-rules'],
    ],
    [
      'a class that falls apart further',
      [
        { path: 'src/from.ts', old: healthy() + classOf(7), new: healthy() },
        { path: 'src/to.ts', old: null, new: classOf(8) },
      ],
      ['critical-rules'],
    ],
    [
      'and stays where it was: a copy',
      [
        { path: 'src/from.ts', old: bad, new: bad + healthy() },
        { path: 'src/to.ts', old: null, new: bad },
      ],
      ['new-code-health', 'critical-rules', 'advisory-rules'],
    ],
    [
      'into a file that is supervised',
      [from, { path: 'kept/to.ts', old: healthy('b'), new: healthy('b') + bad }],
      ['supervise-goals'],
    ],
  ])('is no excuse for what is worse: %s', async (_, changes, expected) => {
    expect(await failedBy(...changes)).toEqual(expected);
  });
});

describe('a condition on a score', () => {
  const moved = createFile({
    oldScore: 10,
    oldScoreWithMoves: 8,
    newScore: 7.5,
    moved: [
      { function: 'dig', line: 1, direction: 'in', otherPath: 'b.ts', otherFunction: 'dig', smells: ['x'] },
    ],
  });

  it('counts from the score with what moved, and names it', () => {
    const { conditions } = judgeOne('code-health-decline', { maxDecline: 0 }, { files: [moved] });
    expect(conditions).toMatchObject([
      {
        measured: 0.5,
        message:
          'Code Health declines from 8.00 (with what moved here) to 7.50, by 0.50; no decline is allowed. Moved here with findings: dig from b.ts.',
      },
    ]);
  });

  it('holds a new file to what moved into it where that is below the limit', () => {
    const added = { ...moved, oldScore: null };
    const { conditions } = judgeOne('new-code-health', { minScore: 9 }, { files: [added] });
    expect(conditions).toMatchObject([
      {
        measured: 7.5,
        limit: 8,
        message:
          'The Code Health of new code is 7.50; the lowest allowed is 9.00, or the 8.00 of what moved here. Moved here with findings: dig from b.ts.',
      },
    ]);
    const same = { ...added, newScore: 8 };
    expect(judgeOne('new-code-health', { minScore: 9 }, { files: [same] }).status).toBe('passed');
    const healthier = { ...added, oldScoreWithMoves: 9.5, newScore: 8.99 };
    expect(judgeOne('new-code-health', { minScore: 9 }, { files: [healthier] }).conditions).toMatchObject([
      { limit: 9 },
    ]);
  });

  it('never gets stricter by what moved', () => {
    const file = createFile({ oldScore: 8, oldScoreWithMoves: 9, newScore: 8 });
    expect(judgeOne('code-health-decline', { maxDecline: 0 }, { files: [file] }).status).toBe('passed');
  });

  it('counts every hundredth of a file with a goal, whatever moved', () => {
    const file = { ...moved, newScore: 8 };
    const goals = (goal: 'refactor' | 'supervise') => ({ files: [file], goals: { [file.path]: goal } });
    expect(judgeOne('supervise-goals', true, goals('supervise')).status).toBe('failed');
    expect(judgeOne('refactoring-goals', true, goals('refactor')).status).toBe('failed');
  });
});
