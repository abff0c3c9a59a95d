import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../../src/model/report.ts';
import { createFile, createFinding } from '../create-file-report.ts';
import {
  type Case,
  fails,
  failsStricter,
  isOff,
  passes,
  passesStricter,
  saysNothing,
  saysNothingStricter,
  statusIn,
} from './judge-in-profiles.ts';

const scores = (oldScore: number | null, newScore: number | null, rest: Partial<FileReport> = {}) =>
  createFile({ oldScore, newScore, ...rest });
const added = (newScore: number, rest: Partial<FileReport> = {}) =>
  scores(null, newScore, { change: 'added', ...rest });
const deleted = (oldScore: number, rest: Partial<FileReport> = {}) =>
  scores(oldScore, null, { change: 'deleted', ...rest });
const renamed = (oldScore: number, newScore: number) =>
  scores(oldScore, newScore, { change: 'renamed', oldPath: 'src/old.ts' });

const title = 'given $given, when $when: $verdict';
const table = (given: string, rows: readonly Omit<Case, 'given'>[]): Case[] =>
  rows.map((row) => ({ given, ...row }));

describe('hotspot-decline, on in every profile', () => {
  const hot = (oldScore: number | null, newScore: number | null, rest: Partial<FileReport> = {}) =>
    scores(oldScore, newScore, { hotspot: true, ...rest });

  it.each([
    ...table('a hotspot', [
      { when: 'it keeps 9.00', files: [hot(9, 9)], verdict: passes },
      { when: 'it falls from 9.00 to 8.99', files: [hot(9, 8.99)], verdict: fails },
      { when: 'it rises from 3.00 to 3.01', files: [hot(3, 3.01)], verdict: passes },
      { when: 'it is red and stays so', files: [hot(1.2, 1.2)], verdict: passes },
      { when: 'it is renamed and declines', files: [{ ...renamed(9, 8.99), hotspot: true }], verdict: fails },
      { when: 'it is renamed alone', files: [{ ...renamed(9, 9), hotspot: true }], verdict: passes },
      { when: 'it is deleted', files: [deleted(9, { hotspot: true })], verdict: saysNothing },
      { when: 'it is new under its path', files: [added(3, { hotspot: true })], verdict: saysNothing },
      { when: 'another file makes up for it', files: [hot(9, 8.99), scores(4, 10)], verdict: fails },
      {
        when: 'it gets an old smell mended and a new one, and rises',
        files: [hot(8, 8.1, { findings: [createFinding()] })],
        verdict: passes,
      },
    ]),
    ...table('no hotspot', [
      { when: 'a file falls from 9.00 to 1.00', files: [scores(9, 1)], verdict: passes },
      { when: 'nothing changes', files: [], verdict: saysNothing },
    ]),
    ...table('no history', [
      { when: 'a file declines', files: [scores(9, 1, { hotspot: null })], verdict: saysNothing },
    ]),
    ...table('a largest decline of 0.20', [
      { when: 'a hotspot falls by 0.20', files: [hot(9.1, 8.9)], verdict: passes },
      { when: 'a hotspot falls by 0.21', files: [hot(9.1, 8.89)], verdict: fails },
    ]).map((row) => ({ ...row, profile: 'gates: { hotspot-decline: { max-decline: 0.2 } }' })),
    ...table('an override that switches it off for tests', [
      { when: 'a test declines', files: [hot(9, 1, { path: 'test/a.test.ts' })], verdict: saysNothing },
      { when: 'source declines', files: [hot(9, 8.99, { path: 'src/a.ts' })], verdict: fails },
    ]).map((row) => ({
      ...row,
      profile: 'overrides: [{ files: "test/**", gates: { hotspot-decline: off } }]',
    })),
    ...table('a profile that switches it off', [
      { when: 'a hotspot declines', files: [hot(9, 1)], verdict: isOff },
    ]).map((row) => ({ ...row, profile: 'gates: { hotspot-decline: off }' })),
  ] satisfies Case[])(title, async (row) => {
    expect(await statusIn('hotspot-decline', row)).toEqual(row.verdict);
  });
});

