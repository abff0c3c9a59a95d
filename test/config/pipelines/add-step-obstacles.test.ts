import { describe, expect, it } from 'vitest';
import { addStep } from '../../../src/config/pipelines/add-step.ts';
import { ConfigurationError } from '../../../src/errors.ts';

function obstacle(text: string) {
  const addition = addStep(text);
  if (addition.kind !== 'obstacle') throw new Error(`no obstacle: ${JSON.stringify(addition)}`);
  return addition;
}

describe('what keeps the step out', () => {
  it.each([
    [
      'a list that is an alias',
      `definitions:\n  list: &list\n    - step: { script: [a] }\npipelines:\n  pull-requests:\n    '**': *list\n`,
      'pipelines.pull-requests.** is an alias (*list)',
      6,
    ],
    [
      'a list that is used elsewhere',
      `pipelines:\n  pull-requests:\n    '**': &all\n      - step: { script: [a] }\n  branches:\n    main: *all\n`,
      'pipelines.pull-requests.** is used elsewhere too, by the alias *all, and the step would run there as well',
      6,
    ],
    [
      'a map that is used elsewhere',
      `pipelines:\n  branches: &all\n    main:\n      - step: { script: [a] }\n  pull-requests: *all\n`,
      'pipelines.pull-requests is an alias (*all)',
      5,
    ],
    [
      'a list that a merge brings in',
      `base: &base\n  '**':\n    - step: { script: [a] }\npipelines:\n  pull-requests:\n    <<: *base\n    x/*:\n      - step: { script: [a] }\n`,
      'pipelines.pull-requests.** comes from a merge (<<)',
      6,
    ],
    [
      'brackets',
      `pipelines:\n  pull-requests: { '**': [{ step: { script: [a] } }] }\n`,
      'pipelines.pull-requests is written in brackets',
      2,
    ],
    [
      'an import',
      `pipelines:\n  pull-requests:\n    '**':\n      import: a:b:c\n`,
      'pipelines.pull-requests.** is not a list of steps',
      4,
    ],
    ['a list of pipelines', `pipelines:\n  - step: { script: [a] }\n`, 'pipelines is not a map', 2],
    ['a file that is a list', `- step: { script: [a] }\n`, 'the file is not a map', 1],
  ])('says that it is %s', (_name, text, reason, line) => {
    expect(obstacle(text)).toEqual({ kind: 'obstacle', reason, line });
  });

  it('is said for aliases without an end', () => {
    const level = (name: string, below: string) =>
      `${name}: &${name} [${Array(12).fill(`*${below}`).join(', ')}]\n`;
    const text = `a: &a [1]\n${level('b', 'a')}${level('c', 'b')}${level('d', 'c')}`;
    expect(obstacle(text).reason).toBe('its aliases and merges cannot be written out');
  });
});

describe('a file that is no YAML', () => {
  it.each([
    ['pipelines:\n\tdefault: []\n', 2, 1, 'tabs cannot indent YAML: use spaces'],
    ['pipelines: {}\npipelines: {}\n', 2, 1, 'this key stands in its map twice'],
    ['pipelines:\n  default: *nothing\n', 2, 12, 'no "&nothing" stands before this alias'],
    ['a: 1\n---\nb: 2\n', 2, 1, 'expected one YAML document, and here a second one starts'],
  ])('is an error with its place: %j', (text, line, column, message) => {
    expect(() => addStep(text)).toThrow(ConfigurationError);
    try {
      addStep(text);
    } catch (error) {
      expect((error as ConfigurationError).problems[0]).toMatchObject({
        file: 'bitbucket-pipelines.yml',
        line,
        column,
        message,
      });
    }
  });
});
