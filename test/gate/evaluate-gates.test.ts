import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeltaFinding } from '../../src/model/finding.ts';
import { type GateSettings, gateNames } from '../../src/model/profile.ts';
import type { FileReport, GateResult } from '../../src/model/report.ts';
import { allOff, allOn, createFile, createFinding, judge, judgeOne } from './create-file-report.ts';

const statuses = (results: readonly GateResult[]) => results.map(({ status }) => status);

describe('the verdicts of the gates', () => {
  it('come in a fixed order, whether on or off', () => {
    expect(judge([], { gates: allOff }).map(({ gate }) => gate)).toEqual([...gateNames]);
    expect(judge([createFile()], { gates: allOn }).map(({ gate }) => gate)).toEqual([...gateNames]);
  });

  it('are off where the profile has them off', () => {
    expect(new Set(statuses(judge([createFile({ newScore: 1 })], { gates: allOff })))).toEqual(
      new Set(['off']),
    );
  });

  it('follow the gates of each path', () => {
    const files = [
      createFile({ path: 'src/a.ts', findings: [createFinding()] }),
      createFile({ path: 'test/a.ts', findings: [createFinding()] }),
    ];
    const only = { ...allOff, 'critical-rules': { smells: null } };
    const critical = gateNames.indexOf('critical-rules');
    const forTests = judge(files, { gates: only, overridden: { 'test/a.ts': allOff } })[critical];
    expect(forTests?.conditions.map(({ path }) => path)).toEqual(['src/a.ts']);
    const forSource = judge(files, { gates: allOff, overridden: { 'src/a.ts': only } })[critical];
    expect(forSource).toMatchObject({ status: 'failed', conditions: [{ path: 'src/a.ts' }] });
    const forNone = judge(files.slice(1), { gates: only, overridden: { 'test/a.ts': allOff } })[critical];
    expect(forNone?.status).toBe('not-applicable');
  });

  it.each([
    ['in one order', [0, 1, 2]],
    ['in another', [2, 1, 0]],
  ])('list conditions by path, line and smell, when they are found %s', (_, order) => {
    const found = [
      createFinding({ line: 30 }),
      createFinding({ line: 4, smell: 'deep-nested-complexity', name: 'Deep, Nested Complexity' }),
      createFinding({ line: 4 }),
    ];
    const findings = order.flatMap((index) => found[index] ?? []);
    const files = ['src/b.ts', 'src/B.ts', 'src/a.ts'].map((path) => createFile({ path, findings }));
    const conditions = judge(files, { gates: allOn }).flatMap((result) => result.conditions);
    expect(conditions.map(({ path, line, smell }) => `${path}:${line} ${smell}`)).toEqual(
      ['src/B.ts', 'src/a.ts', 'src/b.ts'].flatMap((path) => [
        `${path}:4 bumpy-road-ahead`,
        `${path}:4 deep-nested-complexity`,
        `${path}:30 bumpy-road-ahead`,
      ]),
    );
  });

  it('list conditions that differ in the measured value alone by it, whatever order they are found in', () => {
    const found = [3, 2].map((measured) => createFinding({ measured, changeType: 'degraded', before: null }));
    for (const findings of [found, [...found].reverse()]) {
      const { conditions } = judgeOne(
        'critical-rules',
        { smells: null },
        { files: [createFile({ findings })] },
      );
      expect(conditions.map(({ measured }) => measured)).toEqual([2, 3]);
    }
  });

  it('list the decline of a file before its findings, and equal places by message', () => {
    const findings = ['second', 'first'].map((name) =>
      createFinding({ line: 1, message: `${name} has 3 bumps, limit 1.` }),
    );
    const file = createFile({ oldScore: 8, newScore: 7, findings });
    const goals = { [file.path]: 'refactor' } as const;
    const { conditions } = judgeOne('refactoring-goals', true, { files: [file], goals });
    expect(conditions.map(({ message }) => /^The Code Health|first|second/.exec(message)?.[0])).toEqual([
      'The Code Health',
      'first',
      'second',
    ]);
  });
});

const score = fc.integer({ min: 100, max: 1000 }).map((hundredths) => hundredths / 100);
const smell = fc.constantFrom('bumpy-road-ahead', 'large-method', 'brain-method');

