import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../src/model/report.ts';
import { displayWidth } from '../../src/render/display-width.ts';
import {
  createEmptyReport,
  createHostileReport,
  createHugeReport,
  createReport,
} from '../helpers/create-report.ts';
import { render, reportOf } from './render-terminal.ts';

const finding = createReport().files[1]?.findings[1];

describe('the whole report', () => {
  it('reads like this on 80 columns', async () => {
    await expect(render(createReport())).toMatchFileSnapshot('./terminal-report.txt');
  });

  it.each([60, 80, 100, 130, 200])('keeps to %i columns', (width) => {
    const lines = render(createReport(), { width, all: true }).split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
  });

  it('puts place, smell and message of a finding on one line where there is room', () => {
    expect(render(createReport(), { width: 160 })).toContain(
      '  ↓ worse   src/billing/invoice.ts:42    complex-method          The cyclomatic complexity of Invoice.settle increased from 15 to 18 (limit 8)\n',
    );
  });

  it('says the same with colours as without', () => {
    const colored = render(createReport(), { color: true });
    expect(colored).toContain('\u001b[31m');
    expect(stripVTControlCharacters(colored)).toBe(render(createReport()));
  });

  it('does without anything but ASCII', () => {
    const text = render(createReport(), { unicode: false, all: true });
    expect(text).toMatch(/^[\n\x20-\x7e]*$/);
    expect(text).toContain('src/billing/invoice.ts  8.41 -> 8.07 (-0.34)  hotspot');
  });

  it('shows what did not change, and gates that are off, where all is wanted', () => {
    const text = render(createReport(), { all: true });
    expect(text).toContain('· older   src/billing/invoice.ts:88  complex-conditional');
    expect(text).toContain('· off: code-health-decline, advisory-rules');
    expect(text).not.toContain('older finding as before');
  });
});

describe('files', () => {
  it.each([
    ['src/order.ts  new → 8.41', { change: 'added', oldScore: null, newScore: 8.41, findings: [finding] }],
    ['  src/order.ts  9.10 → deleted', { change: 'deleted', oldScore: 9.1, newScore: null }],
    ['  src/order.ts  not measured → deleted', { change: 'deleted', oldScore: null, newScore: null }],
    ['src/order.ts  not measurable → 8.41 (judged as new)', { oldScore: null, newScore: 8.41 }],
    ['src/order.ts  9.21 → 8.05 (−1.16)', { newScore: 8.05 }],
    ['src/order.ts  9.21 → 10.00 (+0.79)', { newScore: 10 }],
    ['src/order.ts  9.21 (as before)', { findings: [finding] }],
    ['  src/order.ts  9.21 (as before)  was src/a.ts', { change: 'renamed', oldPath: 'src/a.ts' }],
    ['src/order.ts  9.21 → 9.00 (−0.21)  hotspot', { hotspot: true, newScore: 9 }],
    ['  src/order.ts  9.21 (as before)  its path is not valid UTF-8', { pathIsExact: false }],
  ] as [string, Partial<FileReport>][])('shows %j', (expected, file) => {
    expect(render(reportOf(file)).split('\n')).toContain(expected);
  });

  it('shows a fixed finding at its place on the old side', () => {
    const fixed = createReport().files[1]?.findings.filter(({ changeType }) => changeType === 'fixed') ?? [];
    const text = render(reportOf({ oldPath: 'src/old.ts', change: 'renamed', findings: fixed }));
    expect(text).toContain('  ✓ fixed  src/old.ts:201  bumpy-road-ahead');
  });
});

