import { describe, expect, it } from 'vitest';
import { addStep } from '../../../src/config/pipelines/add-step.ts';
import { ConfigurationError } from '../../../src/errors.ts';
import { version } from '../../../src/version.ts';

/** The lines of the step, so far indented. */
function stepAt(column: number): string {
  const lines = [
    '- step:',
    '    name: Code health',
    '    image: node:20',
    '    script:',
    `      - npx --yes codescene-pr@${version} check`,
  ];
  return lines.map((line) => `${' '.repeat(column)}${line}\n`).join('');
}

/** The text with `STEP` written out: a line of its own, indented as it stands there. */
function withStep(text: string): string {
  return text.replace(/^( *)STEP\n/m, (_line, spaces: string) => stepAt(spaces.length));
}

function added(text: string) {
  const addition = addStep(text);
  if (addition.kind !== 'added') throw new Error(`not added: ${JSON.stringify(addition)}`);
  return addition;
}

function obstacle(text: string) {
  const addition = addStep(text);
  if (addition.kind !== 'obstacle') throw new Error(`no obstacle: ${JSON.stringify(addition)}`);
  return addition;
}

/** What comes out is what went in, with `STEP` where that stands. */
const additions: Readonly<Record<string, string>> = {
  'an empty file': `pipelines:
  pull-requests:
    "**":
      STEP
`,
  'a file of comments': `# Our pipelines will stand here.

pipelines:
  pull-requests:
    "**":
      STEP
`,
  'a file without pipelines': `image: node:22   # the runtime
options: { max-time: 10 }

pipelines:
  pull-requests:
    "**":
      STEP
`,
  'pipelines without a value': `pipelines: # to come
  # none yet
  pull-requests:
    "**":
      STEP
definitions:
  caches:
    npm-cache: ~/.npm
`,
  'pipelines of branches alone': `pipelines:
    default:
        - step:
              script: [npm ci, npm test]   # short
        # - step: commented out
    pull-requests:
        "**":
            STEP

# the end
`,
  'other branches than all': `pipelines:
  pull-requests:
    feature/*:
      - step: { script: [npm test] }
    "**":
      STEP
  tags:
    v*: [{ step: { script: [npm publish] } }]
`,
  'a list for all branches': `pipelines:
  pull-requests:
    '**': # every pull request
      # first the tests
      - step:
          name:   Test
          script:
            - npm ci
            - npm test
            # - npm run slow
      STEP
    # then the others
    hotfix/*:
      - step:
          script: [npm test]
`,
  'a list that is not indented': `pipelines:
  pull-requests:
    '**':
    - step:
        script:
        - npm test
    STEP
`,
  'a parallel group': `pipelines:
  pull-requests:
    "**":
      - parallel:
          fail-fast: true
          steps:
            - step: { script: [npm test] }
            - step: { script: [npm run lint] }
      STEP
`,
  'a parallel group in its old form': `pipelines:
  pull-requests:
    "**":
      - parallel:
        - step: { script: [npm test] }
        - step: { script: [npm run lint] }
      STEP
`,
  'a stage': `pipelines:
  pull-requests:
    "**":
      - stage:
          name: Build and test
          steps:
            - step:
                script: [npm test]
      STEP
`,
  'anchors and merges inside of the list': `definitions:
  steps:
    - step: &test
        name: Test
        script: &install
          - npm ci
pipelines:
  default:
    - step: *test
  pull-requests:
    '**':
      - step:
          <<: *test
          name: Test of a pull request
      - step: *test
      STEP
  branches:
    main:
      - step: { <<: *test, name: Main }
`,
  'a block of text at the end': `pipelines:
  pull-requests:
    '**':
      - step:
          script:
            - |
              npm ci

              npm test # not a comment of YAML
            - >-
              npm run
              lint
      STEP
`,
  'tabs where YAML allows them': `pipelines:
  pull-requests:
    '**':
      - step:	# a tab
          script:
            - "printf 'a\tb'"	# and one more
      STEP
`,
  'a document that is marked as one': `%YAML 1.2
---
pipelines:
  pull-requests:
    '**':
      - step: { script: [npm test] }
      STEP
...
`,
  'a list without an item': `pipelines:
  pull-requests:
    '**':
      STEP
  default:
    - step: { script: [npm test] }
`,
  'a pattern in another style of quotes': `pipelines:
  pull-requests:
    ? "**"
    : - step: { script: [npm test] }
      STEP
`,
  'comments beside the step before': `pipelines:
  pull-requests:
    '**':
      - step:
          script:
            - npm test
          # artifacts:
          #   - dist/**

      # more steps, one day
      STEP

  # for the branches
  branches: {}
`,
};

