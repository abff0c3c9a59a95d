import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openResultCache } from '../../src/cache/result-cache.ts';
import { checksum } from '../../src/cache/seal.ts';
import { loadMeasurer } from '../../src/languages/index.ts';
import { type KnownSides, nothingKnown } from '../../src/measurement/known-sides.ts';
import type { SideContent } from '../../src/measurement/measure-content.ts';
import { measureEach } from '../../src/measurement/measure-sides.ts';
import type { SideToRead } from '../../src/measurement/sides-to-measure.ts';
import { complex, healthy, nested } from '../end-to-end/source-code.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';

/** A content, or `null` where it cannot be read. */
interface Side extends SideToRead {
  readonly code: string | null;
}

const codes = [
  healthy(),
  complex(9),
  nested(4),
  'if (',
  '',
  '\0',
  `${healthy('größe')}\r\n`,
  '<a>b</a>;',
  null,
];
const paths = ['src/a.ts', 'src/b.tsx', 'src/c.js', 'src/d.test.ts', 'src/e.d.ts'];
const side = fc.record({
  path: fc.constantFrom(...paths),
  code: fc.constantFrom(...codes),
  isCommitted: fc.boolean(),
});
const runs = fc.array(fc.array(side, { maxLength: 6 }), { minLength: 2, maxLength: 4 });

const toSide = ({
  path,
  code,
  isCommitted,
}: {
  path: string;
  code: string | null;
  isCommitted: boolean;
}): Side => ({
  ...{ path, code, kind: 'file', pathIsExact: true },
  blob: isCommitted ? createHash('sha1').update(`${code}`).digest('hex') : null,
});

async function* readSides(sides: readonly SideToRead[]): AsyncGenerator<SideContent> {
  for (const { code } of sides as readonly Side[]) {
    yield code === null ? { bytes: null, reason: 'gone' } : { bytes: Buffer.from(code) };
  }
}

async function measure(sides: readonly Side[], known: KnownSides) {
  const results = [];
  for await (const result of measureEach(sides, { readSides, loadMeasurer, known })) results.push(result);
  return JSON.stringify(results);
}

it('says the same with a cache as without, whatever was measured before', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async (given) => {
      const folder = temporaryFolder();
      const limits = { maxBytes: 1_000_000, maxSmallPacks: 2 };
      for (const sides of given.map((run) => run.map(toSide))) {
        const cache = openResultCache({
          ...{ folder, analyzer: 'a1', seal: checksum, limits, now: Date.now },
          note: (line) => expect.unreachable(line),
        });
        const result = await measure(sides, cache);
        cache.close();
        expect(result).toBe(await measure(sides, nothingKnown));
      }
    }),
    { numRuns: 30 },
  );
});
