import { type BrokenProfile, broken } from './broken-profile.ts';

/** The other sections of a profile, with values that they cannot take. */
export const brokenSections: readonly BrokenProfile[] = [
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
  broken('a number for a note', 'goals: [{ files: "src/**", goal: refactor, note: 12 }]', {
    at: [1, 50],
    key: 'goals[0].note',
    message: 'expected text, got the number 12: put it in quotes',
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
];
