/** A profile with one thing wrong in it, and the problem that must be reported. */
export interface BrokenProfile {
  readonly given: string;
  readonly text: string;
  /** 1-based line and column. */
  readonly at: readonly [number, number];
  readonly key: string;
  readonly message: string;
  readonly suggestion: string | null;
  /** Whether the text is YAML: only then can a JSON Schema be held against it. */
  readonly isYaml: boolean;
}

function broken(
  given: string,
  text: string,
  problem: Partial<Omit<BrokenProfile, 'given' | 'text'>>,
): BrokenProfile {
  return {
    given,
    text,
    at: [1, 1],
    key: '',
    message: 'unknown key',
    suggestion: null,
    isYaml: true,
    ...problem,
  };
}

const rootKeys =
  'version, extends, gates, rules, files, overrides, goals, feedback, suppressions or connections';

export const brokenProfiles: readonly BrokenProfile[] = [
  broken('a misspelt section', 'version: 1\nrulez: {}\n', { at: [2, 1], key: 'rulez', suggestion: 'rules' }),
  broken('a key like no other', 'banana: 1\n', {
    key: 'banana',
    message: `unknown key, expected ${rootKeys}`,
  }),
  broken('a gate that is not under gates', 'version: 1\ncritical-rules: on\n', {
    at: [2, 1],
    key: 'critical-rules',
    message: 'unknown key, it belongs under "gates"',
  }),
  broken('a rule that is not under rules', 'complex-method: off\n', {
    key: 'complex-method',
    message: 'unknown key, it belongs under "rules"',
  }),
  broken('a misspelt gate', 'gates:\n  new-code-helth: on\n', {
    at: [2, 3],
    key: 'gates.new-code-helth',
    suggestion: 'new-code-health',
  }),
  broken('a misspelt rule', 'version: 1\nrules:\n  complex-methd: off\n', {
    at: [3, 3],
    key: 'rules.complex-methd',
    suggestion: 'complex-method',
  }),
  broken("CodeScene's name in lower case", 'rules:\n  "complex method": off\n', {
    at: [2, 3],
    key: 'rules.complex method',
    suggestion: 'complex-method',
  }),
  broken('a limit in camelCase', 'rules:\n  complex-method: { maxCyclomaticComplexity: 9 }\n', {
    at: [2, 21],
    key: 'rules.complex-method.maxCyclomaticComplexity',
    suggestion: 'max-cyclomatic-complexity',
  }),
  broken('a limit that the smell does not have', 'rules:\n  complex-method:\n    max-lines: 9\n', {
    at: [3, 5],
    key: 'rules.complex-method.max-lines',
    message: 'unknown key, expected severity, weight or max-cyclomatic-complexity',
  }),
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
  broken('an unknown version', 'version: 2\n', {
    at: [1, 10],
    key: 'version',
    message: 'expected 1, the only version there is, got the number 2',
  }),
  broken('a version in quotes', 'version: "1"\n', {
    at: [1, 10],
    key: 'version',
    message: 'expected 1, the only version there is, got the text "1": leave out the quotes',
  }),
  broken('a misspelt built-in profile', 'extends: bare-minimun\n', {
    at: [1, 10],
    key: 'extends',
    message:
      'expected bare-minimum, clean-code-collective, pay-down-tech-debt, the-extra-mile or a file that starts with "./", got the text "bare-minimun"',
    suggestion: 'bare-minimum',
  }),
  broken('a file to extend without "./"', 'extends: team.yml\n', {
    at: [1, 10],
    key: 'extends',
    message:
      'expected bare-minimum, clean-code-collective, pay-down-tech-debt, the-extra-mile or a file that starts with "./", got the text "team.yml"',
    suggestion: './team.yml',
  }),
  broken('a pattern with "!"', 'files:\n  exclude:\n    - "!src/**"\n', {
    at: [3, 7],
    key: 'files.exclude[0]',
    message:
      'expected a pattern from the root of the repository, without "!" or "/" before it, got the text "!src/**": to measure files in spite of a pattern, list them in "files.include"',
  }),
  broken('a number for a pattern', 'files: { exclude: [1] }\n', {
    at: [1, 20],
    key: 'files.exclude[0]',
    message: 'expected a pattern, got the number 1',
  }),
  broken('a word that "unmeasured" does not know', 'files: { unmeasured: warning }\n', {
    at: [1, 22],
    key: 'files.unmeasured',
    message: 'expected fail or warn, got the text "warning"',
    suggestion: 'warn',
  }),
  broken('an override without files', 'overrides:\n  - rules: { complex-method: off }\n', {
    at: [2, 5],
    key: 'overrides[0].files',
    message: 'missing, expected a pattern or a list of patterns',
  }),
  broken('overrides that are no list', 'overrides:\n  files: src/**\n', {
    at: [2, 3],
    key: 'overrides',
    message: 'expected a list of overrides, got a map',
  }),
  broken(
    'a misspelt rule in an override',
    'overrides:\n  - files: "**"\n    rules:\n      large-methods: off\n',
    {
      at: [4, 7],
      key: 'overrides[0].rules.large-methods',
      suggestion: 'large-method',
    },
  ),
  broken('a misspelt goal', 'goals:\n  - { files: "src/**", goal: refactr }\n', {
    at: [2, 30],
    key: 'goals[0].goal',
    message: 'expected refactor, supervise or no-goal, got the text "refactr"',
    suggestion: 'refactor',
  }),
  broken('off for never', 'feedback:\n  comment: off\n', {
    at: [2, 12],
    key: 'feedback.comment',
    message: 'expected always, on-change or never, got the text "off"',
    suggestion: 'never',
  }),
  broken('a misspelt kind of annotation', 'feedback:\n  annotations: { improvement: on }\n', {
    at: [2, 18],
    key: 'feedback.annotations.improvement',
    suggestion: 'improvements',
  }),
  broken('the other spelling of honour', 'suppressions: { new: honor }\n', {
    at: [1, 22],
    key: 'suppressions.new',
    message: 'expected honour or ignore, got the text "honor"',
    suggestion: 'honour',
  }),
  broken('an unknown type of connection', 'connections:\n  ours: { type: acces-token }\n', {
    at: [2, 17],
    key: 'connections.ours.type',
    message: 'expected access-token, api-token or pipelines, got other text',
    suggestion: 'access-token',
  }),
  broken('a connection without a type', 'connections:\n  ours: { url: "https://bitbucket.example.com" }\n', {
    at: [2, 9],
    key: 'connections.ours.type',
    message: 'missing, expected access-token, api-token or pipelines',
  }),
  broken('a connection that is named like a built-in one', 'connections:\n  auto: { type: pipelines }\n', {
    at: [2, 3],
    key: 'connections.auto',
    message: 'expected a name of lower-case letters, digits and dashes that no built-in connection has',
  }),
  broken('a list for a profile', '- version: 1\n', { message: 'expected a map of settings, got a list' }),
  broken('text for a profile', 'bare-minimum\n', {
    message: 'expected a map of settings, got the text "bare-minimum"',
  }),
  broken('a prototype for a key', 'rules:\n  __proto__: off\n', { at: [2, 3], key: 'rules.__proto__' }),
  broken(
    'a doubled key',
    'version: 1\nrules:\n  complex-method: off\n  large-method: off\n  complex-method: on\n',
    {
      at: [5, 3],
      key: 'rules.complex-method',
      message: 'this key stands already on line 3',
      isYaml: false,
    },
  ),
  broken('a smell by id and by name', 'rules:\n  complex-method: off\n  Complex Method: on\n', {
    at: [3, 3],
    key: 'rules.Complex Method',
    message: 'this smell is set already as "complex-method" on line 2',
    isYaml: false,
  }),
  broken('a pattern without quotes', 'files:\n  exclude: **/*.ts\n', {
    at: [2, 12],
    key: 'files.exclude',
    message: 'text that starts with "*" must be quoted',
    isYaml: false,
  }),
  broken('an exclamation mark without quotes', 'files:\n  exclude: !src\n', {
    at: [2, 12],
    message: 'text that starts with "!" must be quoted',
    isYaml: false,
  }),
  broken('a tab for indentation', 'rules:\n\tcomplex-method: off\n', {
    at: [2, 1],
    message: 'tabs cannot indent YAML: use spaces',
    isYaml: false,
  }),
  broken('a bracket that is not closed', 'gates:\n  critical-rules: [brain-method\nversion: 1\n', {
    at: [3, 1],
    message: 'this is indented wrongly, or a bracket before it is not closed',
    isYaml: false,
  }),
  broken('a quote that is not closed', 'extends: "bare-minimum\n', {
    at: [2, 1],
    message: 'expected a closing quote, a comma, a colon or a space',
    isYaml: false,
  }),
  broken('two documents', 'version: 1\n---\nversion: 1\n', {
    at: [2, 1],
    message: 'expected one YAML document, and here a second one starts',
    isYaml: false,
  }),
  broken('a key that is a list', '? [version]\n: 1\n', {
    at: [1, 3],
    message: 'expected a key that is text',
    isYaml: false,
  }),
];
