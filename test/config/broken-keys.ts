import { type BrokenProfile, broken } from './broken-profile.ts';

const rootKeys =
  'version, extends, gates, rules, files, overrides, goals, feedback, suppressions or connections';

const anySmell = 'expected the id or the name of a code smell: "codescene-pr explain" lists them';

/** Keys that a profile does not have, or not there. */
export const brokenKeys: readonly BrokenProfile[] = [
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
  broken(
    'a misspelt rule in an override',
    'overrides:\n  - files: "**"\n    rules:\n      large-methods: off\n',
    {
      at: [4, 7],
      key: 'overrides[0].rules.large-methods',
      suggestion: 'large-method',
    },
  ),
  broken('a misspelt kind of annotation', 'feedback:\n  annotations: { improvement: on }\n', {
    at: [2, 18],
    key: 'feedback.annotations.improvement',
    suggestion: 'improvements',
  }),
  broken('a prototype for a key', 'rules:\n  __proto__: off\n', {
    at: [2, 3],
    key: 'rules.__proto__',
    message: `unknown key, ${anySmell}`,
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
  broken('a goal in an override', 'overrides: [{ files: "src/**", goal: refactor }]', {
    at: [1, 32],
    key: 'overrides[0].goal',
    message: 'unknown key, it belongs under "goals"',
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
