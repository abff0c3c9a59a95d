import { describe, expect, it } from 'vitest';
import { planAnnotations } from '../../src/publish/annotations.ts';
import { reportWithFindings, sampleFile, sampleFinding, sampleReport } from './sample-report.ts';

const asked = { degradations: true, improvements: true, uncoveredLines: true };

const coverage = {
  executableLines: 9,
  coveredLines: 5,
  uncovered: [
    { line: 4, endLine: 4 },
    { line: 8, endLine: 10 },
  ],
};

describe('annotations of uncovered lines', () => {
  it('are one for each stretch', () => {
    const files = [sampleFile({ findings: [], coverage })];
    expect(planAnnotations(sampleReport({ files }), asked, 'codescene-pr').annotations).toEqual([
      {
        externalId: expect.stringMatching(/^codescene-pr-[0-9a-f]{32}$/),
        path: 'src/parse.ts',
        line: 4,
        summary: 'Not covered by tests: line 4.',
        details: 'Of the new and changed lines of this file 5 of 9 (55.5 %) are covered by tests.',
        isImprovement: false,
        severity: 'low',
      },
      expect.objectContaining({ line: 8, summary: 'Not covered by tests: lines 8 to 10.' }),
    ]);
  });

  it('come behind all findings, and only where they are asked for', () => {
    const findings = [sampleFinding({ changeType: 'fixed' })];
    const files = [
      sampleFile({ path: 'b.ts', findings }),
      sampleFile({ path: 'a.ts', findings: [], coverage }),
    ];
    const pathsOf = (switches: typeof asked) =>
      planAnnotations(sampleReport({ files }), switches, 'codescene-pr').annotations.map(({ path }) => path);
    expect(pathsOf(asked)).toEqual(['b.ts', 'a.ts', 'a.ts']);
    expect(pathsOf({ ...asked, uncoveredLines: false })).toEqual(['b.ts']);
  });

  it('count among what there is no room for', () => {
    const { files } = reportWithFindings(999);
    const report = sampleReport({ files: [...files, sampleFile({ path: 'a.ts', findings: [], coverage })] });
    const plan = planAnnotations(report, asked, 'codescene-pr');
    expect(plan).toMatchObject({ annotations: { length: 1000 }, overflow: 1 });
    expect(plan.annotations.at(-1)?.path).toBe('a.ts');
  });

  it('keep their identity when lines move, and differ from each other', () => {
    const idsOf = (offset: number) => {
      const uncovered = coverage.uncovered.map(({ line, endLine }) => ({
        line: line + offset,
        endLine: endLine + offset,
      }));
      const files = ['a.ts', 'b.ts'].map((path) =>
        sampleFile({ path, findings: [], coverage: { ...coverage, uncovered } }),
      );
      return planAnnotations(sampleReport({ files }), asked, 'r').annotations.map((each) => each.externalId);
    };
    expect(idsOf(5)).toEqual(idsOf(0));
    expect(new Set(idsOf(0)).size).toBe(4);
  });
});
