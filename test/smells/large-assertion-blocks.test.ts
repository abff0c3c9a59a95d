import { describe, expect, it } from 'vitest';
import { defaultRules } from '../../src/smells/index.ts';
import { largeAssertionBlocks } from '../../src/smells/large-assertion-blocks.ts';
import { createFile, sameAssertionBlocks } from '../helpers/create-metrics.ts';
import { testSmell } from '../helpers/test-smell.ts';

const path = 'a.test.ts';
const test = (assertions: number) => `it('', () => {\n${'expect(a).toBe(b);\n'.repeat(assertions)}});\n`;

testSmell(largeAssertionBlocks, {
  good: [
    { name: 'a test file at the limit', path, code: test(4).repeat(3) },
    { name: 'blocks that are small', path, code: test(3).repeat(9) },
    { name: 'a file that is no test', path: 'a.ts', code: test(4).repeat(4) },
    { name: 'a limit of its own', path, code: test(4).repeat(5), limits: { maxAssertionBlocks: 5 } },
    { name: 'a size of its own', path, code: test(4).repeat(5), limits: { minAssertionsInBlock: 5 } },
  ],
  bad: [
    {
      name: 'a test file one over the limit',
      path,
      code: test(2) + test(4).repeat(4),
      measured: 4,
      limit: 3,
      line: 6,
      endLine: 9,
      function: null,
      message: 'The tests have 4 large assertion blocks (limit 3)',
    },
    {
      name: 'a test file over limits of its own',
      path,
      code: test(2).repeat(2),
      limits: { maxAssertionBlocks: 1, minAssertionsInBlock: 2 },
      measured: 2,
      limit: 1,
      line: 2,
    },
  ],
});

describe('Large Assertion Blocks', () => {
  it.each([
    [true, 1],
    [false, 0],
  ])('is looked for in tests alone, whatever is measured elsewhere: %s', (isTest, findings) => {
    const file = createFile([], { isTest, assertionBlocks: sameAssertionBlocks });
    expect(
      largeAssertionBlocks.detect(file, defaultRules['large-assertion-blocks']?.limits ?? {}),
    ).toHaveLength(findings);
  });
});
