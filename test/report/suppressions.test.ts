import { describe, expect, it } from 'vitest';
import type { NewSuppressions } from '../../src/model/profile.ts';
import type { Suppression } from '../../src/model/report.ts';
import { complex, healthy, nested } from '../end-to-end/source-code.ts';
import { busy, type Change, changesOf, report, reportSuppressing } from '../helpers/report-change.ts';

const all = '// @codescene(disable-all)\n';
const only = (...names: readonly string[]) =>
  `// @codescene(${names.map((name) => `disable:"${name}"`).join(', ')})\n`;
const onTop = (directive: string) => `${directive}import './start.ts';\n\n`;

const describeSuppression = ({ path, line, smell, function: name, added, honoured }: Suppression) =>
  `${path}:${line} ${smell} ${name}${added ? ' added' : ''}${honoured ? '' : ' ignored'}`;

/** What the report says of changes: findings, scores before and after, suppressions, warnings. */
function judge(newSuppressions: NewSuppressions, ...changes: readonly Change[]) {
  const { files, suppressions, warnings } = reportSuppressing(newSuppressions, ...changes);
  return {
    changes: changesOf(files),
    scores: files.map(({ oldScore, newScore }) => [oldScore, newScore]),
    suppressions: suppressions.map(describeSuppression),
    warnings,
  };
}

const edit = (old: string | null, head: string | null): Change => ({ path: 'src/a.ts', old, new: head });

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
    const [body] = [busy(16, 'settle').trimEnd().split('\n').slice(1, -1)];
    const part = (name: string, lines: readonly string[]) =>
      `export function ${name}(n: number) {\n${lines.join('\n')}\n}\n`;
    const head = part('first', body.slice(0, 7)) + part('second', body.slice(7));
    const [[oldScore, newScore] = []] = judge('honour', edit(all + busy(16, 'settle'), head)).scores;
    expect([oldScore, newScore]).toEqual([9.55, 10]);
  });
});

describe('a suppressed function that comes from another file', () => {
  const from = { path: 'src/a.ts', old: all + nested(5), new: '' };

  it('lowers no score that the file is measured by: a decline cannot hide behind it', () => {
    const to = { path: 'src/b.ts', old: healthy(), new: healthy() + all + nested(5) };
    expect(report(from, to)[1]).toMatchObject({ oldScore: 10, oldScoreWithMoves: 10, newScore: 10 });
  });

  it('counts there where the comment was left behind', () => {
    const to = { path: 'src/b.ts', old: healthy(), new: healthy() + nested(5) };
    const [, file] = report(from, to);
    expect(file?.newScore).toBeLessThan(10);
    expect(file?.oldScoreWithMoves).toBe(file?.newScore);
  });
});

describe('a suppressed function that is deleted', () => {
  it('fixes nothing and raises no score: what comes instead is not hidden behind it', () => {
    const { changes, scores } = judge('honour', edit(healthy() + all + nested(6), healthy() + complex(12)));
    expect(changes).toEqual(['src/a.ts: introduced complex-method decide null -> 12']);
    expect(scores).toEqual([[10, 9.66]]);
  });

  it('went with its file: that was scored without it', () => {
    expect(judge('honour', edit(all + nested(6), null))).toMatchObject({
      changes: [],
      scores: [[10, null]],
      suppressions: [],
    });
  });

  it('is not fixed either where the file takes its findings out from now on', () => {
    const head = onTop(all) + healthy();
    expect(judge('honour', edit(healthy() + nested(6), head)).changes).toEqual([]);
    expect(judge('ignore', edit(healthy() + nested(6), head)).changes).toHaveLength(1);
  });
});

