import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GateSettings, gateNames } from '../../src/model/profile.ts';
import type { FileReport } from '../../src/model/report.ts';
import { allOff, createFile, judge, judgeOne } from './create-file-report.ts';

/** A file of which so many new and changed lines are covered. */
function covered(coveredLines: number, executableLines: number, path = 'src/a.ts'): FileReport {
  const missing = executableLines - coveredLines;
  const uncovered = missing === 0 ? [] : [{ line: 7, endLine: 6 + missing }];
  return createFile({ path, coverage: { executableLines, coveredLines, uncovered } });
}

const eighty = { minNewAndChangedLines: 80, minExecutableLines: 10 };

const verdict = (files: readonly FileReport[], settings: GateSettings['coverage'] = eighty) =>
  judgeOne('coverage', settings, { files });

describe('the gate on coverage', () => {
  it.each([
    ['holds at the limit', covered(8, 10), eighty, 'passed'],
    ['is violated below it', covered(7, 10), eighty, 'failed'],
    ['is violated at 79.99 of 80 %', covered(7999, 10_000), eighty, 'failed'],
    ['holds at 80 % of many lines', covered(8000, 10_000), eighty, 'passed'],
    ['holds a limit with decimals', covered(333, 1000), { ...eighty, minNewAndChangedLines: 33.3 }, 'passed'],
    [
      'holds one that has no exact value',
      covered(33, 1500),
      { ...eighty, minNewAndChangedLines: 2.2 },
      'passed',
    ],
    ['is violated below one', covered(332, 1000), { ...eighty, minNewAndChangedLines: 33.3 }, 'failed'],
    ['judges from the least number of lines', covered(0, 10), eighty, 'failed'],
    ['does not judge fewer lines', covered(0, 9), eighty, 'not-applicable'],
    [
      'judges one line where the profile wants that',
      covered(0, 1),
      { ...eighty, minExecutableLines: 1 },
      'failed',
    ],
    ['does not judge no line', covered(0, 0), { ...eighty, minExecutableLines: 1 }, 'not-applicable'],
    ['holds at 0 %', covered(0, 10), { ...eighty, minNewAndChangedLines: 0 }, 'passed'],
    ['wants all at 100 %', covered(99, 100), { ...eighty, minNewAndChangedLines: 100 }, 'failed'],
    ['holds at 100 %', covered(100, 100), { ...eighty, minNewAndChangedLines: 100 }, 'passed'],
    ['says nothing without coverage', createFile(), eighty, 'not-applicable'],
    ['is off where the profile has it off', covered(0, 10), false, 'off'],
  ] as const)('%s', (_, file, settings, status) => {
    expect(verdict([file], settings).status).toBe(status);
  });

  it('judges all files together, so that many small ones cannot hide', () => {
    const small = Array.from({ length: 5 }, (_, index) => covered(0, 2, `src/${index}.ts`));
    expect(verdict(small)).toMatchObject({ status: 'failed', conditions: { length: 5 } });
    expect(verdict(small.slice(1)).status).toBe('not-applicable');
  });

  it('lets a file be below where all together are not', () => {
    expect(verdict([covered(0, 2, 'src/a.ts'), covered(18, 18, 'src/b.ts')])).toMatchObject({
      status: 'passed',
      conditions: [],
    });
  });

  it('names the files below the limit, with the first line and the total', () => {
    const files = [covered(2, 3, 'src/b.ts'), covered(9, 9, 'src/c.ts'), covered(1, 9, 'src/a.ts')];
    expect(verdict(files).conditions).toEqual([
      {
        path: 'src/a.ts',
        line: 7,
        smell: null,
        measured: 11.1,
        limit: 80,
        message:
          'Of the new and changed lines 1 of 9 (11.1 %) are covered by tests, in all files together 12 of 21 (57.1 %); the lowest allowed share is 80 %.',
      },
      expect.objectContaining({ path: 'src/b.ts', line: 7, measured: 66.6 }),
    ]);
  });

  it('never shows a share below the limit as the limit', () => {
    const [condition] = verdict([covered(79_999, 100_000)]).conditions;
    expect(condition?.measured).toBe(79.9);
  });

  it('leaves files without coverage out of the sum', () => {
    const unknown = createFile({ path: 'src/unknown.ts' });
    expect(verdict([covered(8, 10), unknown]).status).toBe('passed');
    expect(verdict([covered(7, 10), unknown]).conditions.map(({ path }) => path)).toEqual(['src/a.ts']);
  });
});

