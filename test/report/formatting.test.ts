import { describe, expect, it } from 'vitest';
import { healthy } from '../end-to-end/source-code.ts';
import { busy, changesOf, movesOf, report } from '../helpers/report-change.ts';

/** A function of so many calls, each on a line of its own. */
const calls = (name: string, count: number) => {
  const lines = Array.from({ length: count }, (_, at) => `  ${name}Call${at}(${at}, ${at + 1});`);
  return `export function ${name}() {\n${lines.join('\n')}\n}\n`;
};

/** What a formatter does with narrower lines: four lines for one. */
const wrap = (text: string) => text.replaceAll(/\((\d+), (\d+)\)/g, '(\n    $1,\n    $2,\n  )');

/** Where the old code stands is of the old layout. */
const withoutOldLines = (files: ReturnType<typeof report>) =>
  files.map((file) => ({ ...file, findings: file.findings.map(({ otherSide: _, ...rest }) => rest) }));

describe('formatting beside a change of code', () => {
  it('costs no score and no finding: what stands as before is compared in its new layout', () => {
    const old = calls('fill', 90) + calls('drain', 60) + healthy();
    const [file] = report({ path: 'src/a.ts', old, new: wrap(old).replace('a + b', 'a - b') });
    expect(file?.findings).toEqual([]);
    expect(file?.unchanged.map(({ function: name, measured }) => `${name} ${measured}`)).toEqual([
      'fill 362',
      'drain 242',
    ]);
    expect(file?.oldScore).toBe(file?.newScore);
  });

  it.each([
    ['a union', '= start as\n  | A\n  | undefined;', '= start as A | undefined;'],
    ['an intersection', ': (\n  & A\n  & B\n) = start;', ': (A & B) = start;'],
  ])('knows the sign in front of %s from an operator', (_, wrapped, plain) => {
    const fill = (type: string) => calls('fill', 90).replace('{\n', `{\n  let value ${type}\n`);
    const [file] = report({ path: 'src/a.ts', old: fill(wrapped), new: fill(plain) });
    expect(file?.findings).toEqual([]);
    expect(file?.unchanged).toMatchObject([{ smell: 'large-method' }]);
  });

  it('leaves the decline that comes from code', () => {
    const old = calls('fill', 90) + busy(10, 'settle');
    const edited = calls('fill', 90) + busy(20, 'settle');
    const formatted = report({ path: 'src/a.ts', old: wrap(old), new: wrap(edited) });
    const both = report({ path: 'src/a.ts', old, new: wrap(edited) });
    expect(withoutOldLines(both)).toEqual(withoutOldLines(formatted));
    expect(changesOf(both)).toEqual(['src/a.ts: degraded complex-method settle 10 -> 20']);
    expect(both[0]?.newScore).toBeLessThan(both[0]?.oldScore ?? 0);
  });

  it('does not cover lines that were added to the very function', () => {
    const files = report({ path: 'src/a.ts', old: calls('fill', 60), new: wrap(calls('fill', 61)) });
    expect(changesOf(files)).toEqual(['src/a.ts: introduced large-method fill null -> 246']);
  });
});

describe('formatting of a function that moves', () => {
  it('is no change on the way', () => {
    const files = report(
      { path: 'src/a.ts', old: calls('fill', 90) + healthy(), new: healthy() },
      { path: 'src/b.ts', old: null, new: wrap(calls('fill', 90)) },
    );
    expect(changesOf(files)).toEqual([]);
    expect(movesOf(files)).toContain('src/b.ts:1 fill in src/a.ts fill large-method');
  });
});

describe('formatting of functions that are alike', () => {
  /** Two functions that differ in their last call alone. */
  const twins = (count: number) =>
    calls('fill', count) +
    calls('fill', count)
      .replace('fill()', 'refill()')
      .replace(`fillCall${count - 1}`, 'stop');

  it.each([
    ['that become long enough to be compared', 8],
    ['that are long enough as they are', 25],
  ])('brings no duplication: %s', (_, count) => {
    const old = twins(count) + healthy();
    const [file] = report({ path: 'src/a.ts', old, new: wrap(old).replace('a + b', 'a - b') });
    expect(file?.findings).toEqual([]);
    expect(file?.unchanged.map(({ smell }) => smell)).toContain('code-duplication');
    expect(file?.oldScore).toBe(file?.newScore);
  });

  it('hides no copy that is new', () => {
    const one = calls('fill', 25);
    const files = report({ path: 'src/a.ts', old: one, new: wrap(twins(25)) });
    expect(changesOf(files).filter((change) => change.includes('introduced code-duplication'))).toHaveLength(
      2,
    );
  });
});