const finding: fc.Arbitrary<DeltaFinding> = fc
  .record({
    smell,
    severity: fc.constantFrom('critical' as const, 'advisory' as const),
    changeType: fc.constantFrom(
      'introduced' as const,
      'degraded' as const,
      'improved' as const,
      'fixed' as const,
    ),
    line: fc.integer({ min: 1, max: 50 }),
    measured: fc.integer({ min: 2, max: 9 }),
  })
  .map((differences) => createFinding(differences));

const file: fc.Arbitrary<FileReport> = fc
  .record({
    path: fc.constantFrom('a.ts', 'b.ts', 'src/c.ts', 'src/d.ts'),
    hotspot: fc.constantFrom(true, false, null),
    oldScore: fc.option(score),
    newScore: fc.option(score, { freq: 8 }),
    findings: fc.array(finding, { maxLength: 4 }),
  })
  .map(createFile);

const files = fc.uniqueArray(file, { selector: ({ path }) => path, maxLength: 4 });

const smells = fc.option(fc.uniqueArray(smell, { minLength: 1 }));
const maxDecline = fc.record({ maxDecline: fc.constantFrom(0, 0.2, 1) });
const gates: fc.Arbitrary<GateSettings> = fc.record({
  'hotspot-decline': fc.oneof(fc.constant(false as const), maxDecline),
  'code-health-decline': fc.oneof(fc.constant(false as const), maxDecline),
  'new-code-health': fc.oneof(
    fc.constant(false as const),
    fc.record({ minScore: fc.constantFrom(7, 9, 10) }),
  ),
  'critical-rules': fc.oneof(fc.constant(false as const), fc.record({ smells })),
  'advisory-rules': fc.oneof(fc.constant(false as const), fc.record({ smells })),
  'refactoring-goals': fc.boolean(),
  'supervise-goals': fc.boolean(),
  coverage: fc.constant(false as const),
});
const goals = fc.dictionary(
  fc.constantFrom('a.ts', 'b.ts', 'src/c.ts'),
  fc.constantFrom('refactor' as const, 'supervise' as const, 'no-goal' as const),
);

/** The file after a further change for the worse. */
function worsen(given: FileReport, by: number, added: readonly DeltaFinding[]): FileReport {
  if (given.newScore === null) return given;
  const newScore = Math.max(1, Math.round((given.newScore - by) * 100) / 100);
  return { ...given, newScore, findings: [...given.findings, ...added] };
}

describe('whatever changes', () => {
  it('a change for the worse never makes a failed gate pass', () => {
    const worse = fc.record({ by: score, added: fc.array(finding, { maxLength: 2 }), index: fc.nat(3) });
    fc.assert(
      fc.property(fc.record({ files, gates, goals, worse }), (given) => {
        const before = judge(given.files, given);
        const worsened = given.files.map((one, index) =>
          index === given.worse.index ? worsen(one, given.worse.by, given.worse.added) : one,
        );
        const after = judge(worsened, given);
        before.forEach(({ status, gate }, index) => {
          if (status === 'failed') expect(after[index], gate).toMatchObject({ gate, status: 'failed' });
          if (status !== 'failed') expect([status, 'failed']).toContain(after[index]?.status);
        });
      }),
    );
  });

  it('what is off or not applicable has no condition, and what fails has one', () => {
    fc.assert(
      fc.property(fc.record({ files, gates, goals }), (given) => {
        for (const { status, conditions } of judge(given.files, given)) {
          expect(conditions.length > 0).toBe(status === 'failed');
        }
      }),
    );
  });

  it('the order of files and findings does not change the verdicts', () => {
    fc.assert(
      fc.property(fc.record({ files, gates, goals }), (given) => {
        const reversed = given.files
          .map((one) => ({ ...one, findings: [...one.findings].reverse() }))
          .reverse();
        expect(judge(reversed, given)).toEqual(judge(given.files, given));
      }),
    );
  });

  it('findings that got better, and files that the change did not make worse, fail no rule and no decline', () => {
    fc.assert(
      fc.property(fc.record({ files, goals }), (given) => {
        const better = given.files
          .filter(({ oldScore }) => oldScore !== null)
          .map((one) => ({
            ...one,
            newScore: one.newScore === null ? null : Math.max(one.newScore, one.oldScore ?? 1),
            findings: one.findings.filter(
              ({ changeType }) => changeType === 'improved' || changeType === 'fixed',
            ),
            unchanged: [createFinding()],
          }));
        expect(statuses(judge(better, { gates: allOn, goals: given.goals }))).not.toContain('failed');
      }),
    );
  });
});
