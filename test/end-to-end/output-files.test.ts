import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRepository, type TestRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { type Run, runCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';

let project: TestRepository;

/** A clone whose branch violates the gate: its exit code is 1 where all is written. */
beforeAll(() => {
  project = createRepository();
  project.commit('start', { 'src/a.ts': healthy() });
  project.checkout('feature');
  project.commit('work', { 'src/a.ts': nested(5) });
});

const args = ['check', '--target', 'main', '--source', 'feature'];

function checkInto(file: string, through: readonly string[] = []): Promise<Run> {
  return runCli([...args, '--output', `json=${file}`], { cwd: project.root, through });
}

const statusIn = (text: string) => (JSON.parse(text) as { readonly status: string }).status;

/** A new folder, and a path in it. */
function placeFor(name: string): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder();
  return { folder, file: path.join(folder, name) };
}

/** Makes a device or a pipe; whether this user may. */
function makeNode(file: string, ...kind: readonly string[]): boolean {
  try {
    execFileSync('mknod', [file, ...kind], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a file for the report', () => {
  it('gets the whole report, and keeps its permissions', async () => {
    const { folder, file } = placeFor('report.json');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    expect((await checkInto(file)).exitCode).toBe(1);
    expect(statusIn(readFileSync(file, 'utf8'))).toBe('failed');
    const permissions = statSync(file).mode & 0o777;
    expect({ permissions, files: readdirSync(folder) }).toEqual({
      permissions: 0o640,
      files: ['report.json'],
    });
  });

  it('is replaced and not written over, so that a reader keeps the old one', async () => {
    const { folder, file } = placeFor('report.json');
    writeFileSync(file, 'old');
    linkSync(file, path.join(folder, 'reader'));
    await checkInto(file);
    expect(readFileSync(path.join(folder, 'reader'), 'utf8')).toBe('old');
  });

  it('stays a symbolic link, and the file that it leads to is written', async () => {
    const { folder, file } = placeFor('link.json');
    writeFileSync(path.join(folder, 'real.json'), 'old');
    symlinkSync('real.json', path.join(folder, 'middle.json'));
    symlinkSync('middle.json', file);
    expect((await checkInto(file)).exitCode).toBe(1);
    expect(readlinkSync(file)).toBe('middle.json');
    expect(readlinkSync(path.join(folder, 'middle.json'))).toBe('real.json');
    expect(statusIn(readFileSync(path.join(folder, 'real.json'), 'utf8'))).toBe('failed');
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('is made where a symbolic link says that it should be', async () => {
    const { folder, file } = placeFor('link.json');
    symlinkSync('new.json', file);
    expect((await checkInto(file)).exitCode).toBe(1);
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(statusIn(readFileSync(path.join(folder, 'new.json'), 'utf8'))).toBe('failed');
  });

  it.each([
    ['a link to itself', (file: string) => symlinkSync(file, file), 'ELOOP'],
    ['a folder', (file: string) => execFileSync('mkdir', [file]), 'EISDIR'],
  ])('cannot be %s', async (_, make, code) => {
    const { folder, file } = placeFor('report.json');
    make(file);
    const run = await checkInto(file);
    expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(code) });
    expect(run.stderr).not.toMatch(/^ {4}at /m);
    expect(readdirSync(folder)).toEqual(['report.json']);
  });
});

describe('what is no regular file', () => {
  it('is written to: a pipe', async () => {
    const { file } = placeFor('pipe');
    execFileSync('mkfifo', [file]);
    const reading = runCli(['-e', 'process.stdin.pipe(process.stdout)'], {
      cwd: project.root,
      through: ['sh', '-c', 'exec cat "$0"', file],
    });
    expect((await checkInto(file)).exitCode).toBe(1);
    expect(statusIn((await reading).stdout)).toBe('failed');
    expect(lstatSync(file).isFIFO()).toBe(true);
  });

  it('is never replaced: a device that has no room', async ({ skip }) => {
    const { folder, file } = placeFor('full');
    if (!makeNode(file, 'c', '1', '7')) skip('this user may not make a device');
    const run = await checkInto(file);
    expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('ENOSPC') });
    expect(run.stdout).toContain('FAILED');
    expect(lstatSync(file).isCharacterDevice()).toBe(true);
    expect(readdirSync(folder)).toEqual(['full']);
  });

  it('is written to: /dev/stdout, behind which a process reads', async () => {
    const run = await checkInto('/dev/stdout');
    expect(run).toMatchObject({ exitCode: 1, stderr: '' });
    expect(run.stdout).toContain('FAILED');
    expect(statusIn(run.stdout.slice(run.stdout.indexOf('\n{')))).toBe('failed');
  });

  it.each(['/dev/stdout', '/proc/self/fd/1'])(
    'is written to: %s, behind which a file stands',
    async (device) => {
      const { file } = placeFor('both');
      const stdout = openSync(file, 'w');
      const output = ['--output', `json=${device}`];
      const run = await runCli([...args, ...output], { cwd: project.root, stdout });
      closeSync(stdout);
      const text = readFileSync(file, 'utf8');
      expect(run).toMatchObject({ exitCode: 1, stderr: '' });
      expect(text).toContain('FAILED');
      expect(statusIn(text.slice(text.indexOf('\n{')))).toBe('failed');
    },
  );

  it('is written to: another file of the process that calls', async () => {
    const { file } = placeFor('third');
    const through = ['sh', '-c', `exec 3>"${file}"; exec "$0" "$@"`];
    expect((await checkInto('/dev/fd/3', through)).exitCode).toBe(1);
    expect(statusIn(readFileSync(file, 'utf8'))).toBe('failed');
  });
});

