import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../src/cache/pack-format.ts';
import { createPack } from '../../src/cache/pack-writer.ts';
import { checksum } from '../../src/cache/seal.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';
import {
  all,
  analyzer,
  first,
  keep,
  namesIn,
  nothing,
  onlyFileIn,
  recallAll,
  second,
  sides,
} from './kept-results.ts';

describe('a damaged pack', () => {
  const whole = (() => {
    const folder = temporaryFolder();
    keep(folder, sides);
    return readFileSync(onlyFileIn(folder));
  })();
  const recallFrom = async (bytes: Uint8Array) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'results-x.pack'), bytes, { mode: 0o600 });
    return { folder, found: await recallAll(folder) };
  };

  it('gives nothing where it is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        expect((await recallFrom(whole.subarray(0, length))).found).toEqual(nothing);
      }),
      { numRuns: 60, examples: [[0], [1], [whole.length - 1]] },
    );
  });

  it('gives what is whole or nothing where a bit is flipped, and goes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
        const flipped = Buffer.from(whole);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const { folder, found } = await recallFrom(flipped);
        expect(found).not.toEqual(all);
        for (const [index, result] of found.entries()) expect([null, all[index]]).toContainEqual(result);
        if (found.some((result) => result !== null)) expect(namesIn(folder)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('gives nothing where it is anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        expect((await recallFrom(bytes)).found).toEqual(nothing);
        expect((await recallFrom(Buffer.concat([whole.subarray(0, 90), bytes]))).found).toEqual(nothing);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an entry', () => {
  /** A pack that is whole, with an entry that no run wrote. */
  const plant = (entry: unknown) => {
    const folder = temporaryFolder();
    const pack = createPack(folder, { analyzer, seal: checksum });
    pack.add(
      keyOf(`${first.key.blob} ts`),
      Buffer.from(typeof entry === 'string' ? entry : JSON.stringify(entry)),
    );
    pack.finish();
    return folder;
  };
  const name = `${first.key.blob} ts`;

  it('is believed where it is what measuring gives', async () => {
    expect((await recallAll(plant([name, second.result])))[0]).toEqual(second.result);
  });

  it.each<{ what: string; entry: unknown }>([
    { what: 'that of another content', entry: [`${second.key.blob} ts`, second.result] },
    { what: 'without a name', entry: second.result },
    { what: 'with more than a result', entry: [name, second.result, 1] },
    { what: 'of another shape', entry: [name, { kind: 'measured', metrics: {} }] },
    { what: 'of another kind', entry: [name, { kind: 'perfect' }] },
    { what: 'that is no JSON', entry: '["' },
    { what: 'that is empty', entry: '' },
  ])('$what is dropped', async ({ entry }) => {
    const folder = plant(entry);
    expect(await recallAll(folder)).toEqual(nothing);
    expect(namesIn(folder)).toEqual([]);
  });
});
