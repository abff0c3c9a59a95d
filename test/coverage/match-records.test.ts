import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoverageReport } from '../../src/coverage/coverage-report.ts';
import { matchRecords, matchWantedRecords } from '../../src/coverage/match-records.ts';
import type { CoveragePlace } from '../../src/coverage/named-files.ts';

const root = '/home/me/repo';
const atRoot: CoveragePlace = { root, folders: [`${root}/coverage`, root] };
const inPackage: CoveragePlace = {
  root,
  folders: [`${root}/packages/api/coverage`, `${root}/packages/api`, `${root}/packages`, root],
};

function reportOf(paths: readonly string[], sources: readonly string[] = []): CoverageReport {
  return { format: 'lcov', sources, records: paths.map((path) => ({ path, hits: new Map([[1, true]]) })) };
}

interface Given {
  readonly tracked: readonly string[];
  readonly paths: readonly string[];
  readonly sources?: readonly string[];
  readonly place?: CoveragePlace;
}

/** The file of each path that has one, and `?` for one that can be several. */
function match({ tracked, paths, sources = [], place = atRoot }: Given): Record<string, string> {
  const { files, ambiguous } = matchRecords(reportOf(paths, sources), place, new Set(tracked));
  return Object.fromEntries([
    ...[...files].flatMap(([file, records]) => records.map(({ path }) => [path, file])),
    ...ambiguous.map(({ path }) => [path, '?']),
  ]);
}

describe('a path that names a file', () => {
  const tracked = ['src/x.ts', 'packages/api/src/x.ts', 'lib/x.ts'];
  it.each<[string, string, string | undefined, Partial<Given>]>([
    ['from the root', 'src/x.ts', 'src/x.ts', {}],
    ['with a dot before it', './src/x.ts', 'src/x.ts', {}],
    ['absolute', `${root}/src/x.ts`, 'src/x.ts', {}],
    ['absolute, by detours', `${root}/lib/../src//./x.ts`, 'src/x.ts', {}],
    ['as a URL', `file://${root}/src/x.ts`, 'src/x.ts', {}],
    ["from the coverage file's own folder", '../src/x.ts', 'src/x.ts', {}],
    ['from the package around the coverage file', 'src/x.ts', 'packages/api/src/x.ts', { place: inPackage }],
    ['from the root, though the coverage file is in a package', 'lib/x.ts', 'lib/x.ts', { place: inPackage }],
    ['with backslashes', 'src\\x.ts', 'src/x.ts', {}],
    ['below a source', 'x.ts', 'lib/x.ts', { sources: [`${root}/lib`] }],
    ['below one of several sources', 'x.ts', 'lib/x.ts', { sources: [`${root}/none`, `${root}/lib`] }],
    ['below a relative source', 'x.ts', 'lib/x.ts', { sources: ['lib'] }],
    ['below a source that is the root', 'src/x.ts', 'src/x.ts', { sources: ['.'] }],
    ['absolute, whatever the source', `${root}/src/x.ts`, 'src/x.ts', { sources: ['/'] }],
    ['below several sources alike', 'x.ts', '?', { sources: [`${root}/lib`, `${root}/src`] }],
    ['that is gone', `${root}/dist/src/x.ts`, undefined, {}],
    ['of a neighbour', `${root}2/none/y.ts`, undefined, {}],
  ])('%s', (_, path, file, given) => {
    expect(match({ tracked, paths: [path], ...given })[path]).toBe(file);
  });

  it('may hold backslashes itself', () => {
    expect(match({ tracked: ['a\\b.ts', 'a/b.ts'], paths: ['a\\b.ts'] })).toEqual({ 'a\\b.ts': 'a\\b.ts' });
  });

  it('of another name in all but case is another', () => {
    expect(match({ tracked: ['src/X.ts'], paths: ['src/x.ts'] })).toEqual({});
  });
});

