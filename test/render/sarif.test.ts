import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { FileReport, Report, Suppression } from '../../src/model/report.ts';
import type { ReviewReport } from '../../src/model/review.ts';
import { smells } from '../../src/smells/index.ts';
import {
  createEmptyReport,
  createHostileReport,
  createHugeReport,
  createReport,
} from '../helpers/create-report.ts';
import { createHostileReview, createHugeReview, createReview } from '../helpers/create-review.ts';
import { renderers } from '../helpers/renderers.ts';
import { findSarifProblems } from '../helpers/sarif-schema.ts';

const look = { color: false, width: 80 };
const render = (report: Report | ReviewReport) =>
  'kind' in report ? renderers.sarif.renderReview(report, look) : renderers.sarif.render(report, look);
const runOf = (report: Report | ReviewReport): Run => {
  const [run, ...others] = (JSON.parse(render(report)) as Log).runs;
  if (!run || others.length > 0) throw new Error('There is one run.');
  return run;
};
const resultsOf = (report: Report | ReviewReport): readonly Result[] => runOf(report).results ?? [];
/** The results of a smell in a function. */
const find = (report: Report | ReviewReport, ruleId: string, fn: string): readonly Result[] =>
  resultsOf(report).filter(
    (result) =>
      result.ruleId === ruleId && result.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName === fn,
  );
const uriOf = (result: Result | undefined) => result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;

const [clientFile, invoiceFile] = createReport().files as readonly [FileReport, FileReport];
const withFiles = (...files: readonly FileReport[]) => createReport({ files, gates: [], suppressions: [] });

describe('the schema', () => {
  it.each([
    ['the canonical report', createReport()],
    ['an empty report', createEmptyReport()],
    ['a hostile report', createHostileReport()],
    ['a huge report', createHugeReport(300, 10)],
    ['the canonical review', createReview()],
    ['a hostile review', createHostileReview()],
    ['a huge review', createHugeReview(500, 5)],
    ['an empty review', createReview({ files: [], gates: [], skipped: [], warnings: [] })],
  ])('of SARIF 2.1.0 holds for %s', (_name, report) => {
    expect(findSarifProblems(render(report))).toEqual([]);
  });

  it('finds what is wrong', () => {
    const wrong = (uri: string) =>
      JSON.stringify({
        version: '2.1.0',
        runs: [{ tool: { driver: { name: 'a' } }, artifacts: [{ location: { uri } }], wrong: 1 }],
      });
    expect(findSarifProblems(wrong('a%20b.ts'))).toEqual(['/runs/0: must NOT have additional properties']);
    expect(findSarifProblems(wrong('a b.ts'))).toHaveLength(2);
  });
});

describe('the rules', () => {
  const rules = runOf(createEmptyReport()).tool.driver.rules ?? [];

  it('are all smells, documented', () => {
    expect(rules.slice(0, smells.length).map(({ id }) => id)).toEqual(smells.map(({ id }) => id));
    for (const [index, { summary, why, fix, severity }] of smells.entries()) {
      const rule = rules[index];
      expect(rule?.shortDescription?.text).toBe(summary);
      expect(rule?.fullDescription?.text).toContain(why);
      expect(rule?.help?.markdown).toContain(fix);
      expect(rule?.help?.text).toContain('What to do');
      expect(rule?.defaultConfiguration?.level).toBe(severity === 'critical' ? 'error' : 'warning');
    }
  });

  it('have ids of their own and names in Pascal case', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.filter(({ name = '' }) => !/^(?:[A-Z][a-z]*)+$/.test(name))).toEqual([]);
    expect(rules.find(({ id }) => id === 'deep-nested-complexity')?.name).toBe('DeepNestedComplexity');
    expect(rules.filter(({ id, name }) => id.toLowerCase() === name?.toLowerCase())).toEqual([]);
  });

  it('are what the results point at', () => {
    for (const { ruleId, ruleIndex = -1 } of [...resultsOf(createReport()), ...resultsOf(createReview())]) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
    }
  });

  it('leave a smell of a later version without an index', () => {
    const [finding] = clientFile.findings;
    if (!finding) throw new Error('The file has a finding.');
    const later = withFiles({ ...clientFile, findings: [{ ...finding, smell: 'new-smell' }] });
    expect(resultsOf(later)[0]).toMatchObject({ ruleId: 'new-smell' });
    expect(resultsOf(later)[0]).not.toHaveProperty('ruleIndex');
    expect(findSarifProblems(render(later))).toEqual([]);
  });
});

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

