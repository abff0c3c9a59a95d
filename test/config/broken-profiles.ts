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

const anySmell = 'expected the id or the name of a code smell: "codescene-pr explain" lists them';

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
    message:
      'unknown key, expected severity, weight, max-cyclomatic-complexity or alert-cyclomatic-complexity',
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
      'expected bare-minimum, clean-code-collective, pay-down-tech-debt, the-extra-mile, codescene-files or a .yml file that starts with "./", got the text "bare-minimun"',
    suggestion: 'bare-minimum',
  }),
  broken('a file to extend without "./"', 'extends: team.yml\n', {
    at: [1, 10],
    key: 'extends',
    message:
      'expected bare-minimum, clean-code-collective, pay-down-tech-debt, the-extra-mile, codescene-files or a .yml file that starts with "./", got the text "team.yml"',
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
    message: 'expected a pattern, got the number 1: put it in quotes',
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
    message: 'expected a list of overrides, got a map: begin each entry with "- files:"',
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
    message: 'expected access-token, api-token, pipelines or data-center, got other text',
    suggestion: 'access-token',
  }),
  broken('a connection without a type', 'connections:\n  ours: { url: "https://bitbucket.example.com" }\n', {
    at: [2, 9],
    key: 'connections.ours.type',
    message: 'missing, expected access-token, api-token, pipelines or data-center',
  }),
  broken('a connection that is named like a built-in one', 'connections:\n  auto: { type: pipelines }\n', {
    at: [2, 3],
    key: 'connections.auto',
    message: 'expected a name of lower-case letters, digits and dashes that no built-in connection has',
  }),
  broken('a list for a profile', '- version: 1\n', { message: 'expected a map of settings, got a list' }),
  broken('text for a profile', 'bare-minimum\n', {
    message: 'expected a map of settings, got the text "bare-minimum": write "extends: bare-minimum"',
  }),
  broken('a prototype for a key', 'rules:\n  __proto__: off\n', {
    at: [2, 3],
    key: 'rules.__proto__',
    message: `unknown key, ${anySmell}`,
  }),
  broken(
    'a doubled key',
    'version: 1\nrules:\n  complex-method: off\n  large-method: off\n  complex-method: on\n',
    {
      at: [5, 3],
      key: 'rules.complex-method',
      message: 'this key stands already on line 3: remove one of them',
      isYaml: false,
    },
  ),
  broken('a smell by id and by name', 'rules:\n  complex-method: off\n  Complex Method: on\n', {
    at: [3, 3],
    key: 'rules.Complex Method',
    message: 'this smell is set already as "complex-method" on line 2: remove one of them',
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
    at: [1, 23],
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
  broken('a NUL', 'version: 1\nrules:\n  complex-method: o\u0000ff\n', {
    at: [3, 20],
    message: 'the control character U+0000 is not allowed in YAML: remove it, or save the file as UTF-8',
    isYaml: false,
  }),
  broken('a control character', 'version: 1\u0007\n', {
    at: [1, 11],
    message: 'the control character U+0007 is not allowed in YAML: remove it, or save the file as UTF-8',
    isYaml: false,
  }),
  broken(
    'a merge key',
    'rules: &r\n  complex-method: off\noverrides:\n  - files: "**"\n    rules:\n      <<: *r\n',
    {
      at: [6, 7],
      key: 'overrides[0].rules.<<',
      message: 'unknown key, merge keys are not read: repeat the settings, or give a whole map an anchor',
    },
  ),
  broken('a tag that makes a function', 'rules: !!js/function "function(){}"\n', {
    at: [1, 8],
    message: 'tags ("!!…") mean nothing in a profile: leave it out',
    isYaml: false,
  }),
  broken('a switch in quotes', '{"version": 1, "gates": {"critical-rules": "true"}}', {
    at: [1, 44],
    key: 'gates.critical-rules',
    message: 'expected on, off or a list of code smells, got the text "true"',
    suggestion: 'on',
  }),
  broken('a tab on a deeper line', 'rules:\n  complex-method:\n\t  weight: 1\n', {
    at: [3, 1],
    message: 'tabs cannot indent YAML: use spaces',
    isYaml: false,
  }),
  broken('no space behind a colon', 'version:1\n', {
    at: [1, 1],
    message: 'expected a map of settings, got the text "version:1": there is no space behind the colon',
  }),
  broken('a key without a colon', 'gates\n  critical-rules: on\n', {
    at: [1, 1],
    message: 'expected a key on one line, with ":" and a space after it',
    isYaml: false,
  }),
  broken('no space behind a colon of a section', 'gates:\n  critical-rules:on\n', {
    at: [2, 3],
    key: 'gates',
    message:
      'expected a map of settings, got the text "critical-rules:on": there is no space behind the colon',
  }),
  broken('a key that is indented wrongly', 'gates:\n  critical-rules: on\n advisory-rules: on\n', {
    at: [3, 1],
    message: 'this is indented wrongly, or a bracket before it is not closed',
    isYaml: false,
  }),
  broken('a folder as Windows writes it', 'files:\n  exclude: ["src\\\\gen\\\\**"]\n', {
    at: [2, 13],
    key: 'files.exclude[0]',
    message:
      'expected a pattern from the root of the repository, without "!" or "/" before it, got the text "src\\gen\\**": write folders with "/"',
  }),
  broken('a pattern outside of the repository', 'files:\n  exclude: ["../gen/**"]\n', {
    at: [2, 13],
    key: 'files.exclude[0]',
    message:
      'expected a pattern from the root of the repository, without "!" or "/" before it, got the text "../gen/**": files outside of the repository are never measured',
  }),
  broken('a pattern with "/" before it', 'files:\n  exclude: ["/src/**"]\n', {
    at: [2, 13],
    key: 'files.exclude[0]',
    message:
      'expected a pattern from the root of the repository, without "!" or "/" before it, got the text "/src/**": leave out the "/" before it',
  }),
  ...['src/+(*a)b', '*(a*)b', '*a*a*a*b', '**/a/**/a/**/a/**/b'].map((pattern) =>
    broken(`a pattern that takes long to match: ${pattern}`, `files:\n  exclude: ["${pattern}"]\n`, {
      at: [2, 13],
      key: 'files.exclude[0]',
      message: `expected a pattern with at most 3 "*" in one name and 3 "**", without "*(" or "+(", got the text "${pattern}"`,
    }),
  ),
  broken('an empty pattern', 'files:\n  exclude: [""]\n', {
    at: [2, 13],
    key: 'files.exclude[0]',
    message:
      'expected a pattern from the root of the repository, without "!" or "/" before it, got the text ""',
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
  broken('a list of files', 'files: ["src/**"]', {
    at: [1, 8],
    key: 'files',
    message: 'expected a map of settings, got a list: its keys are exclude, include and unmeasured',
  }),
  broken('a goal without a goal', 'goals: [{ files: "src/**" }]', {
    at: [1, 9],
    key: 'goals[0].goal',
    message: 'missing, expected refactor, supervise or no-goal',
  }),
  broken('a pattern for a goal', 'goals: ["src/**"]', {
    at: [1, 9],
    key: 'goals[0]',
    message: 'expected a map with files and goal, got the text "src/**"',
  }),
  broken('none for no-goal', 'goals: [{ files: "src/**", goal: none }]', {
    at: [1, 34],
    key: 'goals[0].goal',
    message: 'expected refactor, supervise or no-goal, got the text "none"',
    suggestion: 'no-goal',
  }),
  broken('a goal in an override', 'overrides: [{ files: "src/**", goal: refactor }]', {
    at: [1, 32],
    key: 'overrides[0].goal',
    message: 'unknown key, it belongs under "goals"',
  }),
  broken('a number for a note', 'goals: [{ files: "src/**", goal: refactor, note: 12 }]', {
    at: [1, 50],
    key: 'goals[0].note',
    message: 'expected text, got the number 12: put it in quotes',
  }),
  broken('two profiles to extend', 'extends: [bare-minimum, ./team.yml]', {
    at: [1, 10],
    key: 'extends',
    message:
      'expected bare-minimum, clean-code-collective, pay-down-tech-debt, the-extra-mile, codescene-files or a .yml file that starts with "./", got a list: name one, which can extend the next in turn',
  }),
  broken('a profile of the internet', 'extends: https://example.com/p.yml', {
    at: [1, 10],
    key: 'extends',
    message:
      'expected bare-minimum, clean-code-collective, pay-down-tech-debt, the-extra-mile, codescene-files or a .yml file that starts with "./", got the text "https://example.com/p.yml": a profile extends files of its own repository alone',
  }),
  broken('a profile by an absolute path', 'extends: /etc/p.yml', {
    at: [1, 10],
    key: 'extends',
    message:
      'expected bare-minimum, clean-code-collective, pay-down-tech-debt, the-extra-mile, codescene-files or a .yml file that starts with "./", got the text "/etc/p.yml"',
  }),
  broken('a profile that is no YAML', 'extends: ./p.json', {
    at: [1, 10],
    key: 'extends',
    message:
      'expected bare-minimum, clean-code-collective, pay-down-tech-debt, the-extra-mile, codescene-files or a .yml file that starts with "./", got the text "./p.json"',
  }),
  broken('nothing to extend', 'extends:', {
    at: [1, 9],
    key: 'extends',
    message:
      'expected bare-minimum, clean-code-collective, pay-down-tech-debt, the-extra-mile, codescene-files or a .yml file that starts with "./", got nothing',
  }),
  broken('no version', 'version:', {
    at: [1, 9],
    key: 'version',
    message: 'expected 1, the only version there is, got nothing',
  }),
  broken('a switch for a section', 'feedback: off', {
    at: [1, 11],
    key: 'feedback',
    message:
      'expected a map of settings, got the text "off": its keys are insights-report, annotations, build-status and comment',
  }),
  broken('a switch for a section of one key', 'suppressions: off', {
    at: [1, 15],
    key: 'suppressions',
    message: 'expected a map of settings, got the text "off": its key is new',
  }),
  broken('a setting that is not under its gate', 'gates: { min-score: 9 }', {
    at: [1, 10],
    key: 'gates.min-score',
    message: 'unknown key, it belongs under "gates.new-code-health"',
  }),
  broken('files to exclude at the top', 'exclude: ["**"]', {
    at: [1, 1],
    key: 'exclude',
    message: 'unknown key, it belongs under "files"',
  }),
  broken('a switch inside of a rule', 'rules: { complex-method: { enabled: false } }', {
    at: [1, 28],
    key: 'rules.complex-method.enabled',
    message: 'unknown key, a rule is switched by "complex-method: off" or "on"',
  }),
  broken("CodeScene's key of a gate", 'gates: { critical_health_rules: on }', {
    at: [1, 10],
    key: 'gates.critical_health_rules',
    message: 'unknown key',
    suggestion: 'critical-rules',
  }),
  broken(
    'a colon in text without quotes',
    'goals:\n  - files: src/**\n    goal: refactor\n    note: see: PROJ-12\n',
    {
      at: [4, 11],
      message:
        'expected one key and one value: check the indentation of the next line, and quote text with ": " in it',
      isYaml: false,
    },
  ),
  broken('an at sign without quotes', 'files: { exclude: [@scope/**] }', {
    at: [1, 20],
    message: 'text that starts with "@", "`" or "%" must be quoted',
    isYaml: false,
  }),
  broken('a backslash in double quotes', 'files: { exclude: "src\\generated" }', {
    at: [1, 23],
    message: 'a backslash means something else in double quotes: use single quotes, or double the backslash',
    isYaml: false,
  }),
  broken('a brace without quotes', 'files:\n  exclude: {a,b}/**\n', {
    at: [2, 17],
    message:
      'unexpected here: text that starts with "[" or "{" must be quoted; check brackets, quotes and indentation',
    isYaml: false,
  }),
  broken('a space that is none', 'gates:\n\u00a0\u00a0critical-rules: on\n', {
    at: [2, 1],
    message: 'only spaces can indent YAML, and this is the character U+00A0',
    isYaml: false,
  }),
  broken('an alias without an anchor', 'files: { exclude: *nope }', {
    at: [1, 19],
    key: 'files.exclude',
    message: 'text that starts with "*" must be quoted',
    isYaml: false,
  }),
  broken('a key that objects have by nature', 'constructor: 1', {
    at: [1, 1],
    key: 'constructor',
    message:
      'unknown key, expected version, extends, gates, rules, files, overrides, goals, feedback, suppressions or connections',
  }),
  broken('a rule that objects have by nature', 'rules: { toString: off }', {
    at: [1, 10],
    key: 'rules.toString',
    message: 'unknown key, expected the id or the name of a code smell: "codescene-pr explain" lists them',
  }),
];
