import { describe, expect, it } from 'vitest';
import type { GateResult } from '../../../src/model/report.ts';
import { describeAnnotationGaps } from '../../../src/publish/annotations.ts';
import { findReportLink, toReportPayload } from '../../../src/publish/bitbucket-cloud/report.ts';
import { sampleFile, sampleReport } from '../sample-report.ts';

const target = { workspace: 'acme', repoSlug: 'shop', commit: '0123456789ab', pullRequest: null };
const link = 'https://bitbucket.org/acme/shop/pull-requests/7';

function payload(parts: Parameters<typeof sampleReport>[0] = {}, notes: readonly string[] = []) {
  return toReportPayload(sampleReport(parts), { reportId: 'codescene-pr', link, notes });
}

function value(title: string, parts: Parameters<typeof sampleReport>[0] = {}) {
  return payload(parts).data.find((field) => field.title === title)?.value;
}

const sampleFunction = {
  name: 'parse',
  line: 1,
  endLine: 9,
  cyclomaticComplexity: 1,
  linesOfCode: 9,
  maxNestingDepth: 0,
  bumps: 0,
  parameters: 0,
  counted: true,
};

const noFindings = { introduced: 0, degraded: 0, improved: 0, fixed: 0 };

function failedGate(conditions: number): GateResult {
  return {
    gate: 'critical-rules',
    status: 'failed',
    conditions: Array.from({ length: conditions }, (_, index) => ({
      path: 'src/parse.ts',
      line: index + 1,
      smell: 'complex-method',
      measured: 14,
      limit: 10,
      message: 'parse has a cyclomatic complexity of 14 (max 10)',
    })),
  };
}

