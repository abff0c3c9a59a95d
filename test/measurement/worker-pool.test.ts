import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createWorkerPool, type PoolOptions } from '../../src/measurement/worker-pool.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';

/** A thread that gives back what it was given, and does what the path says. */
const script = pathToFileURL(path.join(temporaryFolder(), 'thread.mjs'));
writeFileSync(
  script,
  `import { parentPort } from 'node:worker_threads';
   const kept = [];
   parentPort.on('message', ({ path, bytes }) => {
     if (path === 'ends') process.exit(3);
     if (path === 'throws') throw new TypeError('a defect');
     while (path === 'grows') kept.push(Array.from({ length: 10_000 }, () => ({})));
     parentPort.postMessage({ kind: 'skipped', reason: path + ' ' + Buffer.from(bytes) });
   });`,
);

async function measureAll(paths: readonly string[], options: Partial<PoolOptions> = {}) {
  const pool = createWorkerPool({ jobs: 2, script, ...options });
  try {
    const whole = Buffer.from('0123456789');
    const results = paths.map((name, index) => pool.measure(name, whole.subarray(index, index + 1)));
    return (await Promise.allSettled(results)).map((result) =>
      result.status === 'fulfilled' ? result.value : result.reason,
    );
  } finally {
    await pool.close();
  }
}

const skipped = (reason: string) => ({ kind: 'skipped', reason });
const lost = (reason: string) => ({ kind: 'unmeasurable', reason, line: null });

describe('threads that measure', () => {
  it('give each result to who asked for it, more than there are threads', async () => {
    const paths = ['a', 'b', 'c', 'd', 'e'];
    expect(await measureAll(paths)).toEqual(paths.map((name, index) => skipped(`${name} ${index}`)));
  });

  it('lose the content in hand where one ends, and go on', async () => {
    expect(await measureAll(['ends', 'b', 'ends', 'd', 'e'])).toEqual([
      lost('the thread that measured it ended'),
      skipped('b 1'),
      lost('the thread that measured it ended'),
      skipped('d 3'),
      skipped('e 4'),
    ]);
  });

  it('lose the content in hand where the memory ends, and go on', async () => {
    expect(await measureAll(['grows', 'b', 'c'], { maxMegabytes: 16 })).toEqual([
      lost('there was too little memory'),
      skipped('b 1'),
      skipped('c 2'),
    ]);
  });

  it('hand on a defect, as it would show without them', async () => {
    const [defect, next] = await measureAll(['throws', 'b'], { jobs: 1 });
    expect(defect).toBeInstanceOf(TypeError);
    expect(defect).toMatchObject({ message: 'a defect' });
    expect(next).toEqual(skipped('b 1'));
  });
});
