import type { Report } from '../../src/model/report.ts';
import { coverageWriters } from '../coverage/write-coverage.ts';
import { createRepository, type TestRepository } from '../helpers/create-repository.ts';

/** So many lines that can be executed. */
export const lines = (count: number, word = 'v') =>
  Array.from({ length: count }, (_, index) => `export const ${word}${index} = ${index};\n`).join('');

/** Where the profile of a repository stands. */
export const profile = '.codescene/quality-profile.yml';

/** A profile with the gate. */
export const gate = (settings = 'on') => `version: 1\ngates: { coverage: ${settings} }\n`;

/** A repository with `src/a.ts` of five lines and the gate on, and a branch for the work. */
export function createProject(files: Readonly<Record<string, string>> = {}): TestRepository {
  const repository = createRepository();
  repository.commit('start', {
    '.gitignore': 'coverage/\n*.info\n',
    [profile]: gate(),
    'src/a.ts': lines(5),
    ...files,
  });
  repository.checkout('work');
  return repository;
}

/** Which of the first lines are covered, of how many. */
export const hits = (covered: number, count: number) =>
  new Map(Array.from({ length: count }, (_, index) => [index + 1, index < covered] as const));

/** An LCOV file, by path and line. */
export const lcov = (files: Readonly<Record<string, ReadonlyMap<number, boolean>>>) =>
  coverageWriters.lcov(Object.entries(files));

/** The gate in a report. */
export const gateOf = (report: Report) => report.gates.find(({ gate }) => gate === 'coverage');
