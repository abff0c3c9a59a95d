import { describe, expect, it } from 'vitest';
import { duplicatedAssertionBlocks } from '../../src/smells/duplicated-assertion-blocks.ts';
import { defaultRules } from '../../src/smells/index.ts';
import { createFile, sameAssertionBlocks } from '../helpers/create-metrics.ts';
import { testSmell } from '../helpers/test-smell.ts';

const path = 'a.test.ts';
const block = (name: string) => `expect(${name}).toBe(1);\nexpect(${name}).toBe(2);\n`;
const test = (...names: string[]) => `it('', () => {\n${names.map(block).join('act();\n')}});\n`;

testSmell(duplicatedAssertionBlocks, {
  good: [
    { name: 'tests with blocks of their own', path, code: test('a') + test('b') },
    { name: 'a block twice in one test', path, code: test('a', 'a') },
    { name: 'single assertions', path, code: "it('', () => {\nexpect(a).toBe(1);\n});\n".repeat(3) },
    { name: 'a file that is no test', path: 'a.ts', code: test('a') + test('a') },
    { name: 'a limit of its own', path, code: test('a').repeat(2), limits: { maxDuplicates: 2 } },
    { name: 'a size of its own', path, code: test('a').repeat(2), limits: { minAssertionsInBlock: 3 } },
  ],
  bad: [
    {
      name: 'two tests with the same block',
      path,
      code: test('b') + test('a') + test('a'),
      measured: 2,
      limit: 1,
      line: 6,
      endLine: 7,
      function: null,
      message: '2 tests repeat assertions of each other (limit 1)',
    },
    { name: 'each test once', path, code: test('a', 'b') + test('b', 'a'), measured: 2, line: 2 },
    { name: 'pairs together', path, code: (test('a') + test('b')).repeat(2), measured: 4, line: 2 },
    {
      name: 'tests over a limit of its own',
      path,
      code: test('a').repeat(3),
      limits: { maxDuplicates: 2 },
      measured: 3,
      limit: 2,
      line: 2,
    },
  ],
});

describe('Duplicated Assertion Blocks', () => {
  it.each([
    [true, 1],
    [false, 0],
  ])('is looked for in tests alone, whatever is measured elsewhere: %s', (isTest, findings) => {
    const file = createFile([], { isTest, assertionBlocks: sameAssertionBlocks });
    expect(
      duplicatedAssertionBlocks.detect(file, defaultRules['duplicated-assertion-blocks']?.limits ?? {}),
    ).toHaveLength(findings);
  });
});
