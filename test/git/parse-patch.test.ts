import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePatch } from '../../src/git/parse-patch.ts';

const parse = (text: string) => Object.fromEntries(parsePatch(Buffer.from(text, 'latin1')));

const header = (path: string) =>
  `diff --git a/${path} b/${path}\nindex 1..2 100644\n--- a/${path}\n+++ b/${path}\n`;

describe('parsePatch', () => {
  it('gives the lines that hunks add on the new side', () => {
    const patch = `${header('a.ts')}@@ -3 +3,2 @@ class A {\n-old\n+new\n+more\n@@ -9,2 +10,0 @@\n-x\n-y\n@@ -20,0 +20 @@\n+z\n`;
    expect(parse(patch)).toEqual({
      'a.ts': [
        { line: 3, endLine: 4 },
        { line: 20, endLine: 20 },
      ],
    });
  });

  it('takes no line of a file for one of the patch', () => {
    const fake = ['+++ b/other.ts', '@@ -1 +1,99 @@', 'diff --git a/x b/x', '\\ No newline at end of file'];
    const lines = fake.map((line) => `+${line}\n`).join('');
    const removed = fake.map((line) => `-${line.slice(1)}\n`).join('');
    const patch = `${header('a.ts')}@@ -1,4 +1,4 @@\n${removed}${lines}\\ No newline at end of file\n${header('b.ts')}@@ -0,0 +7 @@\n+b\n`;
    expect(parse(patch)).toEqual({ 'a.ts': [{ line: 1, endLine: 4 }], 'b.ts': [{ line: 7, endLine: 7 }] });
  });

  it('passes over what is said of a missing last line feed on either side', () => {
    const none = '\\ No newline at end of file\n';
    const patch = `${header('a.ts')}@@ -1 +1 @@\n-a\n${none}+b\n${none}${header('c.ts')}@@ -1 +1 @@\n-c\n${none}+d\n`;
    expect(Object.keys(parse(patch))).toEqual(['a.ts', 'c.ts']);
    const fake = `${header('a.ts')}@@ -1 +1 @@\n-a\n${none}+++ b/other.ts\n${none}`;
    expect(Object.keys(parse(fake))).toEqual(['a.ts']);
  });

  it('leaves out what has no new line: deleted, moved, binary, of another mode', () => {
    const patch = [
      'diff --git a/gone.ts b/gone.ts\ndeleted file mode 100644\n--- a/gone.ts\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n',
      'diff --git a/old.ts b/new.ts\nsimilarity index 100%\nrename from old.ts\nrename to new.ts\n',
      'diff --git a/x.png b/x.png\nBinary files a/x.png and b/x.png differ\n',
      `${header('only-less.ts')}@@ -4 +3,0 @@\n-a\n`,
    ].join('');
    expect(parse(patch)).toEqual({});
  });

  it('reads quoted paths, and those with spaces', () => {
    const section = (path: string) => `diff --git x y\n--- /dev/null\n+++ ${path}\n@@ -0,0 +1 @@\n+a\n`;
    const patch = ['b/a b.ts\t', '"b/\\303\\251\\n+++ b/x\\t\\"\\\\.ts"', '"b/\\351.ts"']
      .map(section)
      .join('');
    expect(Object.keys(parse(patch))).toEqual(['a b.ts', 'é\n+++ b/x\t"\\.ts', '\\xe9.ts']);
  });

  it('refuses what it does not know', () => {
    expect(() => parse(`${header('a.ts')}@@ broken @@\n`)).toThrow('unknown form');
    expect(() => parse(`${header('a.ts')}@@ -1 +1,5 @@\n-a\n+b\n`)).toThrow('in the middle of a change');
    expect(() => parse('+++ c/a.ts\n')).toThrow('unknown form');
    expect(() => parse('+++ "b/a.ts\n')).toThrow('unknown form');
  });

  it('counts the lines of any hunks', () => {
    const hunk = fc.record({
      gap: fc.integer({ min: 1, max: 9 }),
      removed: fc.array(fc.stringMatching(/^[ +@\\-]{0,6}$/), { maxLength: 3 }),
      added: fc.array(fc.stringMatching(/^[ +@\\-]{0,6}$/), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(hunk, { maxLength: 5 }), (hunks) => {
        let line = 0;
        const ranges: { line: number; endLine: number }[] = [];
        const text = hunks.map(({ gap, removed, added }) => {
          line += gap;
          const start = line;
          if (added.length > 0) ranges.push({ line: start, endLine: start + added.length - 1 });
          line += added.length;
          const lines = [...removed.map((each) => `-${each}\n`), ...added.map((each) => `+${each}\n`)];
          return `@@ -1,${removed.length} +${start},${added.length} @@\n${lines.join('')}`;
        });
        expect(parse(header('a.ts') + text.join(''))).toEqual(ranges.length > 0 ? { 'a.ts': ranges } : {});
      }),
    );
  });
});
