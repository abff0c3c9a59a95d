import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareFolder } from '../../src/cache/own-files.ts';
import { keyOf } from '../../src/cache/pack-format.ts';
import { createPack } from '../../src/cache/pack-writer.ts';
import { openResultCache } from '../../src/cache/result-cache.ts';
import { checksum, type Seal, signature } from '../../src/cache/seal.ts';
import type { SideKey, SideResult } from '../../src/model/measured-file.ts';
import { complex, healthy, nested } from '../end-to-end/source-code.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';
import { measureCode } from '../languages/measure-code.ts';

const analyzer = 'a1'.repeat(32);
const limits = { maxBytes: 1_000_000, maxSmallPacks: 5 };

const blobOf = (code: string) => createHash('sha1').update(code).digest('hex');
const sides = [healthy(), complex(9), nested(4), healthy('Größe'), complex(12)].map((code) => ({
  key: { blob: blobOf(code), dialect: 'ts' } as SideKey,
  result: { kind: 'measured', metrics: measureCode(code) } as SideResult,
}));
const [first, second] = sides as [(typeof sides)[0], (typeof sides)[0]];

interface Opened {
  readonly seal?: Seal;
  readonly analyzer?: string;
  readonly limits?: typeof limits;
  readonly now?: number;
}

function open(folder: string, { now = Date.now(), ...options }: Opened = {}) {
  const notes: string[] = [];
  const note = (line: string) => notes.push(line);
  const cache = openResultCache({
    ...{ folder, analyzer, seal: checksum, limits, now: () => now, note },
    ...options,
  });
  return { ...cache, notes };
}

/** Keeps results as one run does. */
function keep(folder: string, kept: readonly (typeof first)[], options: Opened = {}) {
  const cache = open(folder, options);
  for (const { key, result } of kept) cache.remember(key, result);
  cache.close();
}

/** What a run finds of the sides that were kept. */
async function recallAll(folder: string, options: Opened = {}): Promise<readonly (SideResult | null)[]> {
  const cache = open(folder, options);
  const found: (SideResult | null)[] = [];
  for (const { key } of sides) found.push(cache.has(key) ? await cache.recall(key) : null);
  cache.close();
  return found;
}

const namesIn = (folder: string) => readdirSync(folder).sort();
const onlyFileIn = (folder: string) => path.join(folder, namesIn(folder)[0] ?? '');
const all = sides.map(({ result }) => result);
const nothing = sides.map(() => null);

describe('results', () => {
  it('come back as they were, in a file that its owner alone may read', async () => {
    const folder = path.join(temporaryFolder(), 'new', 'cache');
    prepareFolder(folder);
    keep(folder, sides);
    expect(await recallAll(folder)).toEqual(all);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(onlyFileIn(folder)).mode & 0o777).toBe(0o600);
  });

  it('are those of all runs, and of each content once', async () => {
    const folder = temporaryFolder();
    keep(folder, sides.slice(0, 3));
    keep(folder, sides.slice(2));
    expect(await recallAll(folder)).toEqual(all);
  });

  it('are not seen before they are whole, and leave nothing where nothing was measured', async () => {
    const folder = temporaryFolder();
    const writing = open(folder);
    expect(namesIn(folder)).toEqual([]);
    writing.remember(first.key, first.result);
    expect(await recallAll(folder)).toEqual(nothing);
    writing.close();
    expect((await recallAll(folder))[0]).toEqual(first.result);
  });

  it('of another dialect or another analyzer are unknown', async () => {
    const folder = temporaryFolder();
    keep(folder, sides);
    expect(open(folder).has({ ...first.key, dialect: 'ts-test' })).toBe(false);
    expect(await recallAll(folder, { analyzer: 'b2'.repeat(32) })).toEqual(nothing);
  });

  it('of an old version are evicted in time, and do no harm until then', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'results-old.pack'), 'codescene-pr results 0 abc\n{}');
    keep(folder, sides);
    expect(await recallAll(folder)).toEqual(all);
    keep(folder, [first], { limits: { ...limits, maxBytes: 1 } });
    expect(namesIn(folder)).toEqual([]);
  });
});

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

