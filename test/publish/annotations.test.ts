import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAnnotations } from '../../src/publish/annotations.ts';
import { toAnnotationPayload } from '../../src/publish/bitbucket-cloud/annotation-payload.ts';
import { complexMethod } from '../../src/smells/complex-method.ts';
import { reportWithFindings, sampleFile, sampleFinding, sampleReport } from './sample-report.ts';

const all = { degradations: true, improvements: true, uncoveredLines: true };

function plan(report: ReturnType<typeof sampleReport>, switches = all) {
  const planned = planAnnotations(report, switches, 'codescene-pr');
  return { ...planned, annotations: planned.annotations.map(toAnnotationPayload) };
}

function annotate(finding: Parameters<typeof sampleFinding>[0], file: Parameters<typeof sampleFile>[0] = {}) {
  const report = sampleReport({ files: [sampleFile({ ...file, findings: [sampleFinding(finding)] })] });
  const annotation = plan(report).annotations[0];
  if (!annotation) throw new Error('not annotated');
  return annotation;
}

describe('an annotation', () => {
  it('says what got worse, on the line of the source commit', () => {
    expect(annotate({ changeType: 'degraded', before: 12 })).toEqual({
      external_id: expect.stringMatching(/^codescene-pr-[0-9a-f]{32}$/),
      annotation_type: 'CODE_SMELL',
      path: 'src/parse.ts',
      line: 10,
      summary: 'Degraded: Complex Method. parse has a cyclomatic complexity of 14 (max 10).',
      details: [
        'Function: parse, lines 10 to 40',
        'Rule: Complex Method (advisory).',
        `Why it matters: ${complexMethod.why}`,
        `What to do: ${complexMethod.fix}`,
        'More, with an example: codescene-pr explain complex-method',
      ].join('\n'),
      result: 'FAILED',
      severity: 'MEDIUM',
    });
  });

  it.each([
    ['critical', 'introduced', 'HIGH', 'FAILED'],
    ['critical', 'degraded', 'HIGH', 'FAILED'],
    ['advisory', 'introduced', 'MEDIUM', 'FAILED'],
    ['critical', 'improved', 'LOW', 'PASSED'],
    ['advisory', 'fixed', 'LOW', 'PASSED'],
  ] as const)('of a finding that is %s and %s is %s and %s', (severity, changeType, expected, result) => {
    expect(annotate({ severity, changeType })).toMatchObject({ severity: expected, result });
  });

  it('of a fixed finding stands on the function that the head still has', () => {
    const functions = [{ name: 'parse', line: 30, endLine: 33 }].map((fn) => ({
      ...fn,
      cyclomaticComplexity: 1,
      linesOfCode: 4,
      maxNestingDepth: 0,
      bumps: 0,
      parameters: 0,
      counted: true,
    }));
    const fixed = annotate({ changeType: 'fixed', before: 14 }, { functions });
    expect(fixed.line).toBe(30);
    expect(fixed.summary).toBe('Fixed: Complex Method. parse has a cyclomatic complexity of 14 (max 10).');
    expect(fixed.details).toBe(
      'Function: parse\nRule: Complex Method (advisory).\nThis got better: there is nothing to do.',
    );
    expect(annotate({ changeType: 'fixed' }, { functions: [...functions, ...functions] })).not.toHaveProperty(
      'line',
    );
    expect(annotate({ changeType: 'fixed' })).not.toHaveProperty('line');
    expect(annotate({ changeType: 'fixed', function: null })).not.toHaveProperty('line');
  });

  it('gives no advice on a smell that this version does not know', () => {
    expect(annotate({ smell: 'of-another-version' }).details.split('\n')).toEqual([
      'Function: parse, lines 10 to 40',
      'Rule: Complex Method (advisory).',
      'More, with an example: codescene-pr explain of-another-version',
    ]);
  });

  it('leaves out a line that cannot be one', () => {
    expect(annotate({ line: 0 })).not.toHaveProperty('line');
    expect(annotate({ line: 1 })).toHaveProperty('line', 1);
  });

  it('keeps the path exact and shows what hides in names', () => {
    const annotation = annotate(
      { function: 'a\u202eb', message: 'x\u0007\ny' },
      { path: 'src/a b\u0001 ü.ts' },
    );
    expect(annotation.path).toBe('src/a b\u0001 ü.ts');
    expect(annotation.summary).toBe('Introduced: Complex Method. x\\x07\\x0ay');
    expect(annotation.details).toContain('Function: a\\u202eb');
  });

  it('cuts a long summary and long details at their limits', () => {
    const annotation = annotate({ message: '😀'.repeat(400), function: 'f'.repeat(3000) });
    expect(annotation.summary.length).toBeGreaterThan(447);
    expect(annotation.summary.length).toBeLessThanOrEqual(450);
    expect(annotation.summary).toMatch(/😀…$/u);
    expect(annotation.details).toHaveLength(2000);
  });

  it('has a summary even where the message is empty', () => {
    expect(annotate({ message: '' }).summary).toContain('Introduced: Complex Method.');
  });
});

