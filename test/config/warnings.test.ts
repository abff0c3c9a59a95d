import { describe, expect, it } from 'vitest';
import { listBuiltInProfiles, resolveProfile } from '../../src/config/index.ts';
import { resolveText } from './create-files.ts';

const file = '.codescene/quality-profile.yml';

interface Case {
  readonly given: string;
  readonly text: string;
  readonly says: string;
  /** The same profile after the advice was followed. */
  readonly mended: string;
}

const idle: readonly Case[] = [
  {
    given: 'a limit of a rule whose weight is 0',
    text: 'rules:\n  large-method: { weight: 0, max-lines-of-code: 100 }\n',
    says: `${file}:2: rules.large-method.max-lines-of-code has no effect, because the rule is off here (its weight is 0, ${file}:2): remove it, or give it a weight above 0.`,
    mended: 'rules:\n  large-method: { weight: 0.1, max-lines-of-code: 100 }\n',
  },
  {
    given: 'a limit of an override whose rule has the weight 0 elsewhere',
    text: 'rules:\n  large-method: { weight: 0 }\noverrides:\n  - files: test/**\n    rules: { large-method: { max-lines-of-code: 100 } }\n',
    says: `${file}:5: overrides[0].rules.large-method.max-lines-of-code has no effect, because the rule is off here (its weight is 0, ${file}:2): remove it, or give it a weight above 0.`,
    mended:
      'rules:\n  large-method: { weight: 0 }\noverrides:\n  - files: test/**\n    rules: { large-method: { weight: 1, max-lines-of-code: 100 } }\n',
  },
  {
    given: 'a limit behind an override of the same files that switches the rule off',
    text: 'overrides:\n  - { files: test/**, rules: { large-method: off } }\n  - { files: test/**, rules: { large-method: { max-lines-of-code: 100 } } }\n',
    says: `${file}:3: overrides[1].rules.large-method.max-lines-of-code has no effect, because the rule is off here (off, ${file}:2): remove it, or switch the rule on.`,
    mended:
      'overrides:\n  - { files: test/**, rules: { large-method: off } }\n  - { files: lib/**, rules: { large-method: { max-lines-of-code: 100 } } }\n',
  },
  {
    given: 'a gate that lists a smell whose rule is off',
    text: 'gates:\n  critical-rules: [brain-method, large-method]\nrules:\n  large-method: off\n',
    says: `${file}:2: gates.critical-rules lists large-method in vain, because that rule is off (off, ${file}:4): remove it from the list, or switch the rule on.`,
    mended:
      'gates:\n  critical-rules: [brain-method, large-method]\nrules:\n  large-method: off\noverrides: [{ files: src/**, rules: { large-method: on } }]\n',
  },
  {
    given: 'a decline that no score can have',
    text: 'gates:\n  code-health-decline: { max-decline: 9 }\n',
    says: `${file}:2: gates.code-health-decline.max-decline can never be violated at 9, so the gate has no effect: set another value, or switch the gate off.`,
    mended: 'gates:\n  code-health-decline: { max-decline: 8.99 }\n',
  },
  {
    given: 'the lowest score there is',
    text: 'gates: { new-code-health: { min-score: 1 } }\n',
    says: `${file}:1: gates.new-code-health.min-score can never be violated at 1, so the gate has no effect: set another value, or switch the gate off.`,
    mended: 'gates: { new-code-health: { min-score: 1.01 } }\n',
  },
  {
    given: 'an override that an earlier one hides',
    text: 'overrides:\n  - files: [test/**, lib/**]\n    rules: { large-method: off, brain-class: off }\n  - files: test/**\n    rules: { large-method: on }\n',
    says: `${file}:4: overrides[1] has no effect, because overrides[0] (${file}:2) has the same files and sets all of it first: remove this one.`,
    mended:
      'overrides:\n  - files: test/**\n    rules: { large-method: on }\n  - files: [test/**, lib/**]\n    rules: { large-method: off, brain-class: off }\n',
  },
  {
    given: 'a gate of an override that an earlier one hides',
    text: 'overrides:\n  - { files: "**", gates: { coverage: on } }\n  - files: test/**\n    gates:\n      coverage: off\n      critical-rules: off\n',
    says: `${file}:5: overrides[1].gates.coverage has no effect, because overrides[0] (${file}:2) has the same files and sets it first: remove it here or there.`,
    mended:
      'overrides:\n  - files: test/**\n    gates:\n      coverage: off\n      critical-rules: off\n  - { files: "**", gates: { coverage: on } }\n',
  },
  {
    given: 'an override that sets nothing',
    text: 'overrides:\n  - files: test/**\n',
    says: `${file}:2: overrides[0] sets neither rules nor gates: give it some, or remove it.`,
    mended: 'overrides: []\n',
  },
  {
    given: 'a goal behind one of the same files',
    text: 'gates: { supervise-goals: on }\ngoals:\n  - { files: src/**, goal: supervise }\n  - { files: src/**, goal: supervise, note: again }\n',
    says: `${file}:4: goals[1] has no effect, because goals[0] (${file}:3) stands before it and has the same files: remove one of them, or put this one first.`,
    mended:
      'gates: { supervise-goals: on }\ngoals:\n  - { files: src/a/**, goal: supervise }\n  - { files: src/**, goal: supervise, note: again }\n',
  },
  {
    given: 'no-goal behind all goals',
    text: 'gates: { supervise-goals: on }\ngoals:\n  - { files: src/**, goal: supervise }\n  - { files: src/a/**, goal: no-goal }\n',
    says: `${file}:4: goals[1] has no effect, because no goal stands behind it: put it before the goal that it takes files out of, or remove it.`,
    mended:
      'gates: { supervise-goals: on }\ngoals:\n  - { files: src/a/**, goal: no-goal }\n  - { files: src/**, goal: supervise }\n',
  },
  {
    given: 'a goal whose gate is off',
    text: 'goals:\n  - { files: src/**, goal: refactor }\n',
    says: `${file}:2: goals[0].goal is shown and fails no change, because the gate refactoring-goals is off (built-in: defaults:9): switch it on under "gates" for "refactor" to be held.`,
    mended:
      'goals:\n  - { files: src/**, goal: refactor }\noverrides: [{ files: src/**, gates: { refactoring-goals: on } }]\n',
  },
  {
    given: 'a gate for goals that are not there',
    text: 'version: 1\ngates:\n  supervise-goals: on\n',
    says: `${file}:3: gates.supervise-goals is on and judges nothing, because no file has the goal "supervise": add one under "goals", or switch the gate off.`,
    mended: 'version: 1\ngates:\n  supervise-goals: on\ngoals: [{ files: src/**, goal: supervise }]\n',
  },
  {
    given: 'annotations without the report',
    text: 'feedback:\n  insights-report: off\n  annotations: on\n',
    says: `${file}:3: feedback.annotations has no effect, because annotations belong to the report, which is off (insights-report, ${file}:2): switch the report on, or remove this.`,
    mended: 'feedback:\n  insights-report: off\n',
  },
];

