import { describe, expect, it } from 'vitest';
import { deliverReport } from '../../src/cli/deliver-report.ts';
import type { FormatName } from '../../src/render/index.ts';
import { createReport } from '../helpers/create-report.ts';

/** How often the code is read for a report in a format. */
async function countReads(format: FormatName, isOfChange: boolean): Promise<number> {
  let reads = 0;
  const texts: string[] = [];
  const stream = { write: (text: string) => texts.push(text) };
  const host = { argv: [], env: {}, cwd: '/', stdout: stream, stderr: stream };
  await deliverReport(
    host,
    { format, fail: true, color: false },
    {
      isOfChange,
      root: '/',
      renderBy: ({ render }, look) => render(createReport(), look),
      readCode: async () => {
        reads++;
        return () => null;
      },
    },
  );
  expect(texts).toHaveLength(1);
  return reads;
}

describe('the code that a report speaks of', () => {
  it.each([
    ['terminal', true, 1],
    ['terminal', false, 0],
    ['json', true, 0],
  ] as const)('is for %s, of a change: %s, read %i times', async (format, isOfChange, reads) => {
    expect(await countReads(format, isOfChange)).toBe(reads);
  });
});
