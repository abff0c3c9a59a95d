import { describe, expect, it } from 'vitest';
import { healthy, nested } from '../end-to-end/source-code.ts';
import { busy } from '../helpers/report-change.ts';
import { all, edit, judge, only, onTop } from './judge-suppressions.ts';

describe('a suppression that stood there before', () => {
  it('takes its finding out of both sides: not listed, without a cost', () => {
    const old = all + busy(12, 'settle');
    expect(judge('ignore', edit(old, old + healthy()))).toEqual({
      changes: [],
      scores: [[10, 10]],
      suppressions: ['src/a.ts:1 complex-method settle'],
      warnings: [],
    });
  });

  it('hides that its finding got worse', () => {
    const { changes, scores } = judge('ignore', edit(all + busy(12, 'settle'), all + busy(40, 'settle')));
    expect([changes, scores]).toEqual([[], [[10, 10]]]);
  });

  it.each(['Complex Method', 'complex-method'])('takes out what it names alone: %s', (name) => {
    const head = only(name) + busy(12, 'settle') + nested(4);
    const { changes, scores, suppressions } = judge('honour', edit(head, head.replace(/n > 3/, 'n >= 3')));
    expect([changes, scores]).toEqual([[], [[9.38, 9.38]]]);
    expect(suppressions).toEqual(['src/a.ts:1 complex-method settle']);
  });

  it('follows its function through a new name, to another file, and both at once', () => {
    const replace = (name: string) => [
      edit(all + busy(12, 'settle', 'pay') + healthy(), healthy()),
      { path: 'src/b.ts', old: null, new: healthy('other') + all + busy(12, name, 'pay') },
    ];
    for (const name of ['settle', 'settleNow']) {
      expect(judge('ignore', ...replace(name))).toMatchObject({
        changes: [],
        suppressions: [`src/b.ts:4 complex-method ${name}`],
      });
    }
    const renamed = edit(all + busy(12, 'settle', 'pay'), all + busy(13, 'settleNow', 'pay'));
    expect(judge('ignore', renamed).suppressions).toEqual(['src/a.ts:1 complex-method settleNow']);
  });

  it('holds in a whole file from its top, for its own findings and those of every function', () => {
    const mean = Array.from({ length: 7 }, (_, at) => busy(9, `step${at}`)).join('');
    const old = onTop(all) + mean;
    const { changes, scores, suppressions } = judge('ignore', edit(old, old + busy(12, 'more')));
    expect([changes, scores]).toEqual([[], [[10, 10]]]);
    expect(suppressions).toContain('src/a.ts:1 overall-code-complexity null');
    expect(suppressions).toContain('src/a.ts:1 complex-method more');
    expect(suppressions).toHaveLength(9);
  });

  it('does not leave its function: a copy beside it, and another function, count', () => {
    const old = all + busy(12, 'settle');
    const { changes, scores } = judge(
      'honour',
      edit(old, `${old}\n\n${busy(12, 'settle').replace('settle(', 'copy(')}`),
    );
    expect(changes).toEqual(['src/a.ts: introduced complex-method copy null -> 12']);
    expect(scores).toEqual([[10, 9.66]]);
  });
});