describe('the Code Insights report', () => {
  it('holds result, counts and scores', () => {
    expect(payload()).toEqual({
      title: 'Code Health',
      reporter: 'codescene-pr',
      report_type: 'BUG',
      link,
      result: 'PASSED',
      details: [
        'Passed: 1 finding is new or worse, no gate is switched on.',
        'Findings: 1 introduced.',
        'Profile: bare-minimum, built-in.',
      ].join('\n'),
      data: [
        { type: 'TEXT', title: 'Code Health', value: '9.20 → 8.10 (−1.10)' },
        { type: 'TEXT', title: 'Largest decline', value: '9.20 → 8.10 (−1.10) in src/parse.ts' },
        { type: 'TEXT', title: 'Failed gates', value: 'none' },
        { type: 'NUMBER', title: 'Introduced', value: 1 },
        { type: 'NUMBER', title: 'Degraded', value: 0 },
        { type: 'NUMBER', title: 'Improved or fixed', value: 0 },
        { type: 'TEXT', title: 'Files', value: '1 of 1 measured' },
      ],
    });
  });

  it('names the violated conditions', () => {
    const failed = payload({ status: 'failed', gates: [failedGate(1)] });
    expect(failed.result).toBe('FAILED');
    expect(failed.details).toContain('Failed: 1 of 1 gate violated.\nGates violated: critical-rules.\n');
    expect(failed.details).toContain(
      'critical-rules: src/parse.ts:1: parse has a cyclomatic complexity of 14 (max 10)',
    );
  });

  it('says how many conditions there is no room for, and keeps the notes', () => {
    const { details } = payload({ status: 'failed', gates: [failedGate(500)] }, [
      'Annotations: the worst 1000.',
    ]);
    expect(details.length).toBeLessThanOrEqual(2000);
    expect(details).toContain('Annotations: the worst 1000.');
    const shown = details.split('\n').filter((line) => line.startsWith('critical-rules')).length;
    expect(shown).toBeGreaterThan(15);
    expect(details).toMatch(new RegExp(`… and ${500 - shown} more violations\\.$`));
  });

  it('goes gate by gate, and shows the worst of each where there is no room for all', () => {
    const decline = (index: number) => ({
      path: `src/${index}.ts`,
      line: null,
      smell: null,
      measured: index / 100,
      limit: 0,
      message: `declines by ${index / 100}.`,
    });
    const conditions = Array.from({ length: 200 }, (_, index) => decline(index + 1));
    const { details } = payload({
      status: 'failed',
      gates: [
        { gate: 'hotspot-decline', status: 'passed', conditions: [] },
        { gate: 'code-health-decline', status: 'failed', conditions },
        { gate: 'new-code-health', status: 'not-applicable', conditions: [] },
        failedGate(200),
        { gate: 'advisory-rules', status: 'off', conditions: [] },
      ],
    });
    expect(details).toContain(
      'Gates violated: code-health-decline, critical-rules. Gates passed: hotspot-decline. Not applicable: new-code-health.',
    );
    const shown = details.split('\n').filter((line) => /^[a-z-]+: src/.test(line));
    const ofDecline = shown.filter((line) => line.startsWith('code-health-decline'));
    expect(ofDecline[0]).toBe('code-health-decline: src/200.ts: declines by 2.');
    expect(shown.slice(0, ofDecline.length)).toEqual(ofDecline);
    expect(Math.abs(shown.length - 2 * ofDecline.length)).toBeLessThanOrEqual(1);
  });

  it('says what a change without a source file is judged by', () => {
    const summary = { filesChanged: 2, filesAnalyzed: 0, filesSkipped: 2, findings: noFindings };
    const gates = [{ gate: 'hotspot-decline', status: 'not-applicable', conditions: [] }] as const;
    expect(payload({ files: [], summary, gates }).details.split('\n')).toEqual([
      'Passed: no source file of a supported type was measured.',
      'Profile: bare-minimum, built-in.',
    ]);
  });

  it('is failed where the analysis is incomplete, and says what could not be measured', () => {
    const skipped = [
      { path: 'src/broken\u202e.ts', reason: 'does not parse', line: 3, unmeasured: true },
      { path: 'src/large.ts', reason: 'too large', line: null, unmeasured: true },
      { path: 'vendor/x.ts', reason: 'excluded', line: null, unmeasured: false },
    ];
    const incomplete = payload({ status: 'incomplete', skipped });
    expect(incomplete.result).toBe('FAILED');
    expect(incomplete.details).toContain('Incomplete: ');
    expect(incomplete.details).toContain(
      'Could not be measured: src/broken\\u202e.ts (does not parse), and 1 more.',
    );
    expect(value('Files', { status: 'incomplete', skipped })).toBe(
      '1 of 1 measured, 2 could not be measured',
    );
  });

  it('shows the largest decline, a new file counting from 10 and shown as new', () => {
    const files = [
      sampleFile({ path: 'a.ts', oldScore: 9, newScore: 8 }),
      sampleFile({ path: 'b.ts', change: 'added', oldScore: null, newScore: 7 }),
      sampleFile({ path: 'c.ts', oldScore: 3, newScore: 9 }),
      sampleFile({ path: 'd.ts', oldScore: 9, newScore: null, change: 'deleted' }),
    ];
    expect(value('Largest decline', { files })).toBe('new → 7.00 in b.ts');
  });

  it('shows the largest rise where nothing declined, and nothing where no score changed', () => {
    const files = [
      sampleFile({ path: 'a.ts', oldScore: 8, newScore: 9 }),
      sampleFile({ path: 'b.ts', oldScore: 8, newScore: 8.04 }),
    ];
    expect(value('Largest rise', { files })).toBe('8.00 → 9.00 (+1.00) in a.ts');
    expect(value('Largest rise', { files: [] })).toBeUndefined();
    expect(value('Code Health', { files: [] })).toBe('no score to compare');
    expect(value('Code Health', { files: [sampleFile({ oldScore: 9, newScore: 9 })] })).toBe(
      '9.00 (as before)',
    );
  });

  it('weights the files by their lines of code', () => {
    const ofLines = (path: string, linesOfCode: number, [oldScore, newScore]: [number, number]) =>
      sampleFile({ path, oldScore, newScore, functions: [{ ...sampleFunction, linesOfCode }] });
    const files = [ofLines('a.ts', 300, [10, 9]), ofLines('b.ts', 100, [6, 8])];
    expect(value('Code Health', { files })).toBe('9.00 → 8.75 (−0.25)');
  });

  it('shows the share of new and changed lines that are covered, and the review level, where known', () => {
    const coverage = { executableLines: 3, coveredLines: 2, uncovered: [{ line: 4, endLine: 4 }] };
    const parts = {
      files: [sampleFile({ coverage })],
      reviewLevel: { level: 'high' as const, reason: 'many files' },
    };
    expect(payload(parts).data).toContainEqual({
      type: 'PERCENTAGE',
      title: 'Coverage of new and changed lines',
      value: 66.6,
    });
    expect(value('Recommended review', parts)).toBe('high');
  });

  it('counts hotspots where the history is known', () => {
    expect(value('Hotspots touched')).toBeUndefined();
    const files = [sampleFile({ hotspot: true }), sampleFile({ path: 'b.ts', hotspot: false })];
    expect(value('Hotspots touched', { files })).toBe(1);
  });

  it('never has more than ten fields', () => {
    const coverage = { executableLines: 3, coveredLines: 2, uncovered: [] };
    const files = [sampleFile({ hotspot: true, coverage })];
    const { data } = payload({ files, reviewLevel: { level: 'low', reason: 'one file' } });
    expect(data).toHaveLength(10);
    expect(data.at(-1)?.title).toBe('Files');
  });

  it('names what could not be annotated', () => {
    const onInexactPaths = [1, 2, 3, 4, 5].map((line) => `src/caf\\xe9.ts:${line}: parse is bad`);
    const gaps = describeAnnotationGaps({ annotations: [], overflow: 0, onDeletedFiles: 0, onInexactPaths });
    const { details } = payload({}, gaps);
    expect(details).toContain('Not annotated: 5 on paths that are not UTF-8.');
    expect(details).toContain('Not annotated: src/caf\\xe9.ts:3: parse is bad');
    expect(details).toContain('Not annotated: 2 more on such paths.');
  });

  it('counts the suppressions that the change adds', () => {
    const suppression = { path: 'a.ts', line: 3, smell: 'large-method', function: null, honoured: true };
    const suppressions = [
      { ...suppression, added: true },
      { ...suppression, added: false },
    ];
    expect(payload({ suppressions }).details).toContain('Suppressions added by this change: 1.');
  });

  it('carries its id in the title where there are several', () => {
    const report = toReportPayload(sampleReport(), { reportId: 'codescene-pr-web', link, notes: [] });
    expect(report.title).toBe('Code Health (codescene-pr-web)');
  });
});

describe('the link of the report', () => {
  it('leads to the pull request, else the pipeline, else the commit', () => {
    expect(findReportLink({ ...target, pullRequest: 7, buildNumber: 3 })).toBe(link);
    expect(findReportLink({ ...target, buildNumber: 3 })).toBe(
      'https://bitbucket.org/acme/shop/pipelines/results/3',
    );
    expect(findReportLink(target)).toBe('https://bitbucket.org/acme/shop/commits/0123456789ab');
  });
});
