import { describe, expect, it } from 'vitest';
import { gateNames } from '../../../src/model/profile.ts';
import type { FileReport } from '../../../src/model/report.ts';
import { createFile, createFinding } from '../create-file-report.ts';
import {
  type Case,
  failsStrictest,
  isOff,
  judgeIn,
  passesStrictest,
  profileNames,
  saysNothingStrictest,
  statusIn,
} from './judge-in-profiles.ts';

const scores = (oldScore: number | null, newScore: number | null, rest: Partial<FileReport> = {}) =>
  createFile({ oldScore, newScore, ...rest });
const worse = createFinding({ severity: 'advisory', changeType: 'degraded', before: 2 });
const better = createFinding({ changeType: 'improved', before: 9 });
const goal = (kind: string) => `goals: [{ files: "src/**", goal: ${kind} }]`;

describe('refactoring-goals, on in pay-down-tech-debt', () => {
  it.each<Case>([
    { when: 'a file to refactor stays as it is', files: [scores(6, 6)], verdict: passesStrictest },
    { when: 'it rises', files: [scores(6, 6.01, { findings: [better] })], verdict: passesStrictest },
    { when: 'it falls from 6.00 to 5.99', files: [scores(6, 5.99)], verdict: failsStrictest },
    {
      when: 'it rises with a finding that gets worse',
      files: [scores(6, 7, { findings: [worse] })],
      verdict: failsStrictest,
    },
    {
      when: 'it has an old finding still',
      files: [scores(6, 6, { unchanged: [worse] })],
      verdict: passesStrictest,
    },
    {
      when: 'it is renamed alone',
      files: [scores(6, 6, { change: 'renamed', oldPath: 'a.ts' })],
      verdict: passesStrictest,
    },
    {
      when: 'it is new',
      files: [scores(null, 3, { change: 'added', findings: [worse] })],
      verdict: saysNothingStrictest,
    },
    { when: 'it is deleted', files: [scores(6, null, { change: 'deleted' })], verdict: saysNothingStrictest },
    {
      when: 'a file without a goal falls',
      files: [scores(6, 1, { path: 'lib/a.ts' })],
      verdict: saysNothingStrictest,
    },
    { when: 'nothing changes', files: [], verdict: saysNothingStrictest },
  ])('given a goal, when $when: $verdict', async (row) => {
    expect(await statusIn('refactoring-goals', { ...row, profile: goal('refactor') })).toEqual(row.verdict);
  });
});

describe('supervise-goals, on in pay-down-tech-debt', () => {
  it.each<Case>([
    { when: 'a supervised file stays as it is', files: [scores(6, 6)], verdict: passesStrictest },
    { when: 'it rises', files: [scores(6, 6.01)], verdict: passesStrictest },
    { when: 'it falls from 6.00 to 5.99', files: [scores(6, 5.99)], verdict: failsStrictest },
    {
      when: 'a finding gets worse and the score stays',
      files: [scores(6, 6, { findings: [worse] })],
      verdict: passesStrictest,
    },
    { when: 'it is new', files: [scores(null, 3, { change: 'added' })], verdict: saysNothingStrictest },
    { when: 'it is deleted', files: [scores(6, null, { change: 'deleted' })], verdict: saysNothingStrictest },
    {
      when: 'a file without a goal falls',
      files: [scores(6, 1, { path: 'lib/a.ts' })],
      verdict: saysNothingStrictest,
    },
  ])('given a goal, when $when: $verdict', async (row) => {
    expect(await statusIn('supervise-goals', { ...row, profile: goal('supervise') })).toEqual(row.verdict);
  });
});

describe.each(['refactoring-goals', 'supervise-goals'] as const)('%s', (gate) => {
  const kind = gate === 'supervise-goals' ? 'supervise' : 'refactor';
  const fallen = [scores(6, 1)];

  it.each<Case & { readonly profile: string }>([
    {
      given: 'no goal at all',
      profile: '',
      when: 'a file falls',
      files: fallen,
      verdict: saysNothingStrictest,
    },
    {
      given: 'the other goal',
      profile: goal(kind === 'refactor' ? 'supervise' : 'refactor'),
      when: 'the file falls',
      files: fallen,
      verdict: saysNothingStrictest,
    },
    {
      given: 'no-goal before it',
      profile: `goals: [{ files: "src/a.ts", goal: no-goal }, { files: "src/**", goal: ${kind} }]`,
      when: 'the file falls',
      files: fallen,
      verdict: saysNothingStrictest,
    },
    {
      given: 'no-goal after it',
      profile: `goals: [{ files: "src/**", goal: ${kind} }, { files: "src/a.ts", goal: no-goal }]`,
      when: 'the file falls',
      files: fallen,
      verdict: failsStrictest,
    },
    {
      given: 'the gate off',
      profile: `gates: { ${gate}: off }\n${goal(kind)}`,
      when: 'the file falls',
      files: fallen,
      verdict: isOff,
    },
    {
      given: 'the goal for the path before a rename',
      profile: `goals: [{ files: "src/old.ts", goal: ${kind} }]`,
      when: 'the renamed file falls',
      files: [scores(6, 1, { change: 'renamed', oldPath: 'src/old.ts' })],
      verdict: failsStrictest,
    },
  ])('given $given, when $when: $verdict', async (row) => {
    expect(await statusIn(gate, row)).toEqual(row.verdict);
  });

  it('has conditions for a hundredth and none for nothing', async () => {
    for (const profile of profileNames) {
      const on = `gates: { ${gate}: on }\n${goal(kind)}`;
      const [fell, stayed] = await Promise.all([
        judgeIn(profile, [scores(6, 5.99)], on),
        judgeIn(profile, [scores(6, 6)], on),
      ]);
      const index = gateNames.indexOf(gate);
      expect(fell[index]?.conditions).toMatchObject([
        { path: 'src/a.ts', line: null, smell: null, measured: 0.01, limit: 0 },
      ]);
      expect(stayed[index]?.conditions).toEqual([]);
    }
  });
});

describe('coverage', () => {
  it('is off in every built-in profile', async () => {
    expect(await statusIn('coverage', { when: '', files: [createFile()], verdict: isOff })).toEqual(isOff);
  });
});