describe('what is left of a score', () => {
  it('pays the least for complex methods as long as one of them counts', () => {
    // 0.9 and 0.9 points, lifted to the least of 1.0 where one is left.
    const [one, other] = [busy(10, 'settle'), busy(10, 'pay')];
    const scoreOf = (text: string) => judge('honour', edit(null, text)).scores[0]?.[1];
    expect(scoreOf(one + other)).toBe(scoreOf(busy(20, 'settle')));
    expect(scoreOf(all + one + other)).toBe(9.68);
    expect(scoreOf(all + one + all + other)).toBe(10);
  });

  it('pays for the length of a function whose complexity is suppressed, and the other way round', () => {
    const code = busy(90, 'settle');
    const scoreOf = (text: string) => judge('honour', edit(null, text)).scores[0]?.[1] ?? 0;
    expect(scoreOf(only('Large Method') + code)).toBe(scoreOf(code));
    expect(scoreOf(only('Complex Method') + code)).toBeGreaterThan(scoreOf(code));
    expect(scoreOf(only('Complex Method') + code)).toBeLessThan(10);
  });

  it('pays for a copy as long as one of both counts', () => {
    const twin = busy(8, 'settle', 'pay').replace('\n', `\n${'  pay(n);\n'.repeat(20)}`);
    const other = twin.replace('settle', 'refund');
    const judgeTwins = (first: string, second: string) =>
      judge('honour', edit(null, first + twin + second + other));
    const one = judgeTwins(only('Code Duplication'), '');
    expect(one.changes.map((change) => change.split(' ').slice(1, 4))).toEqual([
      ['introduced', 'code-duplication', 'refund'],
    ]);
    expect(one.scores).toEqual(judgeTwins('', '').scores);
    expect(judgeTwins(only('Code Duplication'), only('Code Duplication')).scores).toEqual([[null, 10]]);
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

describe('warnings', () => {
  const warningsOf = (old: string | null, head: string) => judge('honour', edit(old, head)).warnings;

  it.each([
    ['Complex Methd', 'Did you mean "Complex Method"?'],
    ['complex method', 'Did you mean "Complex Method"?'],
    ['deep-nested', 'Did you mean "Deep, Nested Complexity"?'],
    ['all', 'Did you mean disable-all?'],
    ['cyclomatic', 'codescene-pr explain lists them all.'],
  ])('say that there is no smell %j, which suppresses nothing', (name, advice) => {
    const head = only(name) + busy(12, 'settle');
    const { warnings, suppressions, changes } = judge('honour', edit(null, head));
    expect(warnings).toEqual([`src/a.ts:1: there is no smell "${name}" to suppress. ${advice}`]);
    expect(suppressions).toEqual([]);
    expect(changes).toEqual(['src/a.ts: introduced complex-method settle null -> 12']);
  });

  it('say it also of a comment that stood there before, and let known names beside it count', () => {
    const old = only('Complex Methd', 'Complex Method') + busy(12, 'settle');
    const { warnings, suppressions } = judge('ignore', edit(old, old + healthy()));
    expect(warnings).toHaveLength(1);
    expect(suppressions).toEqual(['src/a.ts:1 complex-method settle']);
  });

  it('say that a comment speaks of nothing, or of no smell, or cannot be read', () => {
    const misplaced = `start();\n${all}stop();\n${busy(12, 'settle')}`;
    expect(warningsOf(null, misplaced)).toEqual([
      'src/a.ts:2: this suppression stands before no function and not at the top of the file: it suppresses nothing.',
    ]);
    expect(warningsOf(null, `// @codescene()\n${busy(12, 'settle')}`)).toEqual([
      'src/a.ts:1: this suppression names no smell.',
    ]);
    expect(warningsOf(null, `// @codescene(disabel:"Complex Method")\n${busy(12, 'settle')}`)).toEqual([
      'src/a.ts:1: "disabel:"Complex Method"" cannot be read as a suppression; write disable:"Complex Method", or disable-all.',
    ]);
  });

  it('say that there is nothing to suppress, where the change added the comment', () => {
    const head = only('Large Method') + busy(12, 'settle');
    const warning = 'src/a.ts:1: there is no Large Method in settle to suppress.';
    expect(warningsOf(null, head)).toEqual([warning]);
    expect(warningsOf(busy(12, 'settle'), head)).toEqual([warning]);
    expect(warningsOf(head, head + healthy())).toEqual([]);
    expect(warningsOf(all + busy(12, 'settle'), head)).toEqual([]);
    expect(warningsOf(null, all + healthy())).toEqual([
      'src/a.ts:1: there is no finding in add to suppress.',
    ]);
    expect(warningsOf(null, onTop(only('Low Cohesion')) + healthy())).toEqual([
      'src/a.ts:1: there is no Low Cohesion in the file to suppress.',
    ]);
  });

  it('speak of the head side alone, file by file', () => {
    expect(warningsOf(only('nonsense') + healthy(), healthy())).toEqual([]);
    const wrong = (path: string) => ({ path, old: null, new: only('nonsense') + healthy() });
    const { warnings } = judge('honour', wrong('src/b.ts'), wrong('src/a.ts'));
    expect(warnings.map((warning) => warning.split(':')[0])).toEqual(['src/a.ts', 'src/b.ts']);
  });

  it('end after ten in a file, and cut what they quote', () => {
    const many = `${only(...Array.from({ length: 50_000 }, (_, at) => `nonsense ${at}`))}${healthy()}`;
    const warnings = warningsOf(null, many);
    expect(warnings).toHaveLength(11);
    expect(warnings[10]).toBe('src/a.ts:1: more suppressions of this file are wrong from here on.');
    const [long = ''] = warningsOf(null, `${only('x'.repeat(100_000))}${healthy()}`);
    expect(long.length).toBeLessThan(200);
  });
});
