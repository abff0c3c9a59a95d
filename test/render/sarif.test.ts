import { describe, expect, it } from 'vitest';
import { smells } from '../../src/smells/index.ts';
import {
  createEmptyReport,
  createHostileReport,
  createHugeReport,
  createReport,
} from '../helpers/create-report.ts';
import { createHostileReview, createHugeReview, createReview } from '../helpers/create-review.ts';
import { findSarifProblems } from '../helpers/sarif-schema.ts';
import { clientFile, render, resultsOf, runOf, uriOf, withFiles } from './read-sarif.ts';

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
