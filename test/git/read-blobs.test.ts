import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createByteReader } from '../../src/git/byte-reader.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { type ReadBlob, readBlobs } from '../../src/git/read-blobs.ts';
import { createRepository, temporaryFolder, testEnvironment } from '../helpers/create-repository.ts';
import { bytesOf } from './bytes-of.ts';
import { open } from './open.ts';

async function collect(blobs: AsyncIterable<ReadBlob>): Promise<readonly ReadBlob[]> {
  const all: ReadBlob[] = [];
  for await (const blob of blobs) all.push(blob);
  return all;
}

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
