import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/model/profile.ts';
import type { FileReport, GateStatus } from '../../src/model/report.ts';
import { createFile, createFinding, judgeOne } from './create-file-report.ts';

type Row = readonly [given: string, files: readonly FileReport[], status: GateStatus];

const added = (newScore: number) => createFile({ change: 'added', oldScore: null, newScore });
const deleted = createFile({ change: 'deleted', newScore: null });
const fell = (oldScore: number, newScore: number, differences: Partial<FileReport> = {}) =>
  createFile({ oldScore, newScore, ...differences });
const withFinding = (differences: Parameters<typeof createFinding>[0]) =>
  createFile({ findings: [createFinding(differences)] });

describe('hotspot-decline', () => {
  it.each<Row>([
    ['a hotspot keeps its score', [fell(8, 8, { hotspot: true })], 'passed'],
    ['a hotspot gets better', [fell(8, 8.01, { hotspot: true })], 'passed'],
    ['a hotspot declines by a hundredth', [fell(8, 7.99, { hotspot: true })], 'failed'],
    ['another file declines', [fell(8, 4)], 'passed'],
    [
      'a hotspot is deleted',
      [createFile({ change: 'deleted', hotspot: true, newScore: null })],
      'not-applicable',
    ],
    ['another file is deleted', [deleted], 'not-applicable'],
    [
      'a hotspot has no old side',
      [createFile({ hotspot: true, oldScore: null, newScore: 3 })],
      'not-applicable',
    ],
    ['the history is missing', [fell(8, 4, { hotspot: null })], 'not-applicable'],
    ['the history of one file is missing', [fell(8, 4, { hotspot: null }), createFile()], 'passed'],
    ['nothing is changed', [], 'not-applicable'],
  ])('when %s', (_, files, status) => {
    expect(judgeOne('hotspot-decline', { maxDecline: 0 }, { files }).status).toBe(status);
  });

  it.each([
    [8, 7.8, 'passed'],
    [8, 7.79, 'failed'],
    [9.3, 9.1, 'passed'],
    [4.6, 4.4, 'passed'],
  ])('with a largest decline of 0.2, from %d to %d: %s', (oldScore, newScore, status) => {
    const files = [fell(oldScore, newScore, { hotspot: true })];
    expect(judgeOne('hotspot-decline', { maxDecline: 0.2 }, { files }).status).toBe(status);
  });

  it('says both scores, the decline and the limit', () => {
    const files = [fell(9.35, 8.9, { hotspot: true })];
    expect(judgeOne('hotspot-decline', { maxDecline: 0.2 }, { files }).conditions).toEqual([
      {
        path: 'src/a.ts',
        line: null,
        smell: null,
        measured: 0.45,
        limit: 0.2,
        message:
          'The Code Health of a hotspot declines from 9.35 to 8.90, by 0.45; the largest allowed decline is 0.20.',
      },
    ]);
  });
});

describe('code-health-decline', () => {
  it.each<Row>([
    ['a file keeps its score', [fell(8, 8)], 'passed'],
    ['a file declines by a hundredth', [fell(8, 7.99)], 'failed'],
    ['one file improves and another declines', [fell(5, 9), fell(9.5, 9.4)], 'failed'],
    ['a hotspot declines', [fell(8, 7, { hotspot: true })], 'failed'],
    ['a renamed file declines', [fell(8, 7, { change: 'renamed', oldPath: 'src/b.ts' })], 'failed'],
    ['a file is new', [added(3)], 'not-applicable'],
    ['a file is deleted', [deleted], 'not-applicable'],
  ])('when %s', (_, files, status) => {
    expect(judgeOne('code-health-decline', { maxDecline: 0 }, { files }).status).toBe(status);
  });

  it('compares hundredths: 0.1 + 0.2 is 0.3', () => {
    const ten = Array.from({ length: 900 }, (_, index) => 1 + index / 100);
    const allowed = ten.map((score) => fell(score + 0.3, score));
    expect(judgeOne('code-health-decline', { maxDecline: 0.1 + 0.2 }, { files: allowed }).status).toBe(
      'passed',
    );
    const tooMuch = ten.map((score) => fell(score + 0.31, score));
    expect(judgeOne('code-health-decline', { maxDecline: 0.3 }, { files: tooMuch }).conditions).toHaveLength(
      900,
    );
  });

  it('says that no decline is allowed', () => {
    expect(
      judgeOne('code-health-decline', { maxDecline: 0 }, { files: [fell(8, 7.5)] }).conditions,
    ).toMatchObject([
      {
        measured: 0.5,
        limit: 0,
        message: 'Code Health declines from 8.00 to 7.50, by 0.50; no decline is allowed.',
      },
    ]);
  });
});

describe('new-code-health', () => {
  it.each<Row>([
    ['a new file has the lowest allowed score', [added(9)], 'passed'],
    ['a new file has a hundredth less', [added(8.99)], 'failed'],
    ['the old side could not be measured', [createFile({ oldScore: null, newScore: 5 })], 'failed'],
    ['an old file has a bad score', [fell(3, 2)], 'not-applicable'],
    ['a file is deleted', [deleted], 'not-applicable'],
    ['nothing is changed', [], 'not-applicable'],
  ])('when %s', (_, files, status) => {
    expect(judgeOne('new-code-health', { minScore: 9 }, { files }).status).toBe(status);
  });

  it('says the score and the limit', () => {
    expect(judgeOne('new-code-health', { minScore: 9.5 }, { files: [added(8.1)] }).conditions).toEqual([
      {
        path: 'src/a.ts',
        line: null,
        smell: null,
        measured: 8.1,
        limit: 9.5,
        message: 'The Code Health of new code is 8.10; the lowest allowed is 9.50.',
      },
    ]);
  });
});