describe('a path of another machine', () => {
  it.each<[string, string, readonly string[], string | undefined]>([
    ['a container', '/app/src/x.ts', ['src/x.ts', 'src/y.ts'], 'src/x.ts'],
    ['Pipelines', '/opt/atlassian/pipelines/agent/build/src/x.ts', ['src/x.ts', 'lib/x.ts'], 'src/x.ts'],
    ['Windows', 'C:\\build\\src\\x.ts', ['src/x.ts', 'test/x.ts'], 'src/x.ts'],
    ['a build of one package', '/app/src/x.ts', ['packages/web/src/x.ts', 'x.ts'], 'packages/web/src/x.ts'],
    [
      'folders of other names',
      '/home/ada/web/src/x.ts',
      ['packages/web/src/x.ts', 'a/src/x.ts'],
      'packages/web/src/x.ts',
    ],
    ['a file of that name alone', '/app/x.ts', ['packages/web/x.ts'], 'packages/web/x.ts'],
    ['whole segments only', '/app/asrc/x.ts', ['src/x.ts', 'b/x.ts'], '?'],
    ['two files that end like it', '/app/src/x.ts', ['a/src/x.ts', 'b/src/x.ts'], '?'],
    ['nothing like it', '/app/src/z.ts', ['src/x.ts'], undefined],
  ])('from %s', (_, path, tracked, file) => {
    expect(match({ tracked, paths: [path] })[path]).toBe(file);
  });

  it('is told from its likes by the other paths of the report', () => {
    const tracked = ['src/index.ts', 'src/only.ts', 'packages/a/src/index.ts'];
    const paths = ['/app/src/index.ts', '/app/src/only.ts'];
    expect(match({ tracked, paths })).toEqual({
      '/app/src/index.ts': 'src/index.ts',
      '/app/src/only.ts': 'src/only.ts',
    });
  });

  it('is no file of its name alone where the other paths show another folder', () => {
    const tracked = ['index.js', 'src/only.js'];
    const paths = ['/app/dist/index.js', '/app/src/only.js'];
    expect(match({ tracked, paths })).toEqual({ '/app/src/only.js': 'src/only.js' });
    expect(match({ tracked, paths: ['/app/index.js', '/app/src/only.js'] })).toEqual({
      '/app/index.js': 'index.js',
      '/app/src/only.js': 'src/only.js',
    });
  });

  it('adds nothing to a file that another path names', () => {
    const tracked = ['src/x.ts'];
    expect(match({ tracked, paths: ['src/x.ts', '/cache/src/x.ts'] })).toEqual({ 'src/x.ts': 'src/x.ts' });
  });

  it("is found through the source's folders too", () => {
    const tracked = ['packages/a/src/x.ts', 'packages/b/src/x.ts'];
    expect(match({ tracked, paths: ['src/x.ts'], sources: ['/ci/packages/b'] })).toEqual({
      'src/x.ts': 'packages/b/src/x.ts',
    });
  });
});

const segment = fc.constantFrom('a', 'b', 'src', 'index.ts', 'x.ts', '__proto__');
const somePath = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
const prefix = fc.constantFrom('', './', '/app/', `${root}/`, 'C:/build/', '../');

describe('whatever the paths', () => {
  const given = fc.record({
    tracked: fc.uniqueArray(somePath, { maxLength: 8 }),
    paths: fc.uniqueArray(
      fc.tuple(prefix, somePath).map((parts) => parts.join('')),
      { maxLength: 8 },
    ),
  });

  it('each is one file at most, which ends like it, or is said to be ambiguous', () => {
    fc.assert(
      fc.property(given, ({ tracked, paths }) => {
        const { files, ambiguous } = matchRecords(reportOf(paths), atRoot, new Set(tracked));
        const matched = [...files.values()].flat().map(({ path }) => path);
        const all = [...matched, ...ambiguous.map(({ path }) => path)];
        expect(new Set(all).size).toBe(all.length);
        for (const [file, records] of files) {
          expect(tracked).toContain(file);
          for (const { path } of records) expect(path.split('/').at(-1)).toBe(file.split('/').at(-1));
        }
        for (const each of ambiguous) expect(each.files.length).toBeGreaterThan(1);
      }),
      { numRuns: 500 },
    );
  });

  it('the order of records changes nothing', () => {
    fc.assert(
      fc.property(given, ({ tracked, paths }) => {
        expect(match({ tracked, paths: [...paths].reverse() })).toEqual(match({ tracked, paths }));
      }),
    );
  });

  it('what is found without the list of files is what is found with it', () => {
    const withWanted = given.chain((each) =>
      fc.record({ ...{ given: fc.constant(each) }, wanted: fc.subarray(each.tracked) }),
    );
    fc.assert(
      fc.property(withWanted, ({ given: { tracked, paths }, wanted }) => {
        const place = { root, folders: [root] };
        const quick = matchWantedRecords(reportOf(paths), place, new Set(wanted));
        if (quick === null) return;
        const full = matchRecords(reportOf(paths), place, new Set(tracked));
        for (const [file, records] of quick.files) expect(full.files.get(file)).toEqual(records);
      }),
      { numRuns: 500 },
    );
  });
});
