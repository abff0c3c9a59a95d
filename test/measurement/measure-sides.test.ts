import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadMeasurer } from '../../src/languages/index.ts';
import { nameOf } from '../../src/languages/side-name.ts';
import type { KnownSides } from '../../src/measurement/known-sides.ts';
import type { SideContent } from '../../src/measurement/measure-content.ts';
import { measureEach } from '../../src/measurement/measure-sides.ts';
import type { SideToRead } from '../../src/measurement/sides-to-measure.ts';
import type { SideResult } from '../../src/model/measured-file.ts';
import { formatPartial, parsePartial } from '../../src/result/index.ts';
import { complex, healthy } from '../end-to-end/source-code.ts';

const contents: Readonly<Record<string, string>> = { '1': healthy(), '2': complex(9), '3': healthy('plus') };
const sides = ['1', '2', '3'].map(
  (blob): SideToRead => ({ path: `${blob}.ts`, kind: 'file', blob, pathIsExact: true }),
);
const skipped: SideResult = { kind: 'skipped', reason: 'known before' };

async function measure(known: KnownSides, asked = sides) {
  const read: string[] = [];
  async function* readSides(wanted: readonly SideToRead[]): AsyncGenerator<SideContent> {
    for (const { path: file } of wanted) {
      const [name = ''] = file.split('.');
      read.push(name);
      yield name in contents ? { bytes: Buffer.from(contents[name] ?? '') } : { bytes: null, reason: 'gone' };
    }
  }
  let loads = 0;
  const load = () => {
    loads += 1;
    return loadMeasurer();
  };
  const results: SideResult[] = [];
  for await (const result of measureEach(asked, { readSides, loadMeasurer: load, known }))
    results.push(result);
  return { read, loads, kinds: results.map(({ kind }) => kind) };
}

describe('what is known of sides', () => {
  it('is neither read nor measured, and the compiler not loaded where it is all', async () => {
    const known = { has: () => true, recall: async () => skipped };
    expect(await measure(known)).toEqual({ read: [], loads: 0, kinds: ['skipped', 'skipped', 'skipped'] });
  });

  it('stands in its place among what is measured', async () => {
    const known: KnownSides = { has: ({ blob }) => blob === '2', recall: async () => skipped };
    const { read, loads, kinds } = await measure(known);
    expect({ read, loads, kinds }).toEqual({
      read: ['1', '3'],
      loads: 1,
      kinds: ['measured', 'skipped', 'measured'],
    });
  });

  it('is measured after all where it turns out to be of no use', async () => {
    const { loads, kinds } = await measure({ has: () => true, recall: async () => null });
    expect({ loads, kinds }).toEqual({ loads: 1, kinds: ['measured', 'measured', 'measured'] });
  });

  /** Knows what it is told. */
  const createMemory = () => {
    const kept = new Map<string, SideResult>();
    const known: KnownSides = {
      has: (key) => kept.has(nameOf(key)),
      recall: async (key) => kept.get(nameOf(key)) ?? null,
      remember: (key, result) => kept.set(nameOf(key), result),
    };
    return { kept, known };
  };
  const inWorkingTree = (name: string): SideToRead => ({
    ...{ path: `${name}.ts`, kind: 'file', blob: null, pathIsExact: true },
  });

  it('is told, and is found by its content where that stands in the working tree only', async () => {
    const { known } = createMemory();
    const loose = ['1', '2', '3'].map(inWorkingTree);
    expect(await measure(known, loose)).toMatchObject({ loads: 1 });
    const again = await measure(known, [...loose].reverse());
    expect(again).toEqual({ read: ['3', '2', '1'], loads: 0, kinds: ['measured', 'measured', 'measured'] });
  });

  it('is nothing that another run could find otherwise', async () => {
    const { kept, known } = createMemory();
    const { kinds } = await measure(known, [{ ...inWorkingTree('9'), blob: '9' }, inWorkingTree('8')]);
    expect(kinds).toEqual(['unmeasurable', 'unmeasurable']);
    expect(kept.size).toBe(0);
  });
});

describe('metrics of real code', () => {
  it('come back from a file as they were', async () => {
    const measureText = await loadMeasurer();
    const root = fileURLToPath(new URL('../../', import.meta.url));
    for (const folder of ['src', 'test']) {
      const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
      const measured = files
        .filter((file) => file.endsWith('.ts'))
        .map((file) => measureText(`${folder}/${file}`, readFileSync(path.join(root, folder, file), 'utf8')));
      const partial = {
        tool: { name: 'codescene-pr', version: '0' },
        shard: { index: 1, count: 1 },
        context: { source: 'a'.repeat(40), targetRef: null, mergeBase: null },
        profile: { name: 'p', digest: 'd' },
        paths: [],
        sides: measured.flatMap((outcome) =>
          outcome.measured
            ? [
                {
                  blob: 'b'.repeat(40),
                  dialect: 'ts' as const,
                  result: { kind: 'measured' as const, metrics: outcome.metrics },
                },
              ]
            : [],
        ),
      };
      expect(partial.sides.length).toBeGreaterThan(100);
      expect(parsePartial(formatPartial(partial), 'a.json')).toEqual(partial);
    }
  });
});
