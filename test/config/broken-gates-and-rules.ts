import { type BrokenProfile, broken } from './broken-profile.ts';

/** Gates and rules whose values cannot be taken. */
export const brokenGatesAndRules: readonly BrokenProfile[] = [
  broken('a limit below zero', 'rules:\n  complex-method:\n    max-cyclomatic-complexity: -1\n', {
    at: [3, 32],
    key: 'rules.complex-method.max-cyclomatic-complexity',
    message: 'expected a number of at least 0, got the number -1',
  }),
  broken('an infinite limit', 'rules:\n  complex-method:\n    max-cyclomatic-complexity: .inf\n', {
    at: [3, 32],
    key: 'rules.complex-method.max-cyclomatic-complexity',
    message: 'expected a number of at least 0, got the number Infinity',
  }),
  broken('a limit in quotes', 'rules:\n  complex-method: { max-cyclomatic-complexity: "10" }\n', {
    at: [2, 48],
    key: 'rules.complex-method.max-cyclomatic-complexity',
    message: 'expected a number of at least 0, got the text "10": leave out the quotes',
  }),
  broken('a weight above one', 'rules: { complex-method: { weight: 1.5 } }\n', {
    at: [1, 36],
    key: 'rules.complex-method.weight',
    message: 'expected a number from 0 to 1, got the number 1.5',
  }),
  broken('a misspelt severity', 'rules: { complex-method: { severity: critcal } }\n', {
    at: [1, 38],
    key: 'rules.complex-method.severity',
    message: 'expected critical or advisory, got the text "critcal"',
    suggestion: 'critical',
  }),
  broken('yes for on', 'gates:\n  critical-rules: yes\n', {
    at: [2, 19],
    key: 'gates.critical-rules',
    message: 'expected on, off or a list of code smells, got the text "yes"',
    suggestion: 'on',
  }),
  broken('no for off', 'rules:\n  complex-method: no\n', {
    at: [2, 19],
    key: 'rules.complex-method',
    message: 'expected on, off or a map of settings, got the text "no"',
    suggestion: 'off',
  }),
  broken('a switch without a value', 'gates:\n  supervise-goals:\n', {
    at: [2, 19],
    key: 'gates.supervise-goals',
    message: 'expected on or off, got nothing',
  }),
  broken('a score above ten', 'gates:\n  new-code-health: { min-score: 10.5 }\n', {
    at: [2, 33],
    key: 'gates.new-code-health.min-score',
    message: 'expected a number from 1 to 10, got the number 10.5',
  }),
  broken('a score with a comma', 'gates:\n  new-code-health: { min-score: "9,5" }\n', {
    at: [2, 33],
    key: 'gates.new-code-health.min-score',
    message: 'expected a number from 1 to 10, got the text "9,5": write it with a point',
  }),
  broken('a share with a percent sign', 'gates:\n  coverage: { min-new-and-changed-lines: 80% }\n', {
    at: [2, 42],
    key: 'gates.coverage.min-new-and-changed-lines',
    message: 'expected a number from 0 to 100, got the text "80%": leave out the percent sign',
  }),
  broken('a least number of lines that judges nothing', 'gates:\n  coverage: { min-executable-lines: 0 }\n', {
    at: [2, 37],
    key: 'gates.coverage.min-executable-lines',
    message: 'expected a number of at least 1, got the number 0',
  }),
  broken('an unknown smell in a gate', 'gates:\n  critical-rules: [complex-method, brain-methd]\n', {
    at: [2, 36],
    key: 'gates.critical-rules[1]',
    message: 'expected the id or the name of a code smell, got the text "brain-methd"',
    suggestion: 'brain-method',
  }),
  broken('a gate with no smell', 'gates:\n  critical-rules: []\n', {
    at: [2, 19],
    key: 'gates.critical-rules',
    message: 'expected at least one code smell, or off, got an empty list',
  }),
  broken('a switch in quotes', '{"version": 1, "gates": {"critical-rules": "true"}}', {
    at: [1, 44],
    key: 'gates.critical-rules',
    message: 'expected on, off or a list of code smells, got the text "true"',
    suggestion: 'on',
  }),
  broken('a number with underscores', 'rules: { large-method: { max-lines-of-code: 1_000 } }', {
    at: [1, 45],
    key: 'rules.large-method.max-lines-of-code',
    message: 'expected a number of at least 0, got the text "1_000": leave out the underscores',
  }),
  broken('a limit that is no number', 'rules: { large-method: { max-lines-of-code: .nan } }', {
    at: [1, 45],
    key: 'rules.large-method.max-lines-of-code',
    message: 'expected a number of at least 0, got the number NaN',
  }),
  broken('a switch for a limit', 'rules: { large-method: { max-lines-of-code: true } }', {
    at: [1, 45],
    key: 'rules.large-method.max-lines-of-code',
    message: 'expected a number of at least 0, got true',
  }),
  broken('a bare number for a gate', 'gates: { code-health-decline: 0.2 }', {
    at: [1, 31],
    key: 'gates.code-health-decline',
    message: 'expected on, off or a map of settings, got the number 0.2: write { max-decline: 0.2 }',
  }),
  broken('a bare score for a gate', 'gates: { new-code-health: 9 }', {
    at: [1, 27],
    key: 'gates.new-code-health',
    message: 'expected on, off or a map of settings, got the number 9: write { min-score: 9 }',
  }),
  broken('a bare limit for a rule', 'rules: { large-method: 70 }', {
    at: [1, 24],
    key: 'rules.large-method',
    message: 'expected on, off or a map of settings, got the number 70: write { max-lines-of-code: 70 }',
  }),
  broken('smells for a gate of scores', 'gates: { code-health-decline: [complex-method] }', {
    at: [1, 31],
    key: 'gates.code-health-decline',
    message: 'expected on, off or a map of settings, got a list',
  }),
  broken('one smell that is no list', 'gates: { critical-rules: complex-method }', {
    at: [1, 26],
    key: 'gates.critical-rules',
    message:
      'expected on, off or a list of code smells, got the text "complex-method": write it as a list, [complex-method]',
  }),
  broken('a map for a gate of smells', 'gates: { critical-rules: { smells: [complex-method] } }', {
    at: [1, 26],
    key: 'gates.critical-rules',
    message: 'expected on, off or a list of code smells, got a map',
  }),
  broken('a bare severity for a rule', 'rules: { large-method: critical }', {
    at: [1, 24],
    key: 'rules.large-method',
    message: 'expected on, off or a map of settings, got the text "critical": write { severity: critical }',
  }),
  broken('a list of rules', 'rules: [large-method]', {
    at: [1, 8],
    key: 'rules',
    message: 'expected a map of settings, got a list: write each as "<name>: on" on a line of its own',
  }),
  broken('a list of gates', 'gates: [critical-rules]', {
    at: [1, 8],
    key: 'gates',
    message: 'expected a map of settings, got a list: write each as "<name>: on" on a line of its own',
  }),
];
