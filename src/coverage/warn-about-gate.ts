import type { Profile } from '../model/profile.ts';
import type { FileCoverage } from '../model/report.ts';
import { listSome } from './measure-coverage.ts';

interface JudgedChange {
  /** Whether a coverage file was given. */
  readonly isGiven: boolean;
  /** Changed source files on the head side. */
  readonly paths: readonly string[];
  readonly byPath: ReadonlyMap<string, FileCoverage>;
}

/** Files that by their name hold tests or stand in for something in tests: coverage files leave them out. */
const testFile = /(?:^|\/)__(?:tests|mocks|fixtures)__\/|\.(?:test|spec|e2e|stories|cy)\.[cm]?[jt]sx?$/;

/** Warns where the gate on coverage is on and cannot judge: for want of a coverage file, or of a file's record. */
export function warnAboutGate(
  { isGiven, paths, byPath }: JudgedChange,
  { gatesFor }: Pick<Profile, 'gatesFor'>,
): readonly string[] {
  const judged = paths.filter((path) => gatesFor(path).coverage !== false);
  if (!isGiven) {
    if (judged.length === 0) return [];
    return [
      'The gate coverage is on, but there is no coverage to judge: pass --coverage <file> with what the tests wrote.',
    ];
  }
  const unknown = judged.filter((path) => !byPath.has(path) && !testFile.test(path));
  if (unknown.length === 0) return [];
  const files = unknown.length === 1 ? 'changed file is' : 'changed files are';
  return [
    `${unknown.length} ${files} in no coverage file, so that the gate coverage says nothing about ${listSome(unknown)}.`,
  ];
}
