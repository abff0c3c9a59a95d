import type { Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { FileReport, Report, Suppression } from '../../src/model/report.ts';
import type { ReviewReport } from '../../src/model/review.ts';
import { createReport } from '../helpers/create-report.ts';
import { createReview } from '../helpers/create-review.ts';
import { clientFile, resultsOf, uriOf, withFiles } from './read-sarif.ts';

const [, invoiceFile] = createReport().files as readonly [FileReport, FileReport];

/** The results of a smell in a function. */
const find = (report: Report | ReviewReport, ruleId: string, fn: string): readonly Result[] =>
  resultsOf(report).filter(
    (result) =>
      result.ruleId === ruleId && result.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName === fn,
  );

describe('the results of a check', () => {
  const report = createReport();

  it.each([
    ['introduced', 'deep-nested-complexity', 'Invoice.settle', 'new', 'error'],
    ['degraded', 'complex-method', 'Invoice.settle', 'updated', 'warning'],
    ['improved', 'large-method', 'Invoice.total', 'updated', 'note'],
    ['fixed', 'bumpy-road-ahead', 'Invoice.parse', 'absent', 'none'],
    ['unchanged', 'complex-conditional', 'Invoice.isOverdue', 'unchanged', 'warning'],
  ])('say of what is %s how it compares with the baseline', (_type, smell, fn, baselineState, level) => {
    const results = find(report, smell, fn);
    expect(results).toMatchObject([{ baselineState, level }]);
    expect(results[0]?.kind ?? 'fail').toBe(level === 'none' ? 'pass' : 'fail');
  });

  it('have a place, a message and the gates that they violate', () => {
    expect(find(report, 'deep-nested-complexity', 'Invoice.settle')).toEqual([
      {
        ruleId: 'deep-nested-complexity',
        ruleIndex: 3,
        level: 'error',
        message: { text: 'Invoice.settle nests its logic 5 levels deep (limit 3).' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'src/billing/invoice.ts', uriBaseId: 'SRCROOT' },
              region: { startLine: 42, endLine: 72 },
            },
            logicalLocations: [{ fullyQualifiedName: 'Invoice.settle', kind: 'function' }],
          },
        ],
        partialFingerprints: { 'codescenePrFinding/v1': expect.stringMatching(/^[0-9a-f]{16}:1$/) },
        baselineState: 'new',
        properties: {
          changeType: 'introduced',
          before: null,
          measured: 5,
          limit: 3,
          violates: ['critical-rules'],
        },
      },
    ]);
  });

  it('that got better violate nothing, though a violation has their line and smell', () => {
    const [worse] = clientFile.findings;
    if (!worse) throw new Error('The file has a finding.');
    const { path } = clientFile;
    const better = { ...worse, function: 'other', changeType: 'improved' as const, before: 20 };
    const condition = {
      path,
      line: worse.line,
      smell: worse.smell,
      measured: 12,
      limit: 8,
      message: 'It is new.',
    };
    const results = resultsOf({
      ...withFiles({ ...clientFile, findings: [worse, better] }),
      gates: [{ gate: 'advisory-rules', status: 'failed', conditions: [condition] }],
    });
    expect(results.map(({ properties }) => properties?.violates)).toEqual([['advisory-rules'], undefined]);
  });

  it('all say how they compare with the baseline', () => {
    expect(resultsOf(report).filter(({ baselineState }) => baselineState === undefined)).toEqual([]);
  });

  it('put what is fixed at its old place, and name the new one', () => {
    const fixed = find(
      withFiles({ ...invoiceFile, change: 'renamed', oldPath: 'src/old name.ts' }),
      'bumpy-road-ahead',
      'Invoice.parse',
    );
    expect(uriOf(fixed[0])).toBe('src/old%20name.ts');
    expect(fixed[0]?.relatedLocations).toMatchObject([{ message: { text: 'Where the code stands now.' } }]);
  });

  it('hold what violates a gate and is no finding', () => {
    const results = resultsOf(report).filter(({ ruleId }) => ruleId?.startsWith('gate-'));
    expect(results).toMatchObject([
      {
        ruleId: 'gate-hotspot-decline',
        level: 'error',
        baselineState: 'new',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'src/billing/invoice.ts' } } }],
      },
    ]);
  });
});

describe('the results of a review', () => {
  it('are compared with nothing', () => {
    const results = resultsOf(createReview());
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['gate-min-score', 'error'],
      ['gate-ratchet', 'error'],
      ['overall-code-complexity', 'warning'],
      ['deep-nested-complexity', 'error'],
      ['complex-method', 'warning'],
    ]);
    expect(results.filter(({ baselineState }) => baselineState !== undefined)).toEqual([]);
  });

  it('have no function where the finding is on the file', () => {
    const [result] = resultsOf(createReview()).filter(({ ruleId }) => ruleId === 'overall-code-complexity');
    expect(result?.locations?.[0]).not.toHaveProperty('logicalLocations');
  });
});

describe('suppressions', () => {
  const suppression: Suppression = {
    path: 'src/billing/invoice.ts',
    line: 41,
    smell: 'deep-nested-complexity',
    function: 'Invoice.settle',
    added: true,
    honoured: false,
  };

  it('are results of their own, since what is suppressed is no finding', () => {
    const [added] = find(createReport(), 'large-method', 'Client.send');
    expect(added).toMatchObject({
      baselineState: 'new',
      message: { text: 'A comment suppresses large-method of Client.send.' },
      suppressions: [
        {
          kind: 'inSource',
          status: 'accepted',
          location: { physicalLocation: { region: { startLine: 30 } } },
        },
      ],
    });
    const older = resultsOf(createReport()).filter(({ ruleId }) => ruleId === 'primitive-obsession');
    expect(older).toMatchObject([{ baselineState: 'unchanged', suppressions: [{ status: 'accepted' }] }]);
    expect(older.map(uriOf)).toEqual(['src/ui/theme.ts']);
  });

  it('that are not honoured stand rejected at the finding', () => {
    const results = find(
      createReport({ suppressions: [suppression] }),
      'deep-nested-complexity',
      'Invoice.settle',
    );
    expect(results).toMatchObject([{ level: 'error', suppressions: [{ status: 'rejected' }] }]);
  });

  it('keep the identity that the finding has without them', () => {
    const shown = find(createReport(), 'deep-nested-complexity', 'Invoice.settle');
    const hidden = createReport({
      files: createReport().files.map((file) => ({
        ...file,
        findings: file.findings.filter((finding) => finding.smell !== suppression.smell),
      })),
      suppressions: [{ ...suppression, honoured: true }],
    });
    const [result] = find(hidden, 'deep-nested-complexity', 'Invoice.settle');
    expect(result?.partialFingerprints).toEqual(shown[0]?.partialFingerprints);
  });
});

describe('messages', () => {
  const messageOf = (message: string) => {
    const findings = clientFile.findings.map((finding) => ({ ...finding, message }));
    return resultsOf(withFiles({ ...clientFile, findings }))[0]?.message.text;
  };

  it.each([
    ['[free](https://example.com) has 3 bumps', '[free] (https://example.com) has 3 bumps.'],
    ['[Symbol.iterator] has {0} bumps', '[Symbol.iterator] has {{0}} bumps.'],
    ['\u001b[2J\u202egpj', '\\x1b[2J\\u202egpj.'],
    ['A sentence.', 'A sentence.'],
  ])('show %j as it is and make nothing of it', (message, text) => {
    expect(messageOf(message)).toBe(text);
  });
});
