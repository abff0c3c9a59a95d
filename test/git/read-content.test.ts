import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createByteReader } from '../../src/git/byte-reader.ts';
import type { Content } from '../../src/git/content.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { type ReadBlob, readBlobs } from '../../src/git/read-blobs.ts';
import { readFileAt, readIndexFile } from '../../src/git/read-file-at.ts';
import { readWorkingTreeFile } from '../../src/git/read-working-tree-file.ts';
import {
  cloneLikePipelines,
  createRepository,
  type TestRepository,
  temporaryFolder,
  testEnvironment,
} from '../helpers/create-repository.ts';

const open = (repository: TestRepository) => openRepository(repository.root, testEnvironment());

async function collect(blobs: AsyncIterable<ReadBlob>): Promise<readonly ReadBlob[]> {
  const all: ReadBlob[] = [];
  for await (const blob of blobs) all.push(blob);
  return all;
}

const bytesOf = (text: string | Buffer): Content => ({ kind: 'bytes', bytes: Buffer.from(text) });

describe('readBlobs', () => {
  it('reads blobs byte for byte in the order asked for', async () => {
    const repository = createRepository();
    const binary = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
    const contents = {
      'empty.ts': '',
      'text.ts': 'a\nb',
      'like-a-header.ts': `${'a'.repeat(40)} blob 3\n`,
      'b.bin': binary,
    };
    repository.commit('all', contents);
    const id = (name: string) => repository.git('rev-parse', `HEAD:${name}`);
    const names = [...Object.keys(contents), 'text.ts'] as (keyof typeof contents)[];
    const blobs = await collect(readBlobs(await open(repository), names.map(id)));
    expect(blobs).toEqual(names.map((name) => ({ id: id(name), content: bytesOf(contents[name]) })));
  });

  it('reports what is missing, too large or no blob, and goes on', async () => {
    const repository = createRepository();
    const commit = repository.commit('all', { 'small.ts': '1234', 'large.ts': '12345' });
    const [small, large, tree] = repository
      .git('rev-parse', 'HEAD:small.ts', 'HEAD:large.ts', 'HEAD^{tree}')
      .split('\n');
    const absent = 'f'.repeat(40);
    const ids = [absent, large ?? '', tree ?? '', commit, small ?? ''];
    const blobs = await collect(readBlobs(await open(repository), ids, 4));
    expect(blobs.map(({ content }) => content)).toEqual([
      { kind: 'missing' },
      { kind: 'too-large', size: 5 },
      { kind: 'missing' },
      { kind: 'missing' },
      bytesOf('1234'),
    ]);
  });

  it('reads thousands of blobs through one process while the caller takes its time', async () => {
    const repository = createRepository();
    const text = (number: number) => `${number} ${'x'.repeat(2000)}`;
    const numbers = Array.from({ length: 1500 }, (_, number) => number);
    repository.commit('many', Object.fromEntries(numbers.map((number) => [`${number}.ts`, text(number)])));
    const ids = repository
      .git('ls-tree', 'HEAD')
      .split('\n')
      .map((entry) => entry.slice('100644 blob '.length).slice(0, 40));
    let read = 0;
    for await (const { content } of readBlobs(await open(repository), [...ids, ...ids])) {
      if (read % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
      read += content.kind === 'bytes' && content.bytes.length > 2000 ? 1 : 0;
    }
    expect(read).toBe(3000);
  });

  it('ends the process where the caller stops early', async () => {
    const repository = createRepository();
    repository.commit('all', { 'a.ts': 'x'.repeat(3_000_000), 'b.ts': 'b' });
    const ids = repository.git('rev-parse', 'HEAD:a.ts', 'HEAD:b.ts').split('\n');
    const opened = await open(repository);
    let ended = false;
    const watched = {
      ...opened,
      stream: (...parameters: Parameters<typeof opened.stream>) => {
        const stream = opened.stream(...parameters);
        const stop = async () => {
          await stream.stop();
          ended = true;
        };
        return { ...stream, stop };
      },
    };
    for await (const { content } of readBlobs(watched, [...ids, ...ids, ...ids])) {
      expect(content.kind).toBe('bytes');
      break;
    }
    expect(ended).toBe(true);
  });

  it('starts no process for no blobs', async () => {
    const repository = createRepository();
    const opened = await open(repository);
    const stream = () => expect.unreachable();
    expect(await collect(readBlobs({ ...opened, stream }, []))).toEqual([]);
  });

  it('does not fetch what a partial clone lacks, and says what to do', async () => {
    const origin = createRepository();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    origin.commit('one', { 'a.ts': 'a\n' });
    const id = origin.git('rev-parse', 'HEAD:a.ts');
    const root = path.join(temporaryFolder(), 'partial');
    origin.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${origin.root}`, root);
    const opened = await openRepository(root, testEnvironment());
    const outcome = await collect(readBlobs(opened, [id])).then(
      (blobs) => blobs[0]?.content.kind,
      (error) => error.hint,
    );
    // git 2.44 and later say that the blob is missing, earlier ones give up.
    expect(outcome).toMatch(/^missing$|partial clone/);
  });
});

describe('createByteReader', () => {
  it('reads the same whatever the sizes of the chunks are', async () => {
    const chunkSizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 30 });
    const bodies = fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(chunkSizes, bodies, async (sizes, contents) => {
        const whole = Buffer.concat(
          contents.flatMap((body) => [Buffer.from(`${body.length}\n`), Buffer.from(body), Buffer.from('\n')]),
        );
        const reader = createByteReader(cut(whole, sizes));
        for (const body of contents) {
          expect(await reader.line()).toBe(String(body.length));
          expect(await reader.take(body.length)).toEqual(Buffer.from(body));
          expect(await reader.skip(1)).toBe(true);
        }
        expect(await reader.line()).toBeNull();
        expect(await reader.take(1)).toBeNull();
        expect(await reader.skip(1)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

async function* cut(whole: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let start = 0, turn = 0; start < whole.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield whole.subarray(start, start + size);
    start += size;
  }
}

describe('readWorkingTreeFile', () => {
  const exact = (text: string) => ({ text, isExact: true });

  it('reads a regular file, whatever its name', async () => {
    const repository = createRepository();
    repository.write({ 'src/-ü\n✓.ts': 'text\n', 'empty.ts': '' });
    expect(await readWorkingTreeFile(repository, exact('src/-ü\n✓.ts'))).toEqual(bytesOf('text\n'));
    expect(await readWorkingTreeFile(repository, exact('empty.ts'))).toEqual(bytesOf(''));
  });

  it('reads a file whose path is not UTF-8 by its readable form', async () => {
    const repository = createRepository();
    repository.write({ 'a.ts': 'text\n' });
    const bytes = Buffer.concat([Buffer.from(`${repository.root}/caf`), Buffer.from([0xe9])]);
    renameSync(path.join(repository.root, 'a.ts'), bytes);
    expect(await readWorkingTreeFile(repository, { text: 'caf\\xe9', isExact: false })).toEqual(
      bytesOf('text\n'),
    );
  });

  it('follows no symbolic link, neither of a file nor of a folder', async () => {
    const outside = createRepository();
    outside.write({ 'secret.ts': 'secret\n' });
    const repository = createRepository();
    repository.write({ 'inside.ts': 'i\n' });
    symlinkSync(path.join(outside.root, 'secret.ts'), path.join(repository.root, 'file.ts'));
    symlinkSync(outside.root, path.join(repository.root, 'folder'));
    symlinkSync('inside.ts', path.join(repository.root, 'link-inside.ts'));
    for (const name of [
      'file.ts',
      'folder/secret.ts',
      'link-inside.ts',
      `../${path.basename(outside.root)}`,
    ]) {
      expect(await readWorkingTreeFile(repository, exact(name))).toEqual({ kind: 'missing' });
    }
  });

  it('takes for missing what is not there or no file, without waiting for a pipe', async () => {
    const repository = createRepository();
    mkdirSync(path.join(repository.root, 'folder'));
    repository.write({ 'a.ts': 'a' });
    execFileSync('mkfifo', [path.join(repository.root, 'pipe.ts')]);
    const names = [
      'none.ts',
      'folder',
      'a.ts/b.ts',
      'pipe.ts',
      '',
      '.',
      '../x',
      'a//b',
      'a\0.ts',
      '/etc/passwd',
      'x'.repeat(5000),
    ];
    for (const name of names) {
      expect(await readWorkingTreeFile(repository, exact(name))).toEqual({ kind: 'missing' });
    }
  });

  it('does not read a file above the limit', async () => {
    const repository = createRepository();
    repository.write({ 'a.ts': '12345' });
    expect(await readWorkingTreeFile(repository, exact('a.ts'), 4)).toEqual({ kind: 'too-large', size: 5 });
    expect(await readWorkingTreeFile(repository, exact('a.ts'), 5)).toEqual(bytesOf('12345'));
  });

  it('says why a file cannot be read', async () => {
    const repository = createRepository();
    repository.write({ 'a.ts': 'a' });
    chmodSync(path.join(repository.root, 'a.ts'), 0);
    const content = await readWorkingTreeFile(repository, exact('a.ts'));
    // The administrator may read everything.
    const expected: Content =
      process.getuid?.() === 0
        ? bytesOf('a')
        : { kind: 'unreadable', reason: 'the file cannot be read (EACCES)' };
    expect(content).toEqual(expected);
  });
});

describe('readFileAt and readIndexFile', () => {
  it('read a regular file at a commit or in the index, and nothing else', async () => {
    const repository = createRepository();
    repository.write({ 'folder/a.ts': 'a\n', '*.ts': 'star\n', ':(top)b.ts': 'magic\n' });
    symlinkSync('/etc/passwd', path.join(repository.root, 'link.ts'));
    const commit = repository.commit('all');
    repository.write({ 'folder/a.ts': 'staged\n', 'other.ts': 'o\n' });
    repository.git('add', '--all');
    repository.write({ 'folder/a.ts': 'working tree\n' });
    const opened = await open(repository);
    const text = async (bytes: Promise<Buffer | null>) => (await bytes)?.toString() ?? null;
    expect(await text(readFileAt(opened, commit, 'folder/a.ts'))).toBe('a\n');
    expect(await text(readIndexFile(opened, 'folder/a.ts'))).toBe('staged\n');
    expect(await text(readFileAt(opened, commit, '*.ts'))).toBe('star\n');
    expect(await text(readIndexFile(opened, ':(top)b.ts'))).toBe('magic\n');
    expect(await text(readFileAt(opened, commit, ':(top)b.ts'))).toBe('magic\n');
    expect(await text(readFileAt(opened, commit, 'other.ts'))).toBeNull();
    for (const name of ['folder', 'folder/', 'link.ts', 'none.ts', 'link.ts/passwd']) {
      expect(await text(readFileAt(opened, commit, name))).toBeNull();
      expect(await text(readIndexFile(opened, name))).toBeNull();
    }
  });

  it('fail where the commit is not there', async () => {
    const repository = createRepository();
    repository.commit('one');
    await expect(readFileAt(await open(repository), 'f'.repeat(40), 'a.ts')).rejects.toMatchObject({
      code: 'CSPR_GIT',
      message: 'The file "a.ts" could not be looked up.',
    });
  });

  it('read the profile of the target in a clone as Pipelines makes it', async () => {
    const origin = createRepository();
    origin.commit('one', { '.codescene/quality-profile.yml': 'version: 1\n' });
    const clone = cloneLikePipelines(origin, { branch: 'main', depth: 1 });
    const bytes = await readFileAt(
      await open(clone),
      clone.git('rev-parse', 'HEAD'),
      '.codescene/quality-profile.yml',
    );
    expect(bytes?.toString()).toBe('version: 1\n');
  });
});
