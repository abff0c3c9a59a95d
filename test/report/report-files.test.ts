import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../src/model/report.ts';
import { complex, healthy, nested } from '../end-to-end/source-code.ts';
import { busy, type Change, changesOf, messagesOf, movesOf, report } from '../helpers/report-change.ts';

/** The same, with its statements cut into two functions and called from the first. */
function split(complexity: number, name: string): string {
  const lines = busy(complexity, name).trimEnd().split('\n');
  const half = Math.ceil(lines.length / 2);
  const first = [...lines.slice(0, half), `  ${name}Rest(n);`, '}'];
  const second = [`function ${name}Rest(n: number) {`, ...lines.slice(half)];
  return `${first.join('\n')}\n${second.join('\n')}\n`;
}

describe('a function that moves to another file', () => {
  it('is neither fixed there nor introduced here, and both files say that it moved', () => {
    const files = report(
      { path: 'src/a.ts', old: busy(12, 'settle') + healthy(), new: healthy() },
      { path: 'src/b.ts', old: healthy('other'), new: healthy('other') + busy(12, 'settle') },
    );
    expect(changesOf(files)).toEqual([]);
    expect(movesOf(files)).toEqual([
      'src/a.ts:1 settle out src/b.ts settle complex-method',
      'src/b.ts:4 settle in src/a.ts settle complex-method',
    ]);
    expect(files.map(({ oldScore, newScore }) => [oldScore, newScore])).toEqual([
      [9.66, 10],
      [10, 9.66],
    ]);
    expect(files[1]?.unchanged).toMatchObject([{ smell: 'complex-method', function: 'settle' }]);
  });

  it('is compared with its old self where it changed on the way', () => {
    const files = report(
      { path: 'src/a.ts', old: busy(20, 'settle'), new: healthy() },
      { path: 'src/b.ts', old: healthy('other'), new: healthy('other') + busy(22, 'settle') },
    );
    expect(changesOf(files)).toEqual(['src/b.ts: degraded complex-method settle 20 -> 22']);
    expect(messagesOf(files)).toEqual([
      'The cyclomatic complexity of settle increased from 20 to 22 (limit 8), moved from src/a.ts',
    ]);
  });

  it('is fixed where it stood when it is mended on the way', () => {
    const files = report(
      { path: 'src/a.ts', old: busy(10, 'settle'), new: healthy() },
      { path: 'src/b.ts', old: healthy('other'), new: healthy('other') + busy(8, 'settle') },
    );
    expect(messagesOf(files)).toEqual([
      'The cyclomatic complexity of settle is no longer above the limit: 8 (was 10, limit 8), moved to src/b.ts',
    ]);
    expect(files[0]?.findings).toMatchObject([{ changeType: 'fixed', line: 1 }]);
  });

  it('is followed into a new file, out of a deleted one, and through a new name', () => {
    const files = report(
      { path: 'src/gone.ts', old: busy(14, 'Old', 'work'), new: null },
      { path: 'src/new.ts', old: null, new: busy(14, 'settleAll', 'work') },
    );
    expect(changesOf(files)).toEqual([]);
    expect(movesOf(files)).toContain('src/new.ts:1 settleAll in src/gone.ts Old complex-method');
  });

  it('is not taken for another function of its name', () => {
    const files = report(
      { path: 'src/a.ts', old: busy(12, 'render', 'draw'), new: healthy() },
      { path: 'src/b.ts', old: healthy('other'), new: healthy('other') + busy(12, 'render', 'paint') },
    );
    expect(changesOf(files)).toEqual([
      'src/a.ts: fixed complex-method render 12 -> 12',
      'src/b.ts: introduced complex-method render null -> 12',
    ]);
    expect(movesOf(files)).toEqual([]);
  });

  it('is one of a class that was cut in two', () => {
    const method = (name: string) => busy(11, name).replace('export function ', '  ').trimEnd();
    const files = report(
      {
        path: 'src/order.ts',
        old: `class Order {\n${method('pay')}\n${method('ship')}\n}\n`,
        new: `class Order {\n${method('pay')}\n}\n`,
      },
      { path: 'src/shipping.ts', old: null, new: `class Shipping {\n${method('ship')}\n}\n` },
    );
    expect(changesOf(files)).toEqual([]);
    expect(movesOf(files)).toContain(
      'src/shipping.ts:2 Shipping.ship in src/order.ts Order.ship complex-method',
    );
  });
});

