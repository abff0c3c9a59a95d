import { describe, expect, it } from 'vitest';
import { parseStructure } from '../helpers/parse-markdown.ts';
import { accountOf, createChange, type Entries, useHarmlessCheck } from './harmless-check.ts';
import { nested } from './source-code.ts';

const checkHarmless = useHarmlessCheck();

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