describe('what has no effect in a profile', () => {
  it.each(idle)('is said of $given, with place, reason and remedy', async ({ text, says }) => {
    expect((await resolveText(text)).warnings).toEqual([says]);
  });

  it.each(idle)('is not said once the advice is followed: $given', async ({ mended }) => {
    expect((await resolveText(mended)).warnings).toEqual([]);
  });

  it('is said at the line that extends a built-in profile whose gates judge goals', async () => {
    const { warnings } = await resolveText('version: 1\nextends: pay-down-tech-debt\n');
    expect(warnings.map((warning) => warning.split(' ').slice(0, 2).join(' '))).toEqual([
      `${file}:2: gates.refactoring-goals`,
      `${file}:2: gates.supervise-goals`,
    ]);
  });

  it('is said under the file of the chain that it stands in, in the order of the chain', async () => {
    const { warnings } = await resolveText('extends: ./team.yml\noverrides: [{ files: a }]\n', {
      '.codescene/team.yml': 'overrides:\n  - files: b\n  - files: c\n',
    });
    expect(warnings.map((warning) => warning.replace(/ sets .*/, ''))).toEqual([
      `${file}:2: overrides[0]`,
      '.codescene/team.yml:2: overrides[0]',
      '.codescene/team.yml:3: overrides[1]',
    ]);
  });

  it('is not said of what a nearer file changes on purpose', async () => {
    const { warnings } = await resolveText('extends: ./team.yml\nrules: { large-method: off }\n', {
      '.codescene/team.yml': 'rules: { large-method: { max-lines-of-code: 100 } }\n',
    });
    expect(warnings).toEqual([]);
  });

  it.each(listBuiltInProfiles())('is not said of the built-in profile $name', async ({ name }) => {
    const profile = await resolveProfile({ name });
    expect([...profile.warnings, ...profile.warningsFor([])]).toEqual([]);
  });

  it('reaches a terminal without control characters', async () => {
    const { warnings, warningsFor } = await resolveText('overrides: [{ files: "a\\e[31m\\u202e" }]\n');
    const said = [...warnings, ...warningsFor([])];
    expect(said).toHaveLength(2);
    expect(said.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('takes no longer where a profile repeats itself thousands of times', async () => {
    const text = `overrides:\n${'- {files: a, rules: {large-method: off}}\n'.repeat(1400)}`;
    const { warnings } = await resolveText(text);
    expect(warnings).toHaveLength(1399);
  }, 10_000);
});

describe('patterns that match no file', () => {
  const text = [
    'files:',
    '  exclude: [old/**, gone/**]',
    '  include: [vendor/ours/**, src/**]',
    'overrides:',
    '  - { files: [test/**, tests/**], rules: { large-method: off } }',
    'goals:',
    '  - { files: billing/**, goal: no-goal }',
    '  - { files: src/**, goal: supervise }',
    'gates: { supervise-goals: on }',
  ].join('\n');
  const paths = ['old/a.ts', 'vendor/ours/a.ts', 'src/a.ts', 'test/a.ts'];

  it('are said one by one, and inclusions of what nothing excludes', async () => {
    const { warnings, warningsFor } = await resolveText(text);
    expect(warnings).toEqual([]);
    const unmatched = (pattern: string) =>
      `has no effect: the pattern "${pattern}" matches no file of the repository; correct it, or remove it.`;
    expect(warningsFor(paths)).toEqual([
      `${file}:2: files.exclude ${unmatched('gone/**')}`,
      `${file}:3: files.include has no effect: no file that "src/**" matches is excluded; remove it.`,
      `${file}:5: overrides[0].files ${unmatched('tests/**')}`,
      `${file}:7: goals[0].files ${unmatched('billing/**')}`,
    ]);
  });

  it('are not said of a file outside of the repository, which is written for many', async () => {
    const profile = await resolveProfile({
      file: '/etc/team.yml',
      text,
      origin: '/etc/team.yml',
      readFile: async () => null,
    });
    expect(profile.warningsFor([])).toEqual([]);
  });
});