/** Runs a script with a file system of its own, which ends with it; whether that can be had here. */
function inOwnFileSystem(script: string): readonly string[] {
  return ['unshare', '--mount', '--map-root-user', 'sh', '-c', script];
}

function canMount(): boolean {
  try {
    const [program = '', ...rest] = inOwnFileSystem('mount -t tmpfs none "$0"');
    execFileSync(program, [...rest, temporaryFolder()], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs the command line, then says what the folder holds. */
const thenList = (folder: string) => `"$0" "$@"; code=$?; echo "left: $(ls -A "${folder}")" >&2; exit $code`;

describe('a folder that takes no report', () => {
  it('because its disk is full is left as it was', async ({ skip }) => {
    if (!canMount()) skip('nothing may be mounted here');
    const { folder, file } = placeFor('report.html');
    // Some pages of memory: too few for the page, and enough for the file that was there.
    const mount = `mount -t tmpfs -o size=16k none "${folder}" && echo old > "${file}"`;
    const run = await runCli([...args, '--output', `html=${file}`], {
      cwd: project.root,
      through: inOwnFileSystem(`${mount} && ${thenList(folder)} && cat "${file}"`),
    });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('Error: The report could not be written to');
    expect(run.stderr).toContain('ENOSPC');
    expect(run.stderr).toContain('left: report.html\n');
    expect(run.stderr).not.toMatch(/^ {4}at /m);
  });

  it('because it is read-only is said', async ({ skip }) => {
    if (!canMount()) skip('nothing may be mounted here');
    const { folder, file } = placeFor('report.json');
    const mount = `mount -t tmpfs -o ro none "${folder}"`;
    const run = await checkInto(file, inOwnFileSystem(`${mount} && ${thenList(folder)}`));
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('EROFS');
    expect(run.stderr).toContain('left: \n');
  });

  it('keeps nothing else from being done: the other files are written', async () => {
    const { folder } = placeFor('x');
    const outputs = ['json=missing/a.json', `junit=${folder}/b.xml`].flatMap((value) => ['--output', value]);
    const run = await runCli([...args, ...outputs], { cwd: project.root });
    expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('missing/a.json') });
    expect(readdirSync(folder)).toEqual(['b.xml']);
  });
});