describe('a suppression that the change adds', () => {
  it('is no improvement where it is honoured', () => {
    expect(judge('honour', edit(busy(12, 'settle'), all + busy(12, 'settle')))).toEqual({
      changes: [],
      scores: [[10, 10]],
      suppressions: ['src/a.ts:1 complex-method settle added'],
      warnings: [],
    });
  });

  it('does not count where the profile has it ignored', () => {
    expect(judge('ignore', edit(busy(12, 'settle'), all + busy(15, 'settle')))).toEqual({
      changes: ['src/a.ts: degraded complex-method settle 12 -> 15'],
      scores: [[9.66, 9.58]],
      suppressions: ['src/a.ts:1 complex-method settle added ignored'],
      warnings: [],
    });
  });

  it.each([
    ['honour', [], 10, ''],
    ['ignore', ['src/a.ts: introduced complex-method settle null -> 12'], 9.66, ' ignored'],
  ] as const)('on new code: %s', (policy, changes, score, ignored) => {
    const head = healthy() + all + busy(12, 'settle');
    expect(judge(policy, edit(healthy(), head))).toMatchObject({
      changes,
      scores: [[10, score]],
      suppressions: [`src/a.ts:4 complex-method settle added${ignored}`],
    });
    const newFile = judge(policy, edit(null, onTop(all) + busy(12, 'settle')));
    expect(newFile).toMatchObject({
      changes,
      scores: [[null, score]],
      suppressions: [`src/a.ts:1 complex-method settle added${ignored}`],
    });
  });

  it('is one for each smell that it did not speak of before', () => {
    const code = busy(80, 'settle');
    const { suppressions } = judge('ignore', edit(only('Complex Method') + code, all + code));
    expect(suppressions).toEqual([
      'src/a.ts:1 complex-method settle',
      'src/a.ts:1 large-method settle added ignored',
    ]);
  });

  it('is none where the file had it and its functions have it now', () => {
    const code = busy(12, 'settle') + all + busy(12, 'pay');
    const { suppressions, scores } = judge('ignore', edit(onTop(all) + code, onTop('') + all + code));
    expect(suppressions).toEqual(['src/a.ts:3 complex-method settle', 'src/a.ts:17 complex-method pay']);
    expect(scores).toEqual([[10, 10]]);
  });

  it('is one for the functions that did not have it where the file has it now', () => {
    const code = busy(12, 'pay') + all + busy(12, 'settle');
    const { suppressions, scores } = judge('ignore', edit(onTop('// Old.\n') + code, onTop(all) + code));
    expect(suppressions).toEqual([
      'src/a.ts:1 complex-method pay added ignored',
      'src/a.ts:17 complex-method settle',
    ]);
    expect(scores).toEqual([[9.66, 9.66]]);
  });

  it('is one in a file whose old side cannot be measured', () => {
    const { suppressions } = judge('honour', edit(`${all}function (`, all + busy(12, 'settle')));
    expect(suppressions).toEqual(['src/a.ts:1 complex-method settle added']);
  });
});

describe('a suppression that the change takes away', () => {
  it('leaves what stood there as it was, on both sides', () => {
    const { changes, scores, suppressions } = judge(
      'honour',
      edit(all + busy(12, 'settle'), busy(12, 'settle')),
    );
    expect({ changes, scores, suppressions }).toEqual({
      changes: [],
      scores: [[9.66, 9.66]],
      suppressions: [],
    });
  });

  it('lets the change be seen: worse, better and mended', () => {
    const without = (complexity: number) =>
      judge('honour', edit(all + busy(12, 'settle'), busy(complexity, 'settle'))).changes;
    expect(without(13)).toEqual(['src/a.ts: degraded complex-method settle 12 -> 13']);
    expect(without(11)).toEqual(['src/a.ts: improved complex-method settle 12 -> 11']);
    expect(without(4)).toEqual(['src/a.ts: fixed complex-method settle 12 -> 12']);
  });

  it('is no decline where the function is split at once', () => {
    const [body] = [busy(15, 'settle').trimEnd().split('\n').slice(1, -1)];
    const part = (name: string, lines: readonly string[]) =>
      `export function ${name}(n: number) {\n${lines.join('\n')}\n}\n`;
    const head = part('first', body.slice(0, 7)) + part('second', body.slice(7));
    const [[oldScore, newScore] = []] = judge('honour', edit(all + busy(15, 'settle'), head)).scores;
    expect([oldScore, newScore]).toEqual([9.58, 10]);
  });
});

describe('the list of suppressions', () => {
  it('names a smell once for each function, by path, line and smell', () => {
    const conditional = '  if (n > 1 && n < 3 && n !== 2) {\n  }\n';
    const twice = busy(12, 'settle').replace('{\n', `{\n${conditional}${conditional}`);
    const file = (path: string) => ({ path, old: null, new: all + twice });
    expect(judge('honour', file('src/b.ts'), file('src/a.ts')).suppressions).toEqual([
      'src/a.ts:1 complex-conditional settle added',
      'src/a.ts:1 complex-method settle added',
      'src/b.ts:1 complex-conditional settle added',
      'src/b.ts:1 complex-method settle added',
    ]);
  });

  it("gives a function's own comment before the file's", () => {
    const head = onTop(all) + only('Complex Method') + busy(12, 'settle') + busy(12, 'pay');
    expect(judge('honour', edit(null, head)).suppressions).toEqual([
      'src/a.ts:1 complex-method pay added',
      'src/a.ts:4 complex-method settle added',
    ]);
  });

  it('tells namesakes apart', () => {
    const head = `${only('Complex Method')}${busy(12, 'settle')}namespace A {\n${busy(12, 'settle')}}\n`;
    const { changes, suppressions } = judge('honour', edit(null, head));
    expect(suppressions).toEqual(['src/a.ts:1 complex-method settle added']);
    expect(changes).toEqual(['src/a.ts: introduced complex-method A.settle null -> 12']);
  });

  it('holds nothing that has nothing to suppress', () => {
    expect(judge('honour', edit(all + healthy(), all + healthy('other'))).suppressions).toEqual([]);
  });
});
