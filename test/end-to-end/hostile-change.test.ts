import { describe, expect, it } from 'vitest';
import type { Entry } from '../helpers/import-commit.ts';
import { template } from '../languages/measure-code.ts';
import { accountOf, createChange, type Entries, useHarmlessCheck } from './harmless-check.ts';
import { healthy, nested } from './source-code.ts';

const checkHarmless = useHarmlessCheck();

const lfsPointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1\n`;
const someCommit = '1234567890123456789012345678901234567890';

describe('a change of other kinds', () => {
  it('lists each with its reason, and is complete', async () => {
    const long = healthy('named').repeat(3);
    const change = createChange(
      [
        ['Case.ts', long],
        ['was-file.ts', healthy()],
        ['was-link.ts', { link: 'other.ts' }],
        ['was-module.ts', { submodule: someCommit }],
        ['was-folder.ts/inner.ts', healthy()],
        ['emptied.ts', healthy()],
      ],
      [
        ['case.ts', { sameAs: 'Case.ts' }],
        ['was-file.ts', { link: '/etc/passwd' }],
        ['was-link.ts', healthy()],
        ['was-module.ts', healthy()],
        ['was-folder.ts/inner.ts', null],
        ['was-folder.ts', healthy()],
        ['emptied.ts', ''],
        ['link.ts', { link: '../../../etc/passwd' }],
        ['module.ts', { submodule: someCommit }],
        ['pointer.ts', lfsPointer],
        ['binary.ts', Buffer.from([0x7f, 0x45, 0, 1, 2])],
        ['utf-16-without-mark.ts', Buffer.from(healthy(), 'utf16le')],
        ['empty.ts', ''],
        ['mark.ts', `\ufeff${healthy()}`],
        ['crlf.ts', healthy().replaceAll('\n', '\r\n')],
        ['utf-16.ts', Buffer.from(`\ufeff${healthy()}`, 'utf16le')],
      ],
    );
    const outcome = await checkHarmless(change);
    expect(outcome).toMatchObject({ exitCode: 0, report: { status: 'passed' } });
    expect(Object.fromEntries(accountOf(outcome.report))).toEqual({
      'case.ts': 'renamed',
      'was-file.ts': 'symbolic link',
      'was-link.ts': 'modified',
      'was-module.ts': 'modified',
      'was-folder.ts': 'renamed',
      'emptied.ts': 'modified',
      'link.ts': 'symbolic link',
      'module.ts': 'submodule',
      'pointer.ts': 'Git LFS pointer',
      'binary.ts': 'binary file',
      'utf-16-without-mark.ts': 'binary file',
      'empty.ts': 'added',
      'mark.ts': 'added',
      'crlf.ts': 'added',
      'utf-16.ts': 'added',
    });
  });
});

const conflict = `${healthy()}<<<<<<< HEAD\na();\n=======\nb();\n>>>>>>> other\n`;

/** Each in a file of its own, with what is said of it. */
const broken: readonly (readonly [string, Entry, RegExp])[] = [
  ['conflict.ts', conflict, /^syntax error: Merge conflict marker/],
  ['syntax.ts', 'export function (', /^syntax error: /],
  ['deep.ts', `x = ${'('.repeat(10_000)}1${')'.repeat(10_000)}`, /^nested too deeply/],
  ['ambiguous.ts', `x = ${'async (a = '.repeat(64)}1${')'.repeat(64)}`, /^too ambiguous/],
  ['line.ts', `const x = "${'x'.repeat(5_000_000)}";`, /^longer than 2 million/],
  ['latin-1.ts', Buffer.from('const caf\xe9 = 1;\n', 'latin1'), /^not valid UTF-8$/],
  ['half.ts', Buffer.from([0xff, 0xfe, 0x61]), /^not valid UTF-16$/],
];

const brokenEntries = broken.map(([name, entry]): Entries[number] => [name, entry]);

describe('a change that cannot be measured whole', () => {
  it('is incomplete and no pass: each file is listed with its reason', async () => {
    const change = createChange([], [...brokenEntries, ['good.ts', healthy()]]);
    const outcome = await checkHarmless(change);
    expect(outcome).toMatchObject({ exitCode: 2, report: { status: 'incomplete' } });
    const account = accountOf(outcome.report);
    expect(account.size).toBe(broken.length + 1);
    for (const [name, , reason] of broken) expect(account.get(name)).toMatch(reason);
    const statuses = outcome.state.statuses.get(`${change.source}/codescene-pr`);
    expect(statuses?.states.at(-1)).toBe('FAILED');
  });

  it('is violated all the same where the rest violates the gate, which its own profile cannot switch off', async () => {
    const profile = 'version: 1\ngates: { critical-rules: false, new-code-health: false }\n';
    const change = createChange(
      [['.codescene/quality-profile.yml', 'version: 1\n']],
      [
        ...brokenEntries,
        ['bad.ts', nested(5)],
        ['.codescene/quality-profile.yml', profile],
        ['.gitattributes', '*.ts binary linguist-generated\n'],
      ],
    );
    const outcome = await checkHarmless(change);
    expect(outcome).toMatchObject({ exitCode: 1, report: { status: 'failed' } });
    expect(outcome.report.warnings.join('\n')).toContain('.codescene/quality-profile.yml');
    expect(outcome.report.skipped).toHaveLength(broken.length);
  });

  it('shows the suppressions that it adds, and heeds the target that does not honour new ones', async () => {
    const profile = 'version: 1\nsuppressions: { new: ignore }\n';
    const hidden = `// @codescene(disable-all)\n${nested(5)}`;
    const change = createChange([['.codescene/quality-profile.yml', profile]], [['a.ts', hidden]]);
    const outcome = await checkHarmless(change);
    expect(outcome.exitCode).toBe(1);
    expect(outcome.report.suppressions).toMatchObject([{ path: 'a.ts' }]);
  });
});

describe('a change of bombs', () => {
  it('is measured in one run', async () => {
    const functions = Array.from({ length: 100_000 }, (_, at) => `function f${at}(){}\n`);
    const change = createChange(
      [],
      [
        ['functions.ts', functions.join('')],
        ['template.ts', `x = \`${template('a').slice(1, -1).repeat(330_000)}\`;\n`],
        ['expressions.ts', 'x = /(a+)+$|((b|b)*)*c/.test(y);\n'.repeat(20_000)],
        ['comments.ts', `// @codescene(${'disable:"'.repeat(100_000)}\n${healthy()}`],
        ['chain.ts', `x = a${'.b'.repeat(100_000)};\n`],
      ],
    );
    const outcome = await checkHarmless(change);
    expect([...accountOf(outcome.report).values()]).toEqual(Array(5).fill('added'));
    expect(outcome.report.status).not.toBe('incomplete');
  });
});