describe('a signed cache', () => {
  const own = generateKeyPairSync('ed25519');
  const other = generateKeyPairSync('ed25519');
  const signing = signature(own.publicKey, own.privateKey);
  const reading = signature(own.publicKey, null);

  it('is believed by who has the public key, and not written by him', async () => {
    const folder = temporaryFolder();
    keep(folder, [first], { seal: signing });
    keep(folder, [second], { seal: reading });
    expect(await recallAll(folder, { seal: reading })).toEqual([first.result, ...nothing.slice(1)]);
    expect(namesIn(folder)).toHaveLength(1);
  });

  it.each<{ what: string; seal: Seal }>([
    { what: 'only whole', seal: checksum },
    { what: 'signed by another key', seal: signature(other.publicKey, other.privateKey) },
    { what: 'only said to be signed', seal: { ...checksum, kind: signing.kind } },
  ])('believes nothing that is $what', async ({ seal }) => {
    const folder = temporaryFolder();
    keep(folder, sides, { seal });
    expect(await recallAll(folder, { seal })).toEqual(all);
    expect(await recallAll(folder, { seal: reading })).toEqual(nothing);
    keep(folder, [first], { seal: signing, limits: { ...limits, maxSmallPacks: 1 } });
    expect(await recallAll(folder, { seal: reading })).toEqual([first.result, ...nothing.slice(1)]);
  });
});

describe('the folder', () => {
  const sizeOf = (folder: string) =>
    namesIn(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);

  it('has few packs after many runs, with everything in them', async () => {
    const folder = temporaryFolder();
    for (const side of [...sides, ...sides, ...sides]) {
      keep(folder, [side]);
      expect(namesIn(folder).length).toBeLessThanOrEqual(limits.maxSmallPacks);
    }
    expect(await recallAll(folder)).toEqual(all);
  });

  it('stays within its limit, and keeps what was used last', async () => {
    const folder = temporaryFolder();
    const days = (count: number) => Date.now() - (7 - count) * 24 * 3_600_000;
    for (const [day, side] of sides.slice(0, 3).entries()) {
      const before = new Set(namesIn(folder));
      keep(folder, [side]);
      const written = namesIn(folder).find((name) => !before.has(name)) ?? '';
      utimesSync(path.join(folder, written), new Date(days(day)), new Date(days(day)));
    }
    const reading = open(folder, { now: days(5) });
    expect(await reading.recall(first.key)).toEqual(first.result);
    reading.close();
    const maxBytes = sizeOf(folder) - 1;
    keep(folder, sides.slice(3, 4), { now: days(6), limits: { ...limits, maxBytes } });
    const found = await recallAll(folder);
    expect(sizeOf(folder)).toBeLessThanOrEqual(maxBytes);
    expect(found[1]).toBeNull();
    expect(found[0]).toEqual(first.result);
  });

  it('loses what runs that broke off have left behind', () => {
    const folder = temporaryFolder();
    const left = path.join(folder, 'results-left.tmp');
    writeFileSync(left, '');
    keep(folder, [first]);
    expect(namesIn(folder)).toContain('results-left.tmp');
    keep(folder, [second], { now: Date.now() + 48 * 3_600_000 });
    expect(namesIn(folder)).not.toContain('results-left.tmp');
  });

  it('that is gone or was never there ends no run, and is said once', async () => {
    const folder = path.join(temporaryFolder(), 'gone');
    const cache = open(folder);
    for (const { key, result } of sides) cache.remember(key, result);
    cache.close();
    expect(cache.notes).toHaveLength(2);
    expect(cache.notes[1]).toMatch(/^Results are not kept: ENOENT/);
  });
});

describe.skipIf(process.platform === 'win32')('what others may have written', () => {
  it.skipIf(process.getuid?.() !== 0)('is not used where another user owns it', async () => {
    const folder = temporaryFolder();
    keep(folder, sides);
    chownSync(onlyFileIn(folder), 12_345, 12_345);
    expect(await recallAll(folder)).toEqual(nothing);
    chownSync(folder, 12_345, 12_345);
    expect(() => prepareFolder(folder)).toThrow('belongs to another user');
  });

  it('is not used where others may write', async () => {
    const folder = temporaryFolder();
    keep(folder, sides);
    chmodSync(onlyFileIn(folder), 0o620);
    expect(await recallAll(folder)).toEqual(nothing);
    chmodSync(folder, 0o702);
    expect(() => prepareFolder(folder)).toThrow('can be written to by others');
  });

  it('is not followed where a link leads elsewhere', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    keep(elsewhere, sides);
    symlinkSync(onlyFileIn(elsewhere), path.join(folder, 'results-linked.pack'));
    expect(await recallAll(folder)).toEqual(nothing);
    const link = path.join(temporaryFolder(), 'link');
    symlinkSync(elsewhere, link);
    expect(() => prepareFolder(link)).toThrow('is no folder');
  });

  it('is no file', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'results-folder.pack'));
    execFileSync('mkfifo', [path.join(folder, 'results-pipe.pack')]);
    expect(await recallAll(folder)).toEqual(nothing);
  });
});