describe('code-health-decline, on from clean-code-collective', () => {
  it.each([
    ...table('a file', [
      { when: 'it keeps 9.00', files: [scores(9, 9)], verdict: passesStricter },
      { when: 'it falls from 9.00 to 8.99', files: [scores(9, 8.99)], verdict: failsStricter },
      { when: 'it falls from 10.00 to 9.99', files: [scores(10, 9.99)], verdict: failsStricter },
      { when: 'it rises from 9.00 to 9.01', files: [scores(9, 9.01)], verdict: passesStricter },
      { when: 'it rises from 2.00 to 3.00 and is red still', files: [scores(2, 3)], verdict: passesStricter },
      { when: 'it is renamed alone', files: [renamed(6, 6)], verdict: passesStricter },
      { when: 'it is renamed and declines', files: [renamed(6, 5.99)], verdict: failsStricter },
      { when: 'it is new', files: [added(2)], verdict: saysNothingStricter },
      { when: 'its old side could not be measured', files: [scores(null, 2)], verdict: saysNothingStricter },
      { when: 'it is deleted', files: [deleted(9)], verdict: saysNothingStricter },
      {
        when: 'another one makes up for it',
        files: [scores(9, 8.99), scores(2, 10)],
        verdict: failsStricter,
      },
      {
        when: 'its findings get worse and its score stays',
        files: [scores(9, 9, { findings: [createFinding()] })],
        verdict: passesStricter,
      },
    ]),
    ...table('a largest decline of 0.20', [
      { when: 'a file falls by 0.20', files: [scores(8.6, 8.4)], verdict: passesStricter },
      { when: 'a file falls by 0.21', files: [scores(8.6, 8.39)], verdict: failsStricter },
      {
        when: 'two files fall by 0.20 each',
        files: [scores(8, 7.8), scores(9, 8.8)],
        verdict: passesStricter,
      },
      // A map of settings switches a gate on.
    ]).map((row) => ({
      ...row,
      profile: 'gates: { code-health-decline: { max-decline: 0.2 } }',
      verdict: [row.verdict[1], row.verdict[1], row.verdict[2]] as const,
    })),
    ...table('an override that tolerates 1.00 in tests', [
      { when: 'a test falls by 1.00', files: [scores(9, 8, { path: 'test/a.ts' })], verdict: passesStricter },
      {
        when: 'a test falls by 1.01',
        files: [scores(9, 7.99, { path: 'test/a.ts' })],
        verdict: failsStricter,
      },
      { when: 'source falls by 0.01', files: [scores(9, 8.99)], verdict: failsStricter },
    ]).map((row) => ({
      ...row,
      profile:
        'gates: { code-health-decline: on }\noverrides: [{ files: "test/**", gates: { code-health-decline: { max-decline: 1 } } }]',
      verdict: [row.verdict[1], row.verdict[1], row.verdict[2]] as const,
    })),
  ] satisfies Case[])(title, async (row) => {
    expect(await statusIn('code-health-decline', row)).toEqual(row.verdict);
  });
});

describe('new-code-health, on in every profile', () => {
  it.each([
    ...table('the limit of 9.00', [
      { when: 'a new file scores 9.00', files: [added(9)], verdict: passes },
      { when: 'a new file scores 8.99', files: [added(8.99)], verdict: fails },
      { when: 'a new file scores 10.00', files: [added(10)], verdict: passes },
      { when: 'one of two new files scores 8.99', files: [added(10), added(8.99)], verdict: fails },
      { when: 'an old file scores 2.00', files: [scores(2, 2)], verdict: saysNothing },
      { when: 'an old file falls to 2.00', files: [scores(9, 2)], verdict: saysNothing },
      { when: 'a file is renamed as it is', files: [renamed(2, 2)], verdict: saysNothing },
      { when: 'a file is deleted', files: [deleted(2)], verdict: saysNothing },
      { when: 'the old side could not be measured', files: [scores(null, 8.99)], verdict: fails },
      { when: 'a new file is a hotspot already', files: [added(8.99, { hotspot: true })], verdict: fails },
      { when: 'nothing changes', files: [], verdict: saysNothing },
    ]),
    ...table('a lowest score of 7.50', [
      { when: 'a new file scores 7.50', files: [added(7.5)], verdict: passes },
      { when: 'a new file scores 7.49', files: [added(7.49)], verdict: fails },
    ]).map((row) => ({ ...row, profile: 'gates: { new-code-health: { min-score: 7.5 } }' })),
    ...table('overrides of which the first counts', [
      {
        when: 'a new file of legacy/ scores 5.00',
        files: [added(5, { path: 'legacy/a.ts' })],
        verdict: passes,
      },
      { when: 'one scores 4.99', files: [added(4.99, { path: 'legacy/a.ts' })], verdict: fails },
      { when: 'a new file elsewhere scores 8.99', files: [added(8.99)], verdict: fails },
    ]).map((row) => ({
      ...row,
      profile:
        'overrides:\n  - { files: "legacy/**", gates: { new-code-health: { min-score: 5 } } }\n  - { files: "**", gates: { new-code-health: { min-score: 9 } } }',
    })),
  ] satisfies Case[])(title, async (row) => {
    expect(await statusIn('new-code-health', row)).toEqual(row.verdict);
  });
});
