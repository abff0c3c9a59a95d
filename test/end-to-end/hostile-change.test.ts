import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { type BitbucketServer, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import { createRepository, type TestRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { type Entry, importCommit } from '../helpers/import-commit.ts';
import { parseStructure } from '../helpers/parse-markdown.ts';
import { armConfiguration, armHooks, createTrap, type Trap } from '../helpers/traps.ts';
import { template } from '../languages/measure-code.ts';
import { pipelineVariables } from './pull-request.ts';
import { type Run, runCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';

const token = 'ATCTT3xFfGN0-a-secret-token';
let server: BitbucketServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

type Entries = readonly (readonly [string | Buffer, Entry])[];

interface Change {
  readonly origin: TestRepository;
  readonly source: string;
  readonly destination: string;
  readonly trap: Trap;
}

const attributes =
  '*.ts filter=evil diff=evil\n*.tsx filter=included\n* -text working-tree-encoding=UTF-16\n';

/** A change from some entries to others, in a clone whose configuration, attributes and hooks are traps. */
function createChange(before: Entries, after: Entries): Change {
  const origin = createRepository();
  const start: Entries = [['.gitattributes', attributes], ...before];
  const destination = importCommit(origin, 'main', new Map(start));
  const source = importCommit(origin, 'feature', new Map(after), destination);
  origin.git('symbolic-ref', 'HEAD', 'refs/heads/feature');
  const trap = createTrap();
  armHooks(origin.root, trap);
  armConfiguration(origin.root, trap);
  return { origin, source, destination, trap };
}

const formats = ['json', 'markdown', 'html', 'sarif', 'junit'] as const;

interface Outcome extends Run {
  readonly report: Report;
  /** Every text that went anywhere: stdout, stderr, each format, each string that was sent to Bitbucket. */
  readonly texts: readonly string[];
  readonly state: BitbucketServer['state'];
}

/** Runs `check` as a pull request's pipeline with a token does, in every format. */
async function check({ origin, source, destination }: Change): Promise<Outcome> {
  server = await startBitbucketServer({
    repository: { workspace: 'acme', repository: 'shop', commit: source },
    accepted: { accessToken: token },
  });
  const folder = temporaryFolder();
  const outputs = formats.flatMap((format) => ['--output', `${format}=${path.join(folder, format)}`]);
  const env = pipelineVariables({ origin, source, destination }, { BITBUCKET_ACCESS_TOKEN: token });
  const before = readdirSync(origin.root);
  const run = await runCli(['check', '--all', '--api-url', server.apiUrl, ...outputs], {
    cwd: origin.root,
    env,
  });
  expect(readdirSync(origin.root)).toEqual(before);
  const files = formats.map((format) => readFileSync(path.join(folder, format), 'utf8'));
  const sent = server.requests.flatMap(({ body }) => stringsIn(body));
  return {
    ...run,
    report: JSON.parse(files[0] ?? '') as Report,
    texts: [run.stdout, run.stderr, ...files, ...sent],
    state: server.state,
  };
}

/** The texts in a body that was sent. A path is the exact one there, or Bitbucket would not find the file. */
function stringsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => (key === 'path' ? [] : stringsIn(value)));
}

/** What holds of every run, whatever is in the change. */
function expectHarmless({ texts, stderr }: Outcome, { trap }: Change): void {
  expect(trap.marks()).toEqual([]);
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts) {
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(text).not.toContain(token);
  }
  expect(stderr).not.toMatch(/^\s+at |node:internal|defect of codescene-pr/m);
}

async function checkHarmless(change: Change): Promise<Outcome> {
  const outcome = await check(change);
  expectHarmless(outcome, change);
  return outcome;
}

/** The paths that the report speaks of, and what it says. */
function accountOf({ files, skipped }: Report): ReadonlyMap<string, string> {
  return new Map([
    ...files.map(({ path: file, change }) => [file, change] as const),
    ...skipped.map(({ path: file, reason }) => [file, reason] as const),
  ]);
}

const longPath = `${Array.from({ length: 20 }, (_, at) => `${at}`.padStart(199, 'd')).join('/')}.ts`;

const names = [
  'src/two\nlines.ts',
  'src/tab\tand\rreturn.ts',
  'src/"double" and \'single\'.ts',
  '-rf.ts',
  '--output=json=x.ts',
  ':(exclude)magic.ts',
  'src/\u001b[31mred\u001b]8;;javascript:evil\u0007.ts',
  'src/\u009b2Jc1.ts',
  'src/\u202ets.exe.ts',
  'src/\u2028separator.ts',
  'src/zero\u200bwidth.ts',
  '__proto__.ts',
  'constructor/__proto__/toString.ts',
  'src/[link](javascript:evil)**bold**`code`.ts',
  'src/![picture](javascript:evil).ts',
  'src/@all #1 | a | b |.ts',
  'src/<img src=x onerror=alert(1)>.ts',
  'src/<!--]]>&amp;.ts',
  'src/","status":"passed","x":".ts',
  'src/$(touch mark);`touch mark`|touch mark&.ts',
  'src/%2e%2e%2f?a=b&c=d.ts',
  'src/back\\slash.ts',
  ' leading and trailing .ts',
  longPath,
];

describe('a change of hostile names', () => {
  it('is judged whole: each file is there, nothing runs, and no text makes anything of them', async () => {
    const change = createChange(
      [],
      [
        ...names.map((name): Entries[number] => [name, nested(4)]),
        [Buffer.from('src/caf\xe9.ts', 'latin1'), nested(4)],
        [Buffer.from('src/\xff\xfe\x80.ts', 'latin1'), nested(4)],
      ],
    );
    const outcome = await checkHarmless(change);
    expect(outcome.exitCode).toBe(1);
    const listed = [...names, 'src/caf\\xe9.ts', 'src/\\xff\\xfe\\x80.ts'];
    expect([...accountOf(outcome.report).keys()].sort()).toEqual(listed.sort());
    expect(outcome.report.files.filter(({ pathIsExact }) => pathIsExact === false)).toHaveLength(2);
    const [, , , markdown = '', html = ''] = outcome.texts;
    expect(html).not.toMatch(/<img|<!--\]\]|href="javascript/);
    const { links, forbidden } = parseStructure(markdown);
    expect(links.filter((link) => link.includes('javascript'))).toEqual([]);
    expect(forbidden).toEqual([]);
    const stored = outcome.state.reports.get(`${change.source}/codescene-pr`);
    expect(stored?.results.at(-1)).toBe('FAILED');
    const annotated = [...(stored?.annotations.values() ?? [])].map((annotation) => annotation.path);
    expect(annotated.filter((file) => /caf|xff/.test(String(file)))).toEqual([]);
  });

  it('in its code is judged whole too', async () => {
    const keys = [
      '__proto__',
      'constructor',
      'hasOwnProperty',
      '\\u001b[31m\\u202e',
      '<script>alert(1)</script>',
      '[x](http://evil.example)',
      ['$', '{process.exit()}'].join(''),
      '","status":"passed',
    ];
    const methods = keys.map((key) => nested(4, 'METHOD').replace('export function METHOD', `'${key}'`));
    const classCode = `export class Hostile {\n${methods.join('\n')}\n}\n`;
    const change = createChange([], [['src/a.ts', classCode]]);
    const outcome = await checkHarmless(change);
    expect(outcome.exitCode).toBe(1);
    const [file] = outcome.report.files;
    expect(file?.functions).toHaveLength(keys.length);
    expect(file?.findings.filter(({ smell }) => smell === 'deep-nested-complexity')).toHaveLength(
      keys.length,
    );
  });
});

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
