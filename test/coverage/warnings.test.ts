import { describe, expect, it } from 'vitest';
import { measureCoverage, warnAboutGate } from '../../src/coverage/index.ts';
import type { GateSettings } from '../../src/model/profile.ts';
import { allOff, allOn } from '../gate/create-file-report.ts';

const root = '/home/me/repo';

function warningsOf(paths: readonly string[], tracked: readonly string[], changed: readonly string[]) {
  const records = paths.map((path) => ({ path, hits: new Map([[1, true]]) }));
  const report = {
    name: 'lcov.info',
    report: { format: 'lcov' as const, sources: [], records },
    place: { root, folders: [root] },
  };
  const changedLines = new Map(changed.map((path) => [path, [{ line: 1, endLine: 9 }]]));
  return measureCoverage({ reports: [report], changedLines }, new Set(tracked)).warnings;
}

describe('a warning about a coverage file', () => {
  it('is not there where some of its paths are files of the repository', () => {
    expect(warningsOf(['src/a.ts', '/gone/z.ts'], ['src/a.ts', 'src/b.ts'], ['src/b.ts'])).toEqual([]);
  });

  it('shows a path of both sides where nothing matches', () => {
    expect(warningsOf(['/app/lib/main.ts'], ['src/a.ts', 'src/b.ts'], ['src/b.ts'])).toEqual([
      'No file that the coverage file lcov.info (lcov) names is one of this repository: there it is /app/lib/main.ts, here it is src/b.ts. Was it written for another repository or folder?',
    ]);
  });

  it('says that it names no file', () => {
    expect(warningsOf([], ['a.ts'], ['a.ts'])).toEqual([
      'The coverage file lcov.info (lcov) names no source file.',
    ]);
  });

  it('names what can be several files, where a changed one is among them', () => {
    const tracked = ['a/src/x.ts', 'b/src/x.ts'];
    expect(warningsOf(['/app/src/x.ts'], tracked, ['b/src/x.ts'])).toEqual([
      'The coverage file lcov.info names /app/src/x.ts, which can be any of a/src/x.ts, b/src/x.ts: it counts for none. Write it with paths from the root of the repository.',
    ]);
    expect(warningsOf(['/app/src/x.ts'], [...tracked, 'c.ts'], ['c.ts'])).toEqual([]);
  });

  it('counts what is too much to name', () => {
    const names = ['1', '2', '3', '4', '5'];
    const tracked = names.flatMap((name) => ['a', 'b', 'c', 'd'].map((folder) => `${folder}/src/${name}.ts`));
    const warnings = warningsOf(
      names.map((name) => `/app/src/${name}.ts`),
      tracked,
      tracked,
    );
    expect(warnings).toHaveLength(4);
    expect(warnings[0]).toContain('any of a/src/1.ts, b/src/1.ts, c/src/1.ts and 1 more:');
    expect(warnings[3]).toBe('2 more paths of the coverage file lcov.info can be several files each.');
  });
});

describe('a warning about the gate on coverage', () => {
  const profile = (gates: GateSettings, overridden: Readonly<Record<string, GateSettings>> = {}) => ({
    gatesFor: (path: string) => overridden[path] ?? gates,
  });
  const known = new Map([['a.ts', { executableLines: 1, coveredLines: 1, uncovered: [] }]]);

  it('says what to pass where the gate is on and there is no coverage', () => {
    const change = { isGiven: false, paths: ['a.ts'], byPath: new Map() };
    expect(warnAboutGate(change, profile(allOn))).toEqual([
      'The gate coverage is on, but there is no coverage to judge: pass --coverage <file> with what the tests wrote.',
    ]);
    expect(warnAboutGate(change, profile(allOff))).toEqual([]);
    expect(warnAboutGate(change, profile(allOff, { 'a.ts': allOn }))).toHaveLength(1);
    expect(warnAboutGate({ ...change, paths: [] }, profile(allOn))).toEqual([]);
  });

  it('names the files that no coverage file speaks of', () => {
    const paths = ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts'];
    expect(warnAboutGate({ isGiven: true, paths, byPath: known }, profile(allOn))).toEqual([
      '4 changed files are in no coverage file, so that the gate coverage says nothing about b.ts, c.ts, d.ts and 1 more.',
    ]);
    expect(warnAboutGate({ isGiven: true, paths: ['b.ts'], byPath: known }, profile(allOn))).toEqual([
      '1 changed file is in no coverage file, so that the gate coverage says nothing about b.ts.',
    ]);
  });

  it.each(['src/a.test.ts', 'a.spec.jsx', 'src/__tests__/help.ts', '__mocks__/fs.js', 'b.stories.tsx'])(
    'expects no record of %s, and of nothing that the gate does not judge',
    (path) => {
      const change = { isGiven: true, paths: [path, 'off.ts'], byPath: known };
      expect(warnAboutGate(change, profile(allOn, { 'off.ts': allOff }))).toEqual([]);
    },
  );

  it('does not take a name for that of a test which only looks like one', () => {
    const paths = ['src/latest.ts', 'src/test/a.ts', 'src/testing.ts', 'contest.ts'];
    expect(warnAboutGate({ isGiven: true, paths, byPath: known }, profile(allOn))[0]).toMatch(/^4 /);
  });
});
