import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkChange, checkPullRequest } from '../../src/check-pull-request.ts';
import { acceptParts, readParts } from '../../src/pipeline/accept-parts.ts';
import { measureShard } from '../../src/pipeline/measure-shard.ts';
import { formatPartial } from '../../src/result/index.ts';
import { complex, healthy, nested } from '../end-to-end/source-code.ts';
import { createRepository, temporaryFolder, testEnvironment } from '../helpers/create-repository.ts';

/** What a file can hold; the last two cannot be measured. */
const contents = [
  healthy(),
  healthy('plus'),
  complex(12),
  complex(30, 'choose'),
  nested(5),
  '// @codescene(disable-all)\nexport const a = 1;\n',
  'export const = ;\n',
  Buffer.from([0, 1, 2]),
];
const names = ['src/a.ts', 'src/a.test.ts', 'src/b.tsx', 'src/c.js', 'src/d.d.ts', 'lib/e.mts'];
const content = fc.option(fc.constantFrom(...contents), { freq: 4 });
const change = fc.record({
  before: fc.array(content, { minLength: names.length, maxLength: names.length }),
  after: fc.array(content, { minLength: names.length, maxLength: names.length }),
  count: fc.integer({ min: 1, max: 5 }),
  paths: fc.constantFrom<readonly string[]>([], ['src']),
});

const toFiles = (given: readonly (string | Buffer | null)[]) =>
  Object.fromEntries(names.map((name, index) => [name, given[index] ?? null]));

describe('shards and merge', () => {
  it('give the report of an undivided run, however the change is divided', async () => {
    await fc.assert(
      fc.asyncProperty(change, async ({ before, after, count, paths }) => {
        const repository = createRepository();
        repository.commit('start', toFiles(before));
        repository.checkout('work');
        const source = repository.commit('work', toFiles(after));
        const place = { cwd: repository.root, env: testEnvironment(), options: { source, target: 'main' } };
        const whole = await checkPullRequest({ ...place, paths });

        const folder = temporaryFolder();
        const files: string[] = [];
        for (let index = count; index >= 1; index--) {
          const part = await measureShard({ ...place, paths, shard: { index, count } });
          files.push(`${index}.json`);
          writeFileSync(path.join(folder, `${index}.json`), formatPartial(part));
        }
        const parts = await readParts(files, folder);
        const merged = await checkChange(place, {
          below: parts[0].paths,
          recall: (plan) => acceptParts(parts, plan),
        });
        expect(JSON.stringify(merged.report)).toBe(JSON.stringify(whole.report));
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
