import { statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareFolder } from '../../src/cache/own-files.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';
import {
  all,
  first,
  keep,
  limits,
  namesIn,
  nothing,
  onlyFileIn,
  open,
  recallAll,
  second,
  sides,
} from './kept-results.ts';

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
