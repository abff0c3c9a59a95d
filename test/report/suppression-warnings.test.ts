import { describe, expect, it } from 'vitest';
import { healthy } from '../end-to-end/source-code.ts';
import { busy } from '../helpers/report-change.ts';
import { all, edit, judge, only, onTop } from './judge-suppressions.ts';

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