describe.each([
  ['critical-rules', 'critical', 'advisory'],
  ['advisory-rules', 'advisory', 'critical'],
] as const)('%s', (gate, own, other) => {
  it.each<Row>([
    ['there is no finding', [createFile()], 'passed'],
    ['a finding is introduced', [withFinding({ severity: own })], 'failed'],
    ['a finding gets worse', [withFinding({ severity: own, changeType: 'degraded', before: 2 })], 'failed'],
    ['a finding gets better', [withFinding({ severity: own, changeType: 'improved', before: 5 })], 'passed'],
    ['a finding is fixed', [withFinding({ severity: own, changeType: 'fixed' })], 'passed'],
    ['a finding stays', [createFile({ unchanged: [createFinding({ severity: own })] })], 'passed'],
    ['a finding of the other severity is introduced', [withFinding({ severity: other })], 'passed'],
    ['a new file has a finding', [{ ...added(8), findings: [createFinding({ severity: own })] }], 'failed'],
    [
      'a deleted file had one',
      [{ ...deleted, findings: [createFinding({ severity: own })] }],
      'not-applicable',
    ],
    ['nothing is changed', [], 'not-applicable'],
  ])('when %s', (_, files, status) => {
    expect(judgeOne(gate, { smells: null }, { files }).status).toBe(status);
  });

  it('judges the listed smells instead, whatever their severity', () => {
    const files = [withFinding({ severity: other, smell: 'large-method' })];
    expect(judgeOne(gate, { smells: ['large-method'] }, { files }).status).toBe('failed');
    expect(judgeOne(gate, { smells: ['complex-method'] }, { files }).status).toBe('passed');
  });

  it('says what happened to which finding, with measured and limit', () => {
    const findings = [
      createFinding({ severity: own }),
      createFinding({ severity: own, changeType: 'degraded', before: 2, line: 50 }),
      createFinding({ severity: own, changeType: 'degraded', before: 3, line: 60 }),
      createFinding({ severity: own, changeType: 'degraded', before: 1 / 3, measured: 2 / 3, line: 70 }),
      createFinding({ severity: own, changeType: 'degraded', before: null, line: 80 }),
    ];
    expect(judgeOne(gate, { smells: null }, { files: [createFile({ findings })] }).conditions).toMatchObject([
      {
        line: 12,
        message: 'Bumpy Road Ahead is introduced: settle has 3 bumps, limit 1.',
        measured: 3,
        limit: 1,
      },
      { line: 50, message: 'Bumpy Road Ahead gets worse: settle has 3 bumps, limit 1.' },
      { line: 60, message: 'Bumpy Road Ahead gets worse: settle has 3 bumps, limit 1.' },
      { line: 70, message: 'Bumpy Road Ahead gets worse: settle has 3 bumps, limit 1.' },
      { line: 80, message: 'Bumpy Road Ahead gets worse: settle has 3 bumps, limit 1.' },
    ]);
  });
});

describe('the gates on goals', () => {
  const worse = createFile({ findings: [createFinding({ severity: 'advisory' })] });

  it.each<readonly [string, FileReport, Goal['goal'] | undefined, GateStatus, GateStatus]>([
    ['a file without a goal declines', fell(8, 5), undefined, 'not-applicable', 'not-applicable'],
    ['a file with the goal "refactor" declines', fell(8, 7.99), 'refactor', 'failed', 'not-applicable'],
    ['one keeps its score', createFile(), 'refactor', 'passed', 'not-applicable'],
    ['one keeps its score and has a new finding', worse, 'refactor', 'failed', 'not-applicable'],
    ['a supervised file declines', fell(8, 7.99), 'supervise', 'not-applicable', 'failed'],
    ['a supervised file keeps its score', createFile(), 'supervise', 'not-applicable', 'passed'],
    [
      'a supervised file keeps its score and has a new finding',
      worse,
      'supervise',
      'not-applicable',
      'passed',
    ],
    ['a file with a goal is new', added(3), 'refactor', 'not-applicable', 'not-applicable'],
    ['a file with a goal is deleted', deleted, 'supervise', 'not-applicable', 'not-applicable'],
  ])('when %s', (_, file, goal, refactoring, supervise) => {
    const given = { files: [file], goals: goal ? { [file.path]: goal } : {} };
    expect(judgeOne('refactoring-goals', true, given).status).toBe(refactoring);
    expect(judgeOne('supervise-goals', true, given).status).toBe(supervise);
  });

  it('say the decline before the findings', () => {
    const file = { ...worse, oldScore: 8, newScore: 7 };
    const { conditions } = judgeOne('refactoring-goals', true, {
      files: [file],
      goals: { [file.path]: 'refactor' },
    });
    expect(conditions.map(({ smell }) => smell)).toEqual([null, 'bumpy-road-ahead']);
    expect(conditions[0]?.message).toBe(
      'The Code Health of a file that is to be refactored declines from 8.00 to 7.00, by 1.00; no decline is allowed.',
    );
  });

  it('say that the file is supervised', () => {
    const { conditions } = judgeOne('supervise-goals', true, {
      files: [fell(8, 7)],
      goals: { 'src/a.ts': 'supervise' },
    });
    expect(conditions.map(({ message }) => message)).toEqual([
      'The Code Health of a supervised file declines from 8.00 to 7.00, by 1.00; no decline is allowed.',
    ]);
  });
});
