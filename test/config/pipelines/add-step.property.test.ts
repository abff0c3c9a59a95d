import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addStep } from '../../../src/config/pipelines/add-step.ts';
import { step } from '../../../src/config/pipelines/step.ts';
import { checkPipelines } from '../../examples/pipelines-rules.ts';

/** Lines of a block, indented from 0. */
type Block = readonly string[];

const indent = (lines: Block, by: number): Block =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));

/** A comment line, an empty line or nothing, at the block's own level. */
const trivia = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Block>([]) },
  fc.constantFrom<Block>(['# a comment'], [''], ['', '# one: "more"', '#'], ['    # further in']),
);

const word = fc.constantFrom('a', 'build', 'x-1', 'npm', 'lint');
const command = fc.oneof(
  fc.constantFrom<Block>(
    ['- npm test'],
    ['- "npm run \\"a b\\"" # why'],
    ["- 'it''s'"],
    ['- >-', '  folded', '  text'],
    ['- |', '  first', '', '  # of the shell', '  last'],
    ['- npm run a', '  b # goes on'],
    ['- pipe: atlassian/slack:1.0.0', '  variables: { A: "b" }'],
  ),
);

const script = fc
  .array(fc.tuple(trivia, command), { minLength: 1, maxLength: 3 })
  .map((parts): Block => parts.flatMap(([before, lines]) => [...before, ...lines]));

const stepItem = fc.tuple(word, script, trivia, fc.nat(2)).map(([name, lines, before, style]): Block => {
  if (style === 0) return [`- step: { name: ${name}, script: [npm test, "a # b"] }`];
  const body = [`name:   ${name}`, ...before, 'script:', ...indent(lines, style === 1 ? 2 : 0)];
  return ['- step:', ...indent(body, 4)];
});

const item = fc.oneof(
  { weight: 3, arbitrary: stepItem },
  fc.constantFrom<Block>(
    ['- step: *shared'],
    ['- step:', '    <<: *shared', '    name: Merged'],
    ['- step: { script: *commands }'],
  ),
  fc
    .array(stepItem, { minLength: 1, maxLength: 2 })
    .map(
      (steps): Block => [
        '- parallel:',
        ...indent(['fail-fast: true', 'steps:', ...indent(steps.flat(), 2)], 4),
      ],
    ),
  fc
    .array(stepItem, { minLength: 1, maxLength: 2 })
    .map((steps): Block => ['- stage:', ...indent(['name: Stage', 'steps:', ...indent(steps.flat(), 2)], 4)]),
);

const items = fc
  .array(fc.tuple(trivia, item), { minLength: 1, maxLength: 3 })
  .map((parts): Block => parts.flatMap(([before, lines]) => [...before, ...lines]));

/** `key:` and what is below it; the key's own indentation is that of the block. */
const keyed = (key: string, lines: Block, by: number): Block => [`${key}:`, ...indent(lines, by)];

const file = fc
  .record({
    unit: fc.constantFrom(2, 4, 3),
    isListIndented: fc.boolean(),
    everyone: fc.option(items),
    feature: fc.option(items),
    main: fc.option(items),
    hasPullRequests: fc.boolean(),
    beforeSections: trivia,
    end: trivia,
    lineEnd: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\ufeff'),
    hasLastLineEnd: fc.boolean(),
  })
  .map((parts) => {
    const { unit, isListIndented, everyone, feature, main, hasPullRequests, beforeSections, end } = parts;
    const listIndentation = isListIndented ? unit : 0;
    const patterns = [
      ...(feature ? keyed('feature/*', feature, listIndentation) : []),
      ...(everyone ? keyed("'**'", everyone, listIndentation) : []),
    ];
    const hasPatterns = hasPullRequests && patterns.length > 0;
    const sections = [
      ...(hasPatterns ? keyed('pull-requests', patterns, unit) : []),
      ...beforeSections,
      ...(main ? keyed('branches', keyed('main', main, listIndentation), unit) : []),
    ];
    const hasSections = hasPatterns || main !== null;
    const lines = [
      'image: node:22 # the runtime',
      'definitions:',
      ...indent(
        [
          'steps:',
          '  - step: &shared',
          '      name: Shared',
          '      script: &commands',
          '        - npm ci # all',
        ],
        unit,
      ),
      ...(hasSections ? keyed('pipelines', sections, unit) : []),
      ...end,
    ];
    const text = parts.mark + lines.join(parts.lineEnd) + (parts.hasLastLineEnd ? parts.lineEnd : '');
    return { text, hasList: hasPatterns && everyone !== null };
  });

const read = (text: string) => parse(text.replace(/^\ufeff/, ''), { merge: true });
const linesOf = (text: string) => text.split(/\r?\n/);

describe('adding the step to any pipelines', () => {
  it('takes nothing away, says the same of everything else, and is done once', () => {
    let lists = 0;
    const property = fc.property(file, ({ text, hasList }) => {
      const addition = addStep(text);
      if (addition.kind !== 'added') throw new Error(`${addition.kind}: ${JSON.stringify(addition)}`);
      lists += hasList ? 1 : 0;

      // Character by character: what was there is there, in one piece before the step and one behind it.
      const after = addition.text;
      let shared = 0;
      while (shared < text.length && text[shared] === after[shared]) shared++;
      expect(after.endsWith(text.slice(shared))).toBe(true);
      expect(linesOf(after).filter((line) => line.includes('#'))).toHaveLength(
        linesOf(text).filter((line) => line.includes('#')).length,
      );
      expect(after.includes('\r\n') ? /[^\r]\n/.test(after) : false).toBe(false);

      // In meaning: one more step for every pull request, and no other change.
      const before = read(text.endsWith('\n') ? text : `${text}\n`);
      const merged = read(after);
      const list = merged.pipelines['pull-requests']['**'];
      expect(list.pop()).toEqual({ step });
      expect(list).toEqual(before.pipelines?.['pull-requests']?.['**'] ?? []);
      list.push({ step });
      expect(checkPipelines(merged)).toEqual([]);
      expect(merged.pipelines.branches).toEqual(before.pipelines?.branches);
      expect(merged.pipelines['pull-requests']['feature/*']).toEqual(
        before.pipelines?.['pull-requests']?.['feature/*'],
      );
      expect(merged.definitions).toEqual(before.definitions);

      expect(addStep(after)).toMatchObject({ kind: 'present' });
    });
    fc.assert(property, { numRuns: 300 });
    expect(lists).toBeGreaterThan(30);
  });

  it('never throws anything but what is wrong in the file, whatever that is', () => {
    const piece = fc.constantFrom(
      'pipelines:',
      '\n',
      '  ',
      'pull-requests:',
      "'**':",
      '- ',
      'step:',
      '*a',
      '&a ',
      '{',
      '}',
      '[',
      ']',
      '<<: ',
      '|',
      '# c',
      '"',
      '\t',
      '\r\n',
      '---',
      ': ',
      '?',
      'codescene-pr',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        try {
          const addition = addStep(text);
          if (addition.kind === 'added') expect(addStep(addition.text).kind).toBe('present');
        } catch (error) {
          expect((error as Error).name).toBe('ConfigurationError');
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
