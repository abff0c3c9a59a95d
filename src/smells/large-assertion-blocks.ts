import { defineFileSmell } from './define-smell.ts';

export const largeAssertionBlocks = defineFileSmell({
  id: 'large-assertion-blocks',
  name: 'Large Assertion Blocks',
  severity: 'advisory',
  summary: 'A test file has many long runs of assertions.',
  why: 'A long run of assertions checks details and hides what the test is about. The first one that fails keeps the others from running, so a failure tells little, and each change of the data has to be repeated in all of them.',
  fix: 'Compare whole values at once, or put the checks that make up one idea into an assertion with a name. Split tests that check several things.',
  limits: {
    maxAssertionBlocks: {
      default: 3,
      unit: 'blocks',
      description: 'Most allowed large assertion blocks in a test file.',
    },
    minAssertionsInBlock: {
      default: 4,
      unit: 'assertions',
      description: 'Fewest assertions in a row that make a large block.',
    },
  },
  examples: {
    path: 'example.test.ts',
    limits: { maxAssertionBlocks: 1 },
    bad: `
it('parses a date', () => {
  const date = parse('2024-02-29');
  expect(date.year).toBe(2024);
  expect(date.month).toBe(2);
  expect(date.day).toBe(29);
  expect(date.isLeapDay).toBe(true);
});

it('parses a time', () => {
  const time = parse('12:30:15');
  expect(time.hours).toBe(12);
  expect(time.minutes).toBe(30);
  expect(time.seconds).toBe(15);
  expect(time.isNoon).toBe(false);
});
`,
    good: `
it('parses a date', () => {
  expect(parse('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29, isLeapDay: true });
});

it('parses a time', () => {
  expect(parse('12:30:15')).toEqual({ hours: 12, minutes: 30, seconds: 15, isNoon: false });
});
`,
  },
  notes: [
    'Blocks are counted and not tests. Many inputs to one function are best run as a table of cases.',
    'Assertions are calls that begin with expect or assert, or go through should, and follow each other as statements, in files that are tests by their path. What counts as an assertion is ours: that of CodeScene is not public.',
  ],
  references: ['Meszaros, xUnit Test Patterns: "Assertion Roulette", "Custom Assertion"'],
  detect: (file, { maxAssertionBlocks: limit, minAssertionsInBlock }) => {
    if (!file.isTest) return [];
    const blocks = file.assertionBlocks.filter(({ assertions }) => assertions >= minAssertionsInBlock);
    const [first] = blocks;
    if (!first || blocks.length <= limit) return [];
    return [{ measured: blocks.length, limit, line: first.line, endLine: first.endLine }];
  },
  message: ({ measured, limit }) => `The tests have ${measured} large assertion blocks (limit ${limit})`,
});
