import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../../src/errors.ts';
import { type JsonFiles, resolveJson } from './resolve-json.ts';

async function errorOf(files: JsonFiles): Promise<ConfigurationError> {
  const reason: unknown = await resolveJson(files).then(
    () => null,
    (error: unknown) => error,
  );
  if (reason instanceof ConfigurationError) return reason;
  throw new Error('the files were expected to be refused', { cause: reason });
}

interface Broken {
  readonly given: string;
  readonly text: string;
  /** 1-based line and column. */
  readonly at: readonly [number, number];
  readonly key: string;
  readonly message: string;
}

const brokenRules: readonly Broken[] = [
  {
    given: 'a comma too many',
    text: '{\n\t"rule_sets": [\n\t\t{ "rules": [], },\n\t]\n}',
    at: [3, 18],
    key: '',
    message: 'expected no comma before this bracket',
  },
  {
    given: 'a comment',
    text: '{\n  // ours\n  "rule_sets": []\n}',
    at: [2, 3],
    key: '',
    message: 'JSON has no comments: leave this one out',
  },
  {
    given: 'YAML',
    text: 'rule_sets: []\n',
    at: [1, 1],
    key: '',
    message: 'expected a value: text in double quotes, a number, true, false, null, a list or a map',
  },
  { given: 'nothing', text: '', at: [1, 1], key: '', message: 'the file is empty' },
  {
    given: 'an end too early',
    text: '{ "rule_sets": [\n',
    at: [2, 1],
    key: '',
    message: 'the file ends before "]" closes what is open',
  },
  {
    given: 'a list on top',
    text: '[{ "rules": [] }]',
    at: [1, 1],
    key: '',
    message: 'expected a map with rule_sets, got a list',
  },
  {
    given: 'rule sets that are no list',
    text: '{ "rule_sets": { "rules": [] } }',
    at: [1, 16],
    key: 'rule_sets',
    message: 'expected a list of rule sets, got a map',
  },
  {
    given: 'a rule that is a name alone',
    text: '{ "rule_sets": [\n  { "rules": ["Large Method"] }\n] }',
    at: [2, 15],
    key: 'rule_sets[0].rules[0]',
    message: 'expected a map with name and weight, got the text "Large Method"',
  },
  {
    given: 'a rule without a name',
    text: '{ "rule_sets": [\n  { "rules": [{ "weight": 0 }] }\n] }',
    at: [2, 15],
    key: 'rule_sets[0].rules[0].name',
    message: 'missing, expected a name',
  },
  {
    given: 'a weight in words',
    text: '{ "rule_sets": [\n  { "rules": [{ "name": "Large Method", "weight": "half" }] }\n] }',
    at: [2, 51],
    key: 'rule_sets[0].rules[0].weight',
    message: 'expected a number, got the text "half"',
  },
  {
    given: 'a threshold without a value',
    text: '{ "rule_sets": [\n  { "thresholds": [{ "name": "function_max_arguments" }] }\n] }',
    at: [2, 20],
    key: 'rule_sets[0].thresholds[0].value',
    message: 'missing, expected a number',
  },
  {
    given: 'a threshold that is a switch',
    text: '{ "rule_sets": [\n  { "thresholds": [{ "name": "x", "value": true }] }\n] }',
    at: [2, 44],
    key: 'rule_sets[0].thresholds[0].value',
    message: 'expected a number, got true',
  },
  {
    given: 'a pattern that is a list',
    text: '{ "rule_sets": [\n  { "matching_content_path": ["a", "b"] }\n] }',
    at: [2, 30],
    key: 'rule_sets[0].matching_content_path',
    message: 'expected a pattern, got a list',
  },
  {
    given: 'a doubled key',
    text: '{\n  "rule_sets": [],\n  "rule_sets": []\n}',
    at: [3, 3],
    key: 'rule_sets',
    message: 'this key stands already on line 2: remove one of them',
  },
];