describe('addresses', () => {
  it.each([
    ['src/a b#c?d%20.ts', 'src/a%20b%23c%3Fd%2520.ts'],
    ['Größe/数.ts', 'Gr%C3%B6%C3%9Fe/%E6%95%B0.ts'],
    ['c:/a.ts', 'c%3A/a.ts'],
    ['a\\b.ts', 'a%5Cb.ts'],
    ['app/[id]/page.tsx', 'app/%5Bid%5D/page.tsx'],
  ])('of %s are percent-encoded', (path, uri) => {
    expect(uriOf(resultsOf(withFiles({ ...clientFile, path }))[0])).toBe(uri);
  });

  it.each([['../a.ts'], ['/etc/passwd'], ['//host/a.ts'], ['a/../../b.ts'], ['./a.ts'], ['a\ud800.ts']])(
    'are not made of %j',
    (path) => {
      const report = withFiles({ ...clientFile, path });
      expect(findSarifProblems(render(report))).toEqual([]);
      expect(runOf(report).artifacts).toEqual([]);
      expect(resultsOf(report).map(uriOf)).toEqual([undefined]);
    },
  );

  it('are not made of a readable form of a path', () => {
    const path = 'src/caf\\xe9.ts';
    const report = withFiles({ ...clientFile, path, pathIsExact: false });
    const [result] = resultsOf(report);
    expect(result?.locations).toEqual([
      {
        message: { text: 'In src/caf\\xe9.ts, whose path cannot be written as an address.' },
        logicalLocations: [{ fullyQualifiedName: 'Client.send', kind: 'function' }],
      },
    ]);
    expect(runOf(report).artifacts).toEqual([]);
    const skipped = createReport({ skipped: [{ path, reason: 'it is broken', line: 1, unmeasured: true }] });
    expect(JSON.stringify(runOf(skipped).invocations)).not.toContain('"uri"');
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

describe('the run', () => {
  it('says what the tool is and what was measured', () => {
    const run = runOf(createReport());
    expect(run.tool.driver).toMatchObject({
      name: 'codescene-pr',
      version: '0.1.0',
      semanticVersion: '0.1.0',
    });
    expect(run.automationDetails?.id).toBe('codescene-pr/check/');
    expect(run.originalUriBaseIds).toEqual({
      SRCROOT: { description: { text: 'The root of the repository.' } },
    });
    expect(run.properties).toMatchObject({
      status: 'failed',
      context: { source: createReport().context.source, mergeBase: createReport().context.mergeBase },
      gates: expect.arrayContaining([{ gate: 'critical-rules', status: 'failed', conditions: 3 }]),
    });
    expect(run.artifacts?.[1]).toEqual({
      location: { uri: 'src/billing/invoice.ts', uriBaseId: 'SRCROOT' },
      roles: ['analysisTarget', 'modified'],
      properties: { oldScore: 8.41, newScore: 8.07, hotspot: true },
    });
    expect(runOf(createReview()).automationDetails?.id).toBe('codescene-pr/review/');
  });

  it('was not successful where a file could not be measured', () => {
    const [invocation] = runOf(createReport()).invocations ?? [];
    expect(invocation).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          message: { text: 'src/broken.ts could not be measured: it does not parse: expected ")".' },
          locations: [{ physicalLocation: { region: { startLine: 7 } } }],
        },
      ],
    });
    // SARIF has every brace doubled.
    expect(invocation?.toolConfigurationNotifications?.map(({ message }) => message.text)).toEqual(
      createReport().warnings.map((warning) => warning.replace('}', '}}')),
    );
  });

  it('was successful where the profile accepts that', () => {
    expect(runOf(createReport({ status: 'passed' })).invocations).toMatchObject([
      { executionSuccessful: true, toolExecutionNotifications: [{ level: 'warning' }] },
    ]);
  });
});
