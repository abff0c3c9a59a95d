import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/cache/pack-format.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';
import { bundleProgram } from './bundle-program.ts';

/** What a run does: loads, uses, keeps. In a process of its own, because V8 holds on to what a process has compiled. */
const program = bundleProgram(`
import { createRequire } from 'node:module';
import { loadCompilerByCode } from './src/cache/compiler-code.ts';
const [file = '', folder = '', analyzer = ''] = process.argv.slice(2);
const notes: string[] = [];
const keep = loadCompilerByCode(file, { folder, analyzer, note: (line) => notes.push(line) });
const compiler = createRequire(file)(file);
const computed = Array.from({ length: 50 }, (_, at) => compiler['f' + at](2));
keep();
console.log(JSON.stringify({ computed, folder: compiler.folder, separator: compiler.path.sep, notes }));
`);

/** A compiler, and the folder that keeps its code. */
function createPlace() {
  const file = path.join(temporaryFolder(), 'compiler.cjs');
  const functions = Array.from({ length: 50 }, (_, at) => `exports.f${at} = (n) => n * ${at} + 1;`);
  writeFileSync(
    file,
    `exports.folder = __dirname;\nexports.path = require('path');\n${functions.join('\n')}\n`,
  );
  const folder = temporaryFolder();
  const run = (analyzer = 'a1', into = folder) =>
    JSON.parse(execFileSync(process.execPath, [program, file, into, analyzer], { encoding: 'utf8' }));
  /** Changes whenever the file is written. */
  const written = () => {
    const { ino, mtimeNs } = statSync(codeFile(), { bigint: true });
    return `${ino} ${mtimeNs}`;
  };
  const codeFile = () => path.join(folder, readdirSync(folder)[0] ?? '');
  return { file, folder, run, codeFile, written };
}

/** Whether a run, which must compute what it should, writes the code. */
function isWrittenAnew(run: () => { computed: unknown }, written: () => string): boolean {
  const before = written();
  expect(run().computed).toEqual(expected);
  return written() !== before;
}

const expected = Array.from({ length: 50 }, (_, at) => 2 * at + 1);

describe('the code of the compiler', () => {
  it('is kept by the first run and taken by the next one', () => {
    const { file, folder, run, codeFile, written } = createPlace();
    const notes: string[] = [];
    expect(run()).toEqual({ computed: expected, folder: path.dirname(file), separator: path.sep, notes });
    expect(statSync(codeFile()).mode & 0o777).toBe(0o600);
    expect(isWrittenAnew(run, written)).toBe(false);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('is that of one compiler', () => {
    const { folder, run } = createPlace();
    run('a1');
    run('b2');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  const flip = (bytes: Buffer) => {
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };
  const foreign = Buffer.from('other code');
  it.each<{ what: string; change: (bytes: Buffer) => Buffer }>([
    { what: 'damaged', change: flip },
    { what: 'cut off', change: (bytes) => bytes.subarray(0, 100) },
    { what: 'empty', change: () => Buffer.alloc(0) },
    { what: 'whole, but no code', change: () => Buffer.concat([sha256(foreign), foreign]) },
  ])('is made anew where it is $what', ({ change }) => {
    const { run, codeFile, written } = createPlace();
    run();
    const whole = readFileSync(codeFile());
    writeFileSync(codeFile(), change(Buffer.from(whole)));
    expect(isWrittenAnew(run, written)).toBe(true);
    expect(isWrittenAnew(run, written)).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('is not executed where others may write it', () => {
    const { run, codeFile, written } = createPlace();
    run();
    chmodSync(codeFile(), 0o622);
    expect(isWrittenAnew(run, written)).toBe(true);
  });

  it('is missed by nobody where it cannot be kept', () => {
    const { folder, run } = createPlace();
    expect(run('a1', path.join(folder, 'gone'))).toMatchObject({
      computed: expected,
      notes: [expect.stringMatching(/^The compiler's code is not kept: ENOENT/)],
    });
  });
});
