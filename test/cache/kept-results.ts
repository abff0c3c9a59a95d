import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { openResultCache } from '../../src/cache/result-cache.ts';
import { checksum, type Seal } from '../../src/cache/seal.ts';
import type { SideKey, SideResult } from '../../src/model/measured-file.ts';
import { complex, healthy, nested } from '../end-to-end/source-code.ts';
import { measureCode } from '../languages/measure-code.ts';

/** The analyzer by whose results the packs are kept. */
export const analyzer = 'a1'.repeat(32);
/** The limits of a folder, where a test names none. */
export const limits = { maxBytes: 1_000_000, maxSmallPacks: 5 };

const blobOf = (code: string) => createHash('sha1').update(code).digest('hex');
/** Files with what measuring them gives. */
export const sides = [healthy(), complex(9), nested(4), healthy('Größe'), complex(12)].map((code) => ({
  key: { blob: blobOf(code), dialect: 'ts' } as SideKey,
  result: { kind: 'measured', metrics: measureCode(code) } as SideResult,
}));
/** The two that tests name. */
export const [first, second] = sides as [(typeof sides)[0], (typeof sides)[0]];

interface Opened {
  readonly seal?: Seal;
  readonly analyzer?: string;
  readonly limits?: typeof limits;
  readonly now?: number;
}

/** Opens the cache of a run, and collects what it notes. */
export function open(folder: string, { now = Date.now(), ...options }: Opened = {}) {
  const notes: string[] = [];
  const note = (line: string) => notes.push(line);
  const cache = openResultCache({
    ...{ folder, analyzer, seal: checksum, limits, now: () => now, note },
    ...options,
  });
  return { ...cache, notes };
}

/** Keeps results as one run does. */
export function keep(folder: string, kept: readonly (typeof first)[], options: Opened = {}) {
  const cache = open(folder, options);
  for (const { key, result } of kept) cache.remember(key, result);
  cache.close();
}

/** What a run finds of the sides that were kept. */
export async function recallAll(
  folder: string,
  options: Opened = {},
): Promise<readonly (SideResult | null)[]> {
  const cache = open(folder, options);
  const found: (SideResult | null)[] = [];
  for (const { key } of sides) found.push(cache.has(key) ? await cache.recall(key) : null);
  cache.close();
  return found;
}

/** The names of the files in a folder, in order. */
export const namesIn = (folder: string) => readdirSync(folder).sort();
/** The path of the one file in a folder. */
export const onlyFileIn = (folder: string) => path.join(folder, namesIn(folder)[0] ?? '');
/** What a run finds where everything is kept. */
export const all = sides.map(({ result }) => result);
/** What a run finds where nothing can be believed. */
export const nothing = sides.map(() => null);
