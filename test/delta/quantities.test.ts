import { describe, expect, it } from 'vitest';
import type { ComparedSide } from '../../src/delta/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { FileMetrics, FunctionMetrics } from '../../src/model/metrics.ts';
import { compareFile } from '../helpers/compare-file.ts';
import { createFile, createFinding, createFunction } from '../helpers/create-metrics.ts';

const old = { line: 1, endLine: 10, bodyHash: 'before' };

/** What is said of a finding of `settle`, or of the file, that was 100 and is now as given. */
function messagesFor(smell: string, name: string | null, now: ComparedSide): readonly string[] {
  const before = createFinding(smell, { function: name, measured: 100, limit: 30 });
  const { findings } = compareFile({
    old: { metrics: createFile([createFunction(old)]), findings: [before] },
    new: now,
  });
  return findings.map(({ message }) => message);
}

const sideOf = (
  fn: Partial<FunctionMetrics>,
  findings: readonly Finding[] = [],
  file: Partial<FileMetrics> = {},
): ComparedSide => ({
  metrics: createFile([createFunction({ ...old, bodyHash: 'after', ...fn })], file),
  findings,
});

const nounsOfFunctions = [
  ['complex-method', 'cyclomatic complexity'],
  ['large-method', 'number of code lines'],
  ['bumpy-road-ahead', 'number of bumps'],
  ['deep-nested-complexity', 'nesting depth'],
  ['complex-conditional', 'number of operators in conditions'],
  ['excess-number-of-function-arguments', 'number of arguments'],
  ['constructor-over-injection', 'number of arguments'],
  ['code-duplication', 'likeness to another function'],
  ['large-embedded-code-block', 'number of lines in an embedded block'],
] as const;

const nounsOfFiles = [
  ['low-cohesion', 'number of unrelated groups of functions in a class'],
  ['brain-class', 'number of code lines in functions'],
  ['lines-of-code-in-a-single-file', 'number of code lines in functions'],
  ['number-of-functions-in-a-single-module', 'number of functions'],
  ['overall-code-complexity', 'mean cyclomatic complexity'],
  ['overall-function-size', 'mean number of code lines of a function'],
  ['missing-arguments-abstractions', 'mean number of arguments'],
  ['primitive-obsession', 'share of primitive arguments'],
  ['string-heavy-function-arguments', 'share of string arguments'],
  ['global-conditionals', 'cyclomatic complexity outside of functions'],
  ['deep-global-nested-complexity', 'nesting depth outside of functions'],
  ['large-assertion-blocks', 'number of large assertion blocks'],
  ['duplicated-assertion-blocks', 'number of tests with the same assertions'],
] as const;

describe('a changed value', () => {
  it.each(nounsOfFunctions)('of %s is called the %s of the function', (smell, noun) => {
    const finding = createFinding(smell, { measured: 101, limit: 30 });
    expect(messagesFor(smell, 'settle', sideOf({}, [finding]))).toEqual([
      `The ${noun} of settle increased from 100 to 101 (limit 30)`,
    ]);
  });

  it.each(nounsOfFiles)('of %s is called the %s', (smell, noun) => {
    const finding = createFinding(smell, { function: null, measured: 99.5, limit: 30 });
    expect(messagesFor(smell, null, sideOf({}, [finding]))).toEqual([
      `The ${noun} decreased from 100 to 99.5 (limit 30)`,
    ]);
  });
});

describe('a fixed finding', () => {
  it.each<readonly [string, Partial<FunctionMetrics>, number]>([
    ['complex-method', { cyclomaticComplexity: 30 }, 30],
    ['large-method', { linesOfCode: 12 }, 12],
    ['bumpy-road-ahead', { bumps: 3 }, 3],
    ['deep-nested-complexity', { maxNestingDepth: 2 }, 2],
    ['complex-conditional', { complexConditions: [1, 3, 2].map((operators) => ({ line: 2, operators })) }, 3],
    ['complex-conditional', { complexConditions: [] }, 0],
    ['excess-number-of-function-arguments', { parameters: 4 }, 4],
    ['constructor-over-injection', { parameters: 5 }, 5],
    ['large-embedded-code-block', { embeddedBlocks: [7, 29, 8].map((lines) => ({ line: 2, lines })) }, 29],
    ['large-embedded-code-block', { embeddedBlocks: [] }, 0],
  ])('of %s says what the function has now: %o', (smell, fn, value) => {
    const [message] = messagesFor(smell, 'settle', sideOf(fn));
    expect(message).toMatch(
      new RegExp(`^The .+ of settle is no longer above the limit: ${value} \\(was 100, limit 30\\)$`),
    );
  });

  const other = createFunction({
    name: 'other',
    line: 20,
    endLine: 30,
    linesOfCode: 15,
    cyclomaticComplexity: 2,
    parameters: 4,
  });
  const file = createFile(
    [
      createFunction({ ...old, bodyHash: 'after', linesOfCode: 8, cyclomaticComplexity: 5, parameters: 3 }),
      other,
    ],
    { global: { cyclomaticComplexity: 9, maxNestingDepth: 3, line: 1 } },
  );

  it.each([
    ['lines-of-code-in-a-single-file', 23],
    ['number-of-functions-in-a-single-module', 2],
    ['overall-code-complexity', 3.5],
    ['overall-function-size', 11.5],
    ['missing-arguments-abstractions', 3.5],
    ['global-conditionals', 9],
    ['deep-global-nested-complexity', 3],
  ])('of %s says what the file has now: %d', (smell, value) => {
    const [message] = messagesFor(smell, null, { metrics: file, findings: [] });
    expect(message).toMatch(
      new RegExp(`^The .+ is no longer above the limit: ${value} \\(was 100, limit 30\\)$`),
    );
  });

  it('has a mean of 0 where no function is left', () => {
    expect(messagesFor('overall-code-complexity', null, { metrics: createFile(), findings: [] })).toEqual([
      'The mean cyclomatic complexity is no longer above the limit: 0 (was 100, limit 30)',
    ]);
  });

  it.each(['code-duplication', 'a-smell-of-next-year'])('of %s names no value: it is not known', (smell) => {
    const [message] = messagesFor(smell, 'settle', sideOf({}));
    expect(message).toMatch(/ of settle is no longer a finding \(was 100, limit 30\)$/);
  });

  it.each([
    'low-cohesion',
    'brain-class',
    'primitive-obsession',
    'string-heavy-function-arguments',
    'large-assertion-blocks',
    'duplicated-assertion-blocks',
  ])('of %s names no value: it is not known', (smell) => {
    const [message] = messagesFor(smell, null, sideOf({}));
    expect(message).toMatch(/ is no longer a finding \(was 100, limit 30\)$/);
  });
});