describe('overrides of the gate on coverage', () => {
  const only = (settings: GateSettings['coverage']) => ({ ...allOff, coverage: settings });
  const verdictOf = (
    files: readonly FileReport[],
    gates: GateSettings,
    overridden: Readonly<Record<string, GateSettings>>,
  ) => judge(files, { gates, overridden })[gateNames.indexOf('coverage')];

  it('take files out of the sum', () => {
    const files = [covered(10, 10, 'src/a.ts'), covered(0, 90, 'scripts/b.ts')];
    expect(verdictOf(files, only(eighty), {})?.status).toBe('failed');
    expect(verdictOf(files, only(eighty), { 'scripts/b.ts': only(false) })?.status).toBe('passed');
  });

  it('make files with other numbers a part of their own', () => {
    const files = [covered(10, 10, 'src/a.ts'), covered(5, 10, 'legacy/b.ts')];
    const half = only({ ...eighty, minNewAndChangedLines: 50 });
    expect(verdictOf(files, only(eighty), { 'legacy/b.ts': half })?.status).toBe('passed');
    const strict = only({ ...eighty, minNewAndChangedLines: 60 });
    expect(verdictOf(files, only(eighty), { 'legacy/b.ts': strict })).toMatchObject({
      status: 'failed',
      conditions: [{ path: 'legacy/b.ts', limit: 60 }],
    });
  });

  it('count together where they give the same numbers', () => {
    const files = [covered(0, 5, 'src/a.ts'), covered(0, 5, 'src/b.ts')];
    expect(verdictOf(files, only(eighty), { 'src/b.ts': only({ ...eighty }) })?.status).toBe('failed');
  });
});

describe('whatever is covered', () => {
  const someFile = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
  const someFiles = fc
    .array(someFile, { maxLength: 6 })
    .map((all) => all.map(([part, whole], index) => covered(part, whole, `${index}.ts`)));
  const someSettings = fc.record({
    minNewAndChangedLines: fc.integer({ min: 0, max: 100 }),
    minExecutableLines: fc.integer({ min: 1, max: 60 }),
  });

  it('a line less covered never makes a failed gate pass', () => {
    fc.assert(
      fc.property(someFiles, someSettings, fc.nat(5), (files, settings, index) => {
        const worse = files.map((file, at) => {
          const { coveredLines = 0, executableLines = 0 } = file.coverage ?? {};
          return at === index ? covered(Math.max(0, coveredLines - 1), executableLines, file.path) : file;
        });
        if (verdict(files, settings).status === 'failed') {
          expect(verdict(worse, settings).status).toBe('failed');
        }
      }),
    );
  });

  it('a change that is violated has a violated part, however its files are parted', () => {
    const parted = fc.record({ files: someFiles, minNewAndChangedLines: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(parted, fc.nat(6), ({ files, minNewAndChangedLines }, at) => {
        const settings = { minNewAndChangedLines, minExecutableLines: 1 };
        if (verdict(files, settings).status !== 'failed') return;
        const parts = [files.slice(0, at), files.slice(at)].map((part) => verdict(part, settings).status);
        expect(parts).toContain('failed');
      }),
    );
  });

  it('it fails with a condition, and the order of files changes nothing', () => {
    fc.assert(
      fc.property(someFiles, someSettings, (files, settings) => {
        const result = verdict(files, settings);
        expect(result.conditions.length > 0).toBe(result.status === 'failed');
        expect(verdict([...files].reverse(), settings)).toEqual(result);
      }),
    );
  });
});
