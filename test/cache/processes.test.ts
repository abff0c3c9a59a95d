import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openResultCache } from '../../src/cache/result-cache.ts';
import { checksum } from '../../src/cache/seal.ts';
import type { SideKey, SideResult } from '../../src/model/measured-file.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';
import { bundleProgram } from './bundle-program.ts';

const analyzer = 'a1'.repeat(32);
const limits = { maxBytes: 10_000_000, maxSmallPacks: 4 };
const keyOf = (number: number): SideKey => ({ blob: number.toString(16).padStart(40, '0'), dialect: 'ts' });
const resultOf = (number: number): SideResult => ({ kind: 'skipped', reason: `content ${number}` });

/** A program that keeps the results of these numbers in so many runs, and prints the notes. */
const program = `
import { openResultCache } from './src/cache/result-cache.ts';
import { checksum } from './src/cache/seal.ts';
const [folder, first, count, runs] = process.argv.slice(2);
for (let run = 0; run < Number(runs); run++) {
  const cache = openResultCache({
    folder, analyzer: '${analyzer}', seal: checksum, limits: ${JSON.stringify(limits)},
    now: Date.now, note: (line) => console.log(line),
  });
  for (let at = 0; at < Number(count); at++) {
    const number = Number(first) + run * Number(count) + at;
    cache.remember({ blob: number.toString(16).padStart(40, '0'), dialect: 'ts' },
      { kind: 'skipped', reason: 'content ' + number });
  }
  cache.close();
}`;
const script = bundleProgram(program);

const run = promisify(execFile);

describe('results that other processes keep', () => {
  it('are all there, though the processes write and join at the same time', async () => {
    const folder = temporaryFolder();
    const writers = [0, 1, 2, 3].map((writer) =>
      run(process.execPath, [script, folder, `${writer * 1000}`, '20', '12']),
    );
    // A pack that another process has joined meanwhile is not there any more: nothing is lost by that.
    for (const { stdout } of await Promise.all(writers)) expect(stdout).not.toContain('not kept');
    const cache = openResultCache({
      ...{ folder, analyzer, seal: checksum, limits, now: Date.now },
      note: (line) => expect.unreachable(line),
    });
    for (const writer of [0, 1, 2, 3]) {
      for (let at = 0; at < 240; at++) {
        const number = writer * 1000 + at;
        expect(await cache.recall(keyOf(number))).toEqual(resultOf(number));
      }
    }
    cache.close();
    expect(readdirSync(folder).filter((name) => !name.endsWith('.pack'))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('are given up where the disk is full, with one note', async () => {
    const folder = temporaryFolder();
    // A file may have no more than 8 blocks: writing it fails in the midst, as it does on a full disk.
    const limited = ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, script, folder, '0'];
    const { stdout } = await run('sh', [...limited, '20000', '1']);
    expect(stdout).toMatch(/^Results are not kept: EFBIG.*\n$/);
    expect(readdirSync(folder)).toEqual([]);
    const small = await run('sh', [...limited, '3', '1']);
    expect(small.stdout).toBe('');
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