const brokenGates: readonly Broken[] = [
  {
    given: 'a gate that is a word',
    text: '{ "rule_sets": [\n  { "quality_gates": { "hotspot_decline": "yes" } }\n] }',
    at: [2, 43],
    key: 'rule_sets[0].quality_gates.hotspot_decline',
    message: 'expected true or false, got the text "yes"',
  },
  {
    given: 'gates that are a list',
    text: '{ "rule_sets": [\n  { "quality_gates": ["hotspot_decline"] }\n] }',
    at: [2, 22],
    key: 'rule_sets[0].quality_gates',
    message: 'expected the name of a profile, or a map of gates, got a list',
  },
  {
    given: 'a rule set that is a number',
    text: '{ "rule_sets": [3] }',
    at: [1, 17],
    key: 'rule_sets[0]',
    message: 'expected a map with matching_content_path and quality_gates, got the number 3',
  },
];

describe('a file of CodeScene that cannot be used', () => {
  it.each(brokenRules)('is refused for its rules with $given', async ({ text, at, key, message }) => {
    const [line, column] = at;
    expect((await errorOf({ rules: text })).problems).toEqual([
      { file: '.codescene/code-health-rules.json', line, column, key, message, suggestion: null },
    ]);
  });

  it.each(brokenGates)('is refused for its gates with $given', async ({ text, at, key, message }) => {
    const [line, column] = at;
    expect((await errorOf({ gates: text })).problems).toMatchObject([
      { file: '.codescene/custom-quality-gates.json', line, column, key, message },
    ]);
  });

  it('is named with everything that is wrong, in both files, with pictures', async () => {
    const { message, hint } = await errorOf({
      rules: '{ "rule_sets": [\n  { "rules": [{ "name": 3, "weight": "x" }] }\n] }',
      gates: '{ "rule_sets": [\n  { "quality_gates": 3 }\n] }',
    });
    expect(`${message}\n${hint}`).toBe(`\
.codescene/code-health-rules.json:2:25  rule_sets[0].rules[0].name: expected a name, got the number 3: put it in quotes
  2 |   { "rules": [{ "name": 3, "weight": "x" }] }
    |                         ^
.codescene/code-health-rules.json:2:38  rule_sets[0].rules[0].weight: expected a number, got the text "x"
  2 |   { "rules": [{ "name": 3, "weight": "x" }] }
    |                                      ^
.codescene/custom-quality-gates.json:2:22  rule_sets[0].quality_gates: expected the name of a profile, or a map of gates, got the number 3
  2 |   { "quality_gates": 3 }
    |                      ^
Correct it as CodeScene documents it, or write a quality profile, .codescene/quality-profile.yml, which is read in its place.`);
  });

  it.each([
    ['depth', `{ "x": ${'['.repeat(20_000)}${']'.repeat(20_000)} }`, 'expected at most 24 levels'],
    [
      'length',
      `{ "usage": "${'x'.repeat(600_000)}" }`,
      'expected at most 524288 characters, got 600015: is this a profile?',
    ],
    [
      'number of values',
      `{ "x": [${'1,'.repeat(30_000)}1] }`,
      'expected at most 20000 values, aliases written out',
    ],
  ])('is refused for its %s', async (_, text, message) => {
    expect((await errorOf({ rules: text })).problems).toMatchObject([{ message }]);
  });

  it('leads to a ConfigurationError without control characters, or to a profile, whatever it is', async () => {
    const word = fc.constantFrom(
      ...['rule_sets', 'rules', 'thresholds', 'name', 'weight', 'value', 'quality_gates', 'Large Method'],
      ...['matching_content_path', '**/*', '\u001b[31m', '\u2028', '\u202e', 'hotspot_decline', '__proto__'],
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        fc.oneof(word, fc.constantFrom<unknown>(null, true, false, 0, 0.5, 9, -1, '4')),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(word, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    const text = fc.oneof(
      tree.map((data) => JSON.stringify(data)),
      tree.map((data) => JSON.stringify({ rule_sets: [data] })),
      fc.string({ unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (rules, gates) => {
        const shown = await resolveJson({ rules, gates }).then(
          ({ warnings }) => warnings.join(''),
          (error: unknown) => {
            expect(error).toBeInstanceOf(ConfigurationError);
            return (error as ConfigurationError).message.replaceAll('\n', '');
          },
        );
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 500 },
    );
  });
});