describe('adding the step', () => {
  it.each(Object.entries(additions))('keeps every other character of %s', (_name, text) => {
    const marked = text.split('\n').findIndex((line) => line.trim() === 'STEP');
    const isNested = /"\*\*":\n *STEP/.test(text);
    const before = isNested ? withoutKeys(text) : text.replace(/^ *STEP\n/m, '');
    const { text: after, line } = added(before);
    expect(after).toBe(withStep(text));
    expect(line).toBe(marked + 1);
  });

  it('keeps line ends of Windows and a byte order mark', () => {
    const text =
      '\ufeffimage: node:20\r\n\r\npipelines:\r\n  default:\r\n    - step:\r\n        script: [a]\r\n';
    const { text: after } = added(text);
    const lines = ['  pull-requests:', '    "**":', ...stepAt(6).trimEnd().split('\n')];
    expect(after).toBe(`${text}${lines.join('\r\n')}\r\n`);
  });

  it.each([
    ['a plain text', 'script: [npm test]'],
    ['a block of text', 'script:\n            - |\n              npm ci\n              npm test'],
  ])('begins a line of its own behind %s without a line end', (_name, script) => {
    const text = `pipelines:\n  pull-requests:\n    '**':\n      - step:\n          ${script}`;
    expect(added(text).text).toBe(`${text}\n${stepAt(6)}`);
  });

  it('names the patterns whose pull requests do not run it', () => {
    const text = `pipelines:
  pull-requests:
    feature/*:
      - step: { script: [npm test] }
    release/*:
      - step: { script: [npx codescene-pr check] }
`;
    expect(addStep(text)).toMatchObject({ kind: 'present', line: 6, uncovered: ['feature/*'] });
    expect(added(text.replace('codescene-pr check', 'eslint')).uncovered).toEqual(['feature/*', 'release/*']);
  });

  it('is done once', () => {
    for (const text of Object.values(additions).map(withStep)) {
      expect(addStep(text)).toMatchObject({ kind: 'present', version });
    }
  });
});

/** The text without the keys that lead to the step alone. */
function withoutKeys(text: string): string {
  const existing = /'\*\*':\n *STEP/.test(text);
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim() === 'STEP');
  let from = at;
  const keys = ['"**":', 'pull-requests:', 'pipelines:'];
  for (const key of keys) {
    if (existing || lines[from - 1]?.trim() !== key) break;
    from--;
  }
  const isSection = lines[from]?.trim() === 'pipelines:';
  const isSpaced = isSection && from > 0 && lines[from - 1] === '';
  lines.splice(from - (isSpaced ? 1 : 0), at - from + 1 + (isSpaced ? 1 : 0));
  return lines.join('\n');
}

describe('recognising the step', () => {
  const around = (body: string) => `pipelines:\n  pull-requests:\n    '**':\n${body}`;

  it.each([
    [
      'another version',
      '      - step: { script: ["npx --yes codescene-pr@0.0.7 check --no-fail"] }',
      '0.0.7',
    ],
    ['a local installation', '      - step: { script: [./node_modules/.bin/codescene-pr check] }', null],
    ['a pipe', '      - step: { script: [{ pipe: "docker://acme/codescene-pr:1.4.2" }] }', '1.4.2'],
    [
      'a longer script',
      '      - step:\n          script:\n            - |\n              npm ci && npx codescene-pr check\n',
      null,
    ],
    ['after a script', '      - step: { script: [npm test], after-script: [npx codescene-pr check] }', null],
    ['a parallel group', '      - parallel:\n        - step: { script: [codescene-pr check] }', null],
    ['a stage', '      - stage: { steps: [{ step: { script: [codescene-pr check] } }] }', null],
  ])('knows it in %s', (_name, body, found) => {
    expect(addStep(around(body))).toMatchObject({ kind: 'present', version: found });
  });

  it('knows it by an alias, and says where it stands', () => {
    const text = `definitions:
  steps:
    - step: &health
        script:
          - npx codescene-pr@0.1.0 check
pipelines:
  pull-requests:
    '**':
      - step: *health
`;
    expect(addStep(text)).toMatchObject({ kind: 'present', line: 5, version: '0.1.0' });
  });

  it.each([
    ['another pipeline', `pipelines:\n  default:\n    - step: { script: [npx codescene-pr check] }\n`],
    [
      'a definition that is not used',
      `definitions:\n  steps:\n    - step: &a { script: [npx codescene-pr check] }\n`,
    ],
    [
      'a comment of the shell',
      around(
        '      - step:\n          script:\n            - |\n              # npx codescene-pr check\n              npm test\n',
      ),
    ],
    ['a name', around('      - step: { name: codescene-pr check, script: [npm test] }\n')],
    ['a longer word', around('      - step: { script: [./my-codescene-pr-tool codescene-private] }\n')],
  ])('does not take %s for it', (_name, text) => {
    expect(addStep(text).kind).toBe('added');
  });
});

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
