import { describe, expect, it } from 'vitest';
import { profilePath } from '../../src/config/index.ts';
import { parseProfile } from '../../src/config/parse-profile.ts';
import { connectionKinds } from '../../src/model/platform.ts';
import { brokenProfiles } from './broken-profiles.ts';
import { readError, readProblems } from './read-problems.ts';

describe('a broken profile', () => {
  it.each(brokenProfiles)('with $given is told where, what was expected and the nearest word', (profile) => {
    const { text, at, key, message, suggestion } = profile;
    const [line, column] = at;
    expect(readProblems(text)).toEqual([{ file: profilePath, line, column, key, message, suggestion }]);
  });

  it('is told every problem at once, in the order of the file', () => {
    const text = [
      'version: 3',
      'gates: { hotspot-decline: maybe }',
      'rules:',
      '  complex-methd: off',
      '  large-method: { weight: 7, severity: high }',
      'overrides: [{ files: [], rules: [] }]',
    ].join('\n');
    const places = readProblems(text).map(({ line, column, key }) => `${line}:${column} ${key}`);
    expect(places).toEqual([
      '1:10 version',
      '2:27 gates.hotspot-decline',
      '4:3 rules.complex-methd',
      '5:27 rules.large-method.weight',
      '5:40 rules.large-method.severity',
      '6:22 overrides[0].files',
      '6:33 overrides[0].rules',
    ]);
  });

  it('is told every syntax error, one a line', () => {
    const text = 'gates:\n\tcritical-rules: on\nrules:\n  a: "\\q"\n';
    expect(readProblems(text).map(({ line }) => line)).toEqual([2, 4]);
  });

  it('is told of each marker of a conflict, and of each control character', () => {
    const conflict = 'version: 1\n<<<<<<< HEAD\ngates: {}\n=======\nrules: {}\n>>>>>>> main\n';
    expect(readProblems(conflict).map(({ line, message }) => `${line}: ${message}`)).toEqual(
      [2, 4, 6].map((line) => `${line}: a conflict of a merge stands here: resolve it`),
    );
    expect(readProblems('a: \u0000\nb: \u0007\n').map(({ line }) => line)).toEqual([1, 2]);
  });

  it.each(['!!js/function "x"', '!!python/object:a.b x', '!!binary aGk=', '!!set {a}', '!!omap [a: 1]'])(
    'is told that the tag of %s means nothing',
    (value) => {
      const messages = readProblems(`extends: ${value}\n`).map(({ message }) => message);
      expect(messages).toContain('tags ("!!…") mean nothing in a profile: leave it out');
    },
  );

  it('counts lines and columns from 1 behind a byte order mark and with CR LF', () => {
    expect(readProblems('\ufeffversion: 2')).toMatchObject([{ line: 1, column: 10 }]);
    expect(readProblems('version: 1\r\nrulez: 1\r\n')).toMatchObject([{ line: 2, column: 1 }]);
  });

  it('points at the text that an anchor marks where an alias repeats it', () => {
    const text = 'overrides:\n  - files: &tests [7]\n  - files: *tests\n';
    expect(readProblems(text).map(({ line, column, key }) => ({ line, column, key }))).toEqual([
      { line: 2, column: 20, key: 'overrides[0].files[0]' },
      { line: 2, column: 20, key: 'overrides[1].files[0]' },
    ]);
  });

  it('reads YAML 1.2 even where the file asks for 1.1', () => {
    expect(readProblems('%YAML 1.1\n---\ngates: { critical-rules: yes }\n')).toMatchObject([
      { key: 'gates.critical-rules', suggestion: 'on' },
    ]);
  });

  it('gives the error a hint that can be followed', () => {
    expect(readError('version: 2')).toMatchObject({
      code: 'CSPR_CONFIG',
      hint: expect.stringContaining('codescene-pr schema profile'),
    });
  });
});

describe('a valid profile', () => {
  it.each([
    ['an empty file', ''],
    ['a file of comments', '# nothing yet\n'],
    ['a null document', '~\n'],
    ['a file without a version', 'extends: clean-code-collective\n'],
    [
      'sections with nothing in them',
      'gates:\nrules:\nfiles:\n  exclude:\noverrides:\ngoals:\nconnections:\n',
    ],
    ['a document with markers', '---\nversion: 1\n...\n'],
    ["CodeScene's names", 'rules: { "Bumpy Road Ahead": off, Complex Method: { weight: 0.5 } }\n'],
    ['switches in each spelling', 'gates: { hotspot-decline: on, coverage: off, supervise-goals: true }\n'],
    ['an anchor and its alias', 'overrides:\n  - files: &tests ["**/*.test.ts"]\n  - files: *tests\n'],
    ['the older name of a profile', 'extends: the-extra-mile\n'],
    ['tags that say what the values are anyway', 'version: !!int 1\nextends: !!str bare-minimum\n'],
    ['an escaped bracket in a pattern', "files: { exclude: 'src/\\[id\\]/**' }\n"],
    ...connectionKinds.map((kind) => [
      `a connection by ${kind}`,
      `connections: { ours: { type: ${kind}, url: https://bitbucket.example.com } }\n`,
    ]),
    ['a negated group in a pattern', 'files: { exclude: "!(src)/**" }\n'],
  ])('may be %s', (_, text) => {
    expect(readProblems(text)).toEqual([]);
  });

  it('keeps every value with the line that it stands on', () => {
    const layer = parseProfile(
      'version: 1\nrules:\n  complex-method:\n    weight: 0.5\n    severity: critical\n',
      'a.yml',
    );
    expect(layer.rules.weight.get('complex-method')).toEqual({
      value: 0.5,
      origin: { source: 'a.yml', line: 4 },
    });
    expect(layer.rules.severity.get('complex-method')?.origin.line).toBe(5);
    expect(layer.rules.enabled.get('complex-method')).toEqual({
      value: true,
      origin: { source: 'a.yml', line: 3 },
    });
  });
});
