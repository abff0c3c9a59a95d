import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { createEmptyReport, createReport } from '../helpers/create-report.ts';
import { render, reportOf } from './render-terminal.ts';

const firstLine = (report: Report) => render(report).split('\n')[0];

const unmeasured = { path: 'src/broken.ts', reason: 'it does not parse', line: 7, unmeasured: true };

describe('the verdict', () => {
  const worse = { introduced: 1, degraded: 1, improved: 0, fixed: 0 };

  it('comes first, with each violated gate in a line, then what to do, then the details', () => {
    const text = render(createReport());
    expect(text.split('\n').slice(0, 4)).toEqual([
      '✗ FAILED  2 of 3 gates violated; 1 file could not be measured',
      '  ✗ hotspot-decline  src/billing/invoice.ts',
      '  ✗ critical-rules   src/billing/invoice.ts:42 and 2 more',
      '  profile   bare-minimum (.codescene/quality-profile.yml at main)',
    ]);
    const order = ['✗ FAILED', '\nWhat to do\n', '\n✗ gate ', '\nsrc/api/client.ts', '\nNot measured'];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('counts the places of a gate whose first one does not fit', () => {
    const gates = createReport().gates.map((gate) => ({
      ...gate,
      conditions: gate.conditions.map((each) => ({ ...each, path: `src/${'deep/'.repeat(20)}a.ts` })),
    }));
    expect(render(createReport({ gates }))).toContain('\n  ✗ critical-rules   3 places\n');
  });

  it('says that nothing differs', () => {
    expect(firstLine(createEmptyReport())).toBe('✓ PASSED  no file differs: there is nothing to judge');
  });

  it('says that no source file differs', () => {
    const summary = { ...createEmptyReport().summary, filesChanged: 3 };
    expect(firstLine(createEmptyReport({ summary }))).toBe(
      '✓ PASSED  no source file of a supported type was measured',
    );
  });

  it('says that nothing got worse', () => {
    expect(firstLine(reportOf({}))).toBe('✓ PASSED  nothing got worse');
  });

  it('counts the warnings of a pass', () => {
    expect(firstLine(reportOf({}, { warnings: ['One.', 'Two.'] }))).toBe(
      '✓ PASSED with 2 warnings  nothing got worse',
    );
  });

  it('says that findings are new or worse though the gate holds', () => {
    const { summary } = reportOf({});
    const report = reportOf({}, { summary: { ...summary, findings: worse } });
    expect(firstLine(report)).toBe('✓ PASSED  2 findings are new or worse, no gate is violated by it');
    expect(firstLine({ ...report, gates: [] })).toBe(
      '✓ PASSED  2 findings are new or worse, no gate is switched on',
    );
  });

  it('says what an incomplete run could judge', () => {
    const report = reportOf({}, { status: 'incomplete', skipped: [unmeasured] });
    expect(firstLine(report)).toBe(
      '⚠ INCOMPLETE  1 file could not be measured; no gate is violated by the rest',
    );
    expect(render(report)).toContain('→ Mend the files that could not be measured');
    expect(render(report)).toContain('✗ src/broken.ts:7  could not be measured: it does not parse');
  });

  it('says of an accepted file that it was not measured', () => {
    const report = reportOf({}, { skipped: [unmeasured] });
    expect(firstLine(report)).toBe('✓ PASSED  nothing got worse; 1 file could not be measured');
    expect(render(report)).not.toContain('What to do');
  });

  it.each([
    [{ sourceKind: 'working-tree', source: null }, 'the working tree with main (merge base 9b1d7e40aa12)'],
    [{ sourceKind: 'index', source: null }, 'the staged changes with main (merge base 9b1d7e40aa12)'],
    [{ targetRef: null }, '3f2a9c81d4e7 with c0ffee00d15e (merge base 9b1d7e40aa12)'],
    [{ targetRef: null, target: null, mergeBase: null }, '3f2a9c81d4e7 with nothing'],
  ] as const)('says what was compared for %o', (differs, expected) => {
    const context = { ...createReport().context, pullRequest: null, ...differs };
    expect(render(createEmptyReport({ context })).split('\n')[2]).toBe(`  compared  ${expected}`);
  });
});
