import type { AssertionBlock } from '../model/metrics.ts';
import { defineFileSmell } from './define-smell.ts';

export const duplicatedAssertionBlocks = defineFileSmell({
  id: 'duplicated-assertion-blocks',
  name: 'Duplicated Assertion Blocks',
  severity: 'advisory',
  summary: 'Several tests of a file repeat the same assertions.',
  why: 'The repeated assertions stand for an idea that has no name, and readers compare them to find out whether they differ. A change of what is promised has to be made in each copy, and one is forgotten.',
  fix: 'Put the assertions into a function that says what they check, or make the tests one that runs over a table of cases.',
  limits: {
    maxDuplicates: {
      default: 1,
      unit: 'tests',
      description: 'Most allowed tests of a file whose assertion blocks stand in another one too.',
    },
    minAssertionsInBlock: {
      default: 2,
      unit: 'assertions',
      description:
        'Fewest assertions in a row that make a block; our limit, for that of CodeScene is not public.',
    },
  },
  examples: {
    path: 'example.test.ts',
    bad: `
it('logs in by password', async () => {
  const session = await logIn({ password });
  expect(session.user).toBe('ada');
  expect(session.expires).toBeGreaterThan(now);
});

it('logs in by token', async () => {
  const session = await logIn({ token });
  expect(session.user).toBe('ada');
  expect(session.expires).toBeGreaterThan(now);
});
`,
    good: `
it.each([{ password }, { token }])('logs in by %j', async (credentials) => {
  const session = await logIn(credentials);
  expect(session.user).toBe('ada');
  expect(session.expires).toBeGreaterThan(now);
});
`,
  },
  notes: [
    'Blocks are the same where their tokens are. Looked at are files that are tests by their path. The size of a block is ours: that of CodeScene is not public.',
    'Two assertions on a general outcome (an exit code, a count) can be the same by chance.',
  ],
  references: [
    'Meszaros, xUnit Test Patterns: "Test Code Duplication", "Custom Assertion", "Parameterized Test"',
  ],
  detect: (file, { maxDuplicates: limit, minAssertionsInBlock }) => {
    if (!file.isTest) return [];
    const blocks = file.assertionBlocks.filter(({ assertions }) => assertions >= minAssertionsInBlock);
    const shared = findShared(blocks);
    const measured = new Set(shared.map(({ testLine }) => testLine)).size;
    const [first] = shared;
    return first && measured > limit ? [{ measured, limit, line: first.line, endLine: first.endLine }] : [];
  },
  message: ({ measured, limit }) => `${measured} tests repeat assertions of each other (limit ${limit})`,
});

/** Blocks that stand in more than one test. */
function findShared(blocks: readonly AssertionBlock[]): readonly AssertionBlock[] {
  const tests = new Map<string, Set<number>>();
  for (const { hash, testLine } of blocks) tests.set(hash, (tests.get(hash) ?? new Set()).add(testLine));
  return blocks.filter(({ hash }) => (tests.get(hash)?.size ?? 0) > 1);
}