describe('long lists', () => {
  const huge = createHugeReport(300, 10);

  it('cuts the conditions of a gate, and says so', () => {
    expect(render(huge)).toContain('  … and 2990 more (--all)\n');
    expect(render(huge, { all: true })).not.toContain('--all');
  });

  it('cuts the files in which something changed, the largest decline first', () => {
    const text = render(huge);
    expect(text.match(/✗ new/g)).toHaveLength(100);
    expect(text).toContain('  … and 290 more (--all)\n');
    expect(render(huge, { all: true }).match(/✗ new/g)).toHaveLength(3000);
    const [file] = createHugeReport(1, 1).files;
    if (!file) throw new Error('The report has no file.');
    const files = [9, 8, 7].map((newScore) => ({ ...file, path: `src/scored-${newScore}.ts`, newScore }));
    expect(render({ ...huge, files }).match(/^src\S+/gm)).toEqual([
      'src/scored-7.ts',
      'src/scored-8.ts',
      'src/scored-9.ts',
    ]);
  });

  it('cuts the findings of a file', () => {
    const text = render(createHugeReport(1, 25));
    expect(text.match(/✗ new/g)).toHaveLength(10);
    expect(text.match(/… and 15 more \(--all\)/g)).toHaveLength(2);
  });

  it('cuts files, skipped files, warnings and suppressions, those first that matter', () => {
    const many = <T>(create: (index: number) => T) => Array.from({ length: 30 }, (_, index) => create(index));
    const report = createEmptyReport({
      files: many((index) => ({ ...(reportOf({}).files[0] as FileReport), path: `src/file${index}.ts` })),
      skipped: many((index) => ({
        path: `src/s${index}.ts`,
        reason: 'excluded',
        line: null,
        unmeasured: index === 29,
      })),
      warnings: many((index) => `Warning ${index}.`),
      suppressions: many((index) => ({
        path: `src/p${index}.ts`,
        line: 1,
        smell: 'large-method',
        function: null,
        added: index === 29,
        honoured: true,
      })),
    });
    const text = render(report);
    expect(text.match(/… and 20 more \(--all\)/g)).toHaveLength(3);
    expect(text.match(/… and 19 more \(--all\)/g)).toHaveLength(1);
    expect(text).toContain('Not measured (30)\n  ✗ src/s29.ts  could not be measured: excluded\n');
    expect(text).toContain(
      'Suppressions added by this change (1)\n  ⚠ src/p29.ts:1  large-method in the file\n\nOlder suppressions (29)\n',
    );
  });

  it('explains the most frequent smells', () => {
    expect(render(huge)).toContain('→ codescene-pr explain bumpy-road-ahead');
  });
});

describe('suppressions', () => {
  const suppression = {
    path: 'src/a.ts',
    line: 3,
    smell: 'large-method',
    function: 'settle',
    added: true,
    honoured: false,
  };

  it('that the change added are set apart, those first that are ignored', () => {
    const suppressions = [
      suppression,
      { ...suppression, line: 9, honoured: true },
      { ...suppression, line: 1, function: null, added: false, honoured: true },
    ];
    expect(render(createEmptyReport({ suppressions }))).toContain(`
Suppressions added by this change, ignored until they stand on the target (1)
  ⚠ src/a.ts:3  large-method in settle

Suppressions added by this change (1)
  ⚠ src/a.ts:9  large-method in settle

Older suppressions (1)
  · src/a.ts:1  large-method in the file
`);
  });

  it('that stood there before are called nothing else where the change added none', () => {
    const suppressions = [{ ...suppression, added: false, honoured: true }];
    const text = render(createEmptyReport({ suppressions }));
    expect(text).toContain('\nSuppressions (1)\n  · src/a.ts:3  large-method in settle\n');
    expect(text).not.toContain('added by this change');
  });
});

describe('hostile text', () => {
  it('is shown, and harmless', () => {
    const text = render(createHostileReport());
    expect(text).toMatch(/^[^\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);
    expect(text.replaceAll('\n', '')).toMatch(/^\P{Cc}*$/u);
    expect(text).toContain('\\x1b[2J\\x1b]0;owned\\x07\\x00\\x7f\\x9b31m\\x0d\\x0a\\x09\\u202egpj');
  });
});