describe('a function that is split', () => {
  it('gets better where a part of it is still too complex', () => {
    const files = report({ path: 'src/a.ts', old: busy(31, 'settle'), new: split(31, 'settle') });
    expect(changesOf(files)).toEqual([
      'src/a.ts: improved complex-method settle 31 -> 16',
      'src/a.ts: improved complex-method settleRest 31 -> 16',
    ]);
    expect(messagesOf(files)[1]).toBe(
      'The cyclomatic complexity of settleRest decreased from 31 to 16 (limit 8), split from settle',
    );
  });

  it('is not fixed where all of it lives on in a part', () => {
    const part = busy(30, 'settleRest', 'settle');
    const files = report({
      path: 'src/a.ts',
      old: busy(31, 'settle'),
      new: `export function settle(n: number) {\n  if (n > 0) settleRest(n);\n}\n${part}`,
    });
    expect(changesOf(files)).toEqual(['src/a.ts: improved complex-method settleRest 31 -> 30']);
  });

  it('is followed into another file', () => {
    const [first = '', second = ''] = split(31, 'settle').split('function settleRest');
    const files = report(
      { path: 'src/a.ts', old: busy(31, 'settle'), new: first },
      { path: 'src/b.ts', old: null, new: `export function settleRest${second}` },
    );
    expect(messagesOf(files)[1]).toBe(
      'The cyclomatic complexity of settleRest decreased from 31 to 16 (limit 8), split from settle in src/a.ts',
    );
  });

  it('is not split by a copy of it, which is new', () => {
    const files = report({
      path: 'src/a.ts',
      old: busy(31, 'settle'),
      new: busy(31, 'settle') + busy(16, 'copy', 'settle'),
    });
    expect(changesOf(files)).toContain('src/a.ts: introduced complex-method copy null -> 16');
  });

  it('brings what it did not have as new', () => {
    const files = report({
      path: 'src/a.ts',
      old: busy(31, 'settle'),
      new: split(31, 'settle').replace(
        'settleRest(n: number)',
        'settleRest(n: number, a: A, b: B, c: C, d: D)',
      ),
    });
    expect(changesOf(files)).toContain(
      'src/a.ts: introduced excess-number-of-function-arguments settleRest null -> 5',
    );
  });
});

describe('findings of a file', () => {
  it('have their value before and after', () => {
    const file = (complexity: number) =>
      Array.from({ length: 7 }, (_, at) => busy(complexity, `step${at}`)).join('');
    const files = report({ path: 'src/a.ts', old: file(5), new: file(6) });
    expect(changesOf(files)).toEqual(['src/a.ts: degraded overall-code-complexity null 5 -> 6']);
  });
});

describe('a change of formatting', () => {
  const source = busy(12, 'settle') + complex(9) + nested(4) + healthy();

  it.each<[string, (text: string) => string]>([
    ['blank lines', (text) => text.replaceAll('\n', '\n\n')],
    ['indentation', (text) => text.replaceAll(/^ +/gm, (spaces) => '\t'.repeat(spaces.length))],
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['trailing spaces', (text) => text.replaceAll('\n', '  \n')],
    ['comments', (text) => text.replaceAll('\n', ' // why\n').replace('{', '{ /* here */')],
    ['arguments on lines of their own', (text) => text.replaceAll(/\((n), ("\w+")\)/g, '(\n$1,\n$2,\n)')],
    ['no semicolons', (text) => text.replaceAll(';', '')],
    ['order of functions', () => healthy() + nested(4) + complex(9) + busy(12, 'settle')],
  ])('changes nothing: %s', (_, format) => {
    const [file] = report({ path: 'src/a.ts', old: source, new: format(source) });
    expect(file?.findings).toEqual([]);
    expect(file?.unchanged).toHaveLength(3);
    expect(file?.oldScore).toBe(file?.newScore);
  });

  it('changes nothing though lines of code cross the limit', () => {
    const calls = Array.from({ length: 50 }, (_, at) => `  call(${at}, ${at + 1});`).join('\n');
    const old = `export function fill() {\n${calls}\n}\n`;
    const wrapped = old.replaceAll(/\((\d+), (\d+)\)/g, '(\n    $1,\n    $2,\n  )');
    const [file] = report({ path: 'src/a.ts', old, new: wrapped });
    expect(file?.findings).toEqual([]);
    expect(file?.unchanged).toMatchObject([{ smell: 'large-method', measured: 202 }]);
    expect(file?.oldScore).toBe(file?.newScore);
  });

  it('does not hide a change of code beside it', () => {
    const [file] = report({
      path: 'src/a.ts',
      old: busy(9, 'settle'),
      new: busy(10, 'settle').replaceAll('\n', '\n\n'),
    });
    expect(changesOf(file ? [file] : [])).toEqual(['src/a.ts: degraded complex-method settle 9 -> 10']);
  });

  it('changes nothing wherever white space and comments go', () => {
    const gaps = fc.constantFrom(' ', '\n', '\t', ' /* note */ ', '\r\n', ' // note\n');
    fc.assert(
      fc.property(fc.array(gaps, { minLength: 1, maxLength: 30 }), (fillers) => {
        let at = 0;
        const spread = source.replaceAll(
          /[{};,)] ?/g,
          (token) => token + (fillers[at++ % fillers.length] ?? ''),
        );
        const [file] = report({ path: 'src/a.ts', old: source, new: spread });
        expect(file?.findings).toEqual([]);
        expect(file?.oldScore).toBe(file?.newScore);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a change of several files', () => {
  it('is judged the same in any order of the files', () => {
    const changes: readonly Change[] = [
      { path: 'src/a.ts', old: busy(12, 'settle') + busy(20, 'pay'), new: healthy() },
      { path: 'src/b.ts', old: healthy(), new: busy(13, 'settle') },
      { path: 'src/c.ts', old: null, new: busy(20, 'payAll', 'pay') },
      { path: 'src/d.ts', old: split(31, 'ship'), new: null },
      { path: 'src/e.ts', old: null, new: busy(31, 'ship') },
    ];
    const byPath = (files: readonly FileReport[]) => files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const expected = report(...changes);
    fc.assert(
      fc.property(fc.shuffledSubarray([...changes], { minLength: changes.length }), (shuffled) => {
        expect(byPath(report(...shuffled))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
