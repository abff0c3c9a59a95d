import { describe, expect, it } from 'vitest';
import type { DeltaFinding } from '../../../src/model/finding.ts';
import type { FileReport } from '../../../src/model/report.ts';
import { createFile, createFinding } from '../create-file-report.ts';
import {
  type Case,
  fails,
  failsStricter,
  isOff,
  judgeIn,
  passes,
  passesStricter,
  profileNames,
  saysNothing,
  saysNothingStricter,
  statusIn,
  type Verdicts,
} from './judge-in-profiles.ts';

type Gate = 'critical-rules' | 'advisory-rules';

interface RuleGate {
  readonly gate: Gate;
  readonly own: DeltaFinding['severity'];
  readonly other: DeltaFinding['severity'];
  readonly passed: Verdicts;
  readonly failed: Verdicts;
  readonly silent: Verdicts;
}

describe.each<RuleGate>([
  {
    gate: 'critical-rules',
    own: 'critical',
    other: 'advisory',
    passed: passes,
    failed: fails,
    silent: saysNothing,
  },
  {
    gate: 'advisory-rules',
    own: 'advisory',
    other: 'critical',
    passed: passesStricter,
    failed: failsStricter,
    silent: saysNothingStricter,
  },
])('$gate', ({ gate, own, other, passed, failed, silent }) => {
  const found = (differences: Partial<DeltaFinding>, file: Partial<FileReport> = {}) =>
    createFile({ findings: [createFinding({ severity: own, ...differences })], ...file });
  const old = createFinding({ severity: own });

  it.each<Case>([
    { when: 'nothing is found', files: [createFile()], verdict: passed },
    { when: 'a finding is introduced', files: [found({})], verdict: failed },
    {
      when: 'a finding gets worse by one',
      files: [found({ changeType: 'degraded', before: 2 })],
      verdict: failed,
    },
    {
      when: 'a finding gets better by one',
      files: [found({ changeType: 'improved', before: 4 })],
      verdict: passed,
    },
    { when: 'a finding is mended', files: [found({ changeType: 'fixed', before: 3 })], verdict: passed },
    { when: 'a finding stays as it is', files: [createFile({ unchanged: [old] })], verdict: passed },
    {
      when: 'a finding stays in a file that declines',
      files: [createFile({ newScore: 5, unchanged: [old] })],
      verdict: passed,
    },
    {
      when: 'a finding stays in a file that improves',
      files: [found({ changeType: 'improved', before: 9 }, { newScore: 9.5, unchanged: [old] })],
      verdict: passed,
    },
    {
      when: 'one comes in while the file rises',
      files: [found({}, { oldScore: 7, newScore: 8 })],
      verdict: failed,
    },
    {
      when: 'one is mended and another one comes in',
      files: [
        createFile({
          findings: [old, createFinding({ severity: own, changeType: 'fixed', before: 3, line: 90 })],
        }),
      ],
      verdict: failed,
    },
    { when: 'one of the other severity comes in', files: [found({ severity: other })], verdict: passed },
    {
      when: 'one of the other severity gets worse',
      files: [found({ severity: other, changeType: 'degraded' })],
      verdict: passed,
    },
    { when: 'a new file has one', files: [found({}, { change: 'added', oldScore: null })], verdict: failed },
    {
      when: 'a new file has none',
      files: [createFile({ change: 'added', oldScore: null })],
      verdict: passed,
    },
    {
      when: 'a renamed file has it still',
      files: [createFile({ change: 'renamed', oldPath: 'src/old.ts', unchanged: [old] })],
      verdict: passed,
    },
    {
      when: 'a renamed file has a new one',
      files: [found({}, { change: 'renamed', oldPath: 'src/old.ts' })],
      verdict: failed,
    },
    {
      when: 'the file is deleted',
      files: [found({}, { change: 'deleted', newScore: null })],
      verdict: silent,
    },
    { when: 'nothing changes', files: [], verdict: silent },
    {
      when: 'one stands on the file and not in a function',
      files: [found({ function: null, smell: 'low-cohesion' })],
      verdict: failed,
    },
  ])('when $when: $verdict', async (row) => {
    expect(await statusIn(gate, row)).toEqual(row.verdict);
  });

  it.each<Case>([
    { when: 'a listed smell comes in', files: [found({ smell: 'brain-method' })], verdict: fails },
    {
      when: 'a listed smell of the other severity comes in',
      files: [found({ smell: 'brain-method', severity: other })],
      verdict: fails,
    },
    {
      when: 'a smell that is listed by its name comes in',
      files: [found({ smell: 'large-method' })],
      verdict: fails,
    },
    {
      when: 'a smell that is not listed comes in',
      files: [found({ smell: 'low-cohesion' })],
      verdict: passes,
    },
    {
      when: 'a listed smell gets better',
      files: [found({ smell: 'brain-method', changeType: 'improved' })],
      verdict: passes,
    },
  ])('given a list of smells, when $when: $verdict', async (row) => {
    const profile = `gates: { ${gate}: [brain-method, "Large Method"] }`;
    expect(await statusIn(gate, { ...row, profile })).toEqual(row.verdict);
  });

  it.each<Case>([
    { when: 'one comes in below test/', files: [found({}, { path: 'test/a.ts' })], verdict: saysNothing },
    { when: 'one comes in elsewhere', files: [found({})], verdict: fails },
    {
      when: 'one comes in in both places',
      files: [found({}, { path: 'test/a.ts' }), found({})],
      verdict: fails,
    },
  ])('given that it is off for test/ and on elsewhere, when $when: $verdict', async (row) => {
    const profile = `gates: { ${gate}: on }\noverrides: [{ files: "test/**", gates: { ${gate}: off } }]`;
    expect(await statusIn(gate, { ...row, profile })).toEqual(row.verdict);
  });

  it('is off where the profile says so', async () => {
    const row: Case = { when: '', files: [found({})], profile: `gates: { ${gate}: off }`, verdict: isOff };
    expect(await statusIn(gate, row)).toEqual(row.verdict);
  });

  it('says in each condition path, line, smell, measured and limit, and the rise of the file', async () => {
    const files = [
      found({ line: 20, changeType: 'degraded', before: 2 }, { oldScore: 7.2, newScore: 8.1 }),
      found({ line: 3 }, { path: 'src/b.ts', oldScore: 8, newScore: 8 }),
      found({ line: 4 }, { path: 'src/c.ts', oldScore: 8, newScore: 7.99 }),
    ];
    for (const name of profileNames) {
      const result = (await judgeIn(name, files, `gates: { ${gate}: on }`)).find(
        (each) => each.gate === gate,
      );
      const common = { smell: 'bumpy-road-ahead', measured: 3, limit: 1 };
      const says = 'settle has 3 bumps, limit 1.';
      expect(result?.conditions).toEqual([
        {
          ...common,
          path: 'src/a.ts',
          line: 20,
          message: `Bumpy Road Ahead gets worse: ${says} (the file's score rises from 7.20 to 8.10)`,
        },
        { ...common, path: 'src/b.ts', line: 3, message: `Bumpy Road Ahead is introduced: ${says}` },
        { ...common, path: 'src/c.ts', line: 4, message: `Bumpy Road Ahead is introduced: ${says}` },
      ]);
    }
  });
});