describe('external ids', () => {
  it('do not change with lines and numbers', () => {
    const before = annotate({ line: 10, measured: 14, message: 'a' });
    const after = annotate({ line: 99, measured: 15, message: 'b' });
    expect(after.external_id).toBe(before.external_id);
  });

  it('differ for everything that tells findings apart', () => {
    const ids = [
      annotate({}),
      annotate({ smell: 'large-method' }),
      annotate({ function: 'other' }),
      annotate({ function: null }),
      annotate({ changeType: 'degraded' }),
      annotate({}, { path: 'src/other.ts' }),
    ].map(({ external_id }) => external_id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are unique within a report, whatever its findings', () => {
    const finding = fc.record({
      smell: fc.constantFrom('a', 'b', 'a,b'),
      function: fc.constantFrom(null, 'null', 'a', 'b', ''),
      line: fc.integer({ min: 1, max: 3 }),
      changeType: fc.constantFrom('introduced' as const, 'degraded' as const, 'fixed' as const),
    });
    fc.assert(
      fc.property(fc.array(fc.array(finding, { maxLength: 20 }), { maxLength: 5 }), (files) => {
        const report = sampleReport({
          files: files.map((findings, index) =>
            sampleFile({ path: `src/${index}.ts`, findings: findings.map(sampleFinding) }),
          ),
        });
        const { annotations } = plan(report);
        expect(annotations).toHaveLength(files.flat().length);
        expect(new Set(annotations.map(({ external_id }) => external_id)).size).toBe(annotations.length);
      }),
    );
  });
});

describe('the choice of annotations', () => {
  it('puts the worst first', () => {
    const findings = [
      sampleFinding({ function: 'fixed', changeType: 'fixed', severity: 'critical' }),
      sampleFinding({ function: 'advisory', measured: 99 }),
      sampleFinding({ function: 'degraded', severity: 'critical', changeType: 'degraded', measured: 50 }),
      sampleFinding({ function: 'small', severity: 'critical', measured: 11 }),
      sampleFinding({ function: 'late', severity: 'critical', measured: 20, line: 50 }),
      sampleFinding({ function: 'early', severity: 'critical', measured: 20, line: 5 }),
      sampleFinding({ function: 'no limit', severity: 'critical', measured: 1, limit: 0 }),
    ];
    const report = sampleReport({
      files: [
        sampleFile({ path: 'b.ts', findings }),
        sampleFile({
          path: 'a.ts',
          findings: [sampleFinding({ function: 'other file', severity: 'critical', measured: 20, line: 99 })],
        }),
      ],
    });
    const order = plan(report).annotations.map(({ details }) => /^Function: ([^,\n]*)/.exec(details)?.[1]);
    expect(order).toEqual([
      'no limit',
      'other file',
      'early',
      'late',
      'small',
      'degraded',
      'advisory',
      'fixed',
    ]);
  });

  it('follows the switches of the profile', () => {
    const findings = (['introduced', 'degraded', 'improved', 'fixed'] as const).map((changeType) =>
      sampleFinding({ changeType }),
    );
    const report = sampleReport({ files: [sampleFile({ findings })] });
    const results = (switches: typeof all) => plan(report, switches).annotations.map(({ result }) => result);
    expect(results({ ...all, improvements: false })).toEqual(['FAILED', 'FAILED']);
    expect(results({ ...all, degradations: false })).toEqual(['PASSED', 'PASSED']);
    expect(results({ ...all, degradations: false, improvements: false })).toEqual([]);
  });

  it('holds at most 1,000 and counts the rest', () => {
    expect(plan(reportWithFindings(1000))).toMatchObject({ annotations: { length: 1000 }, overflow: 0 });
    expect(plan(reportWithFindings(1300))).toMatchObject({ annotations: { length: 1000 }, overflow: 300 });
  });

  it('counts what stands on deleted files and on paths that are not exact', () => {
    const files = [
      sampleFile({ change: 'deleted', newScore: null, findings: [sampleFinding({ changeType: 'fixed' })] }),
      sampleFile({ path: 'src/caf\\xe9.ts', pathIsExact: false }),
      sampleFile({ path: 'src/\ud800.ts' }),
      sampleFile({ path: 'src/fine.ts' }),
    ];
    const result = plan(sampleReport({ files }));
    expect(result.annotations.map(({ path }) => path)).toEqual(['src/fine.ts']);
    expect(result).toMatchObject({ overflow: 0, onDeletedFiles: 1 });
    expect(result.onInexactPaths).toEqual([
      'src/caf\\xe9.ts:10: parse has a cyclomatic complexity of 14 (max 10).',
      'src/\ud800.ts:10: parse has a cyclomatic complexity of 14 (max 10).',
    ]);
  });

  it('does not depend on the order of the files', () => {
    const report = reportWithFindings(250);
    const reversed = sampleReport({ files: report.files.toReversed() });
    expect(plan(reversed)).toEqual(plan(report));
  });
});
