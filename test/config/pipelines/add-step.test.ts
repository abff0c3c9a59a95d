import { describe, expect, it } from 'vitest';
import { addStep } from '../../../src/config/pipelines/add-step.ts';
import { version } from '../../../src/version.ts';
import { additions } from './step-additions.ts';

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
