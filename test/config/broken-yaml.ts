import { type BrokenProfile, broken } from './broken-profile.ts';

/** Texts that are no YAML, or not a map of settings. */
export const brokenYaml: readonly BrokenProfile[] = [
  broken('a list for a profile', '- version: 1\n', { message: 'expected a map of settings, got a list' }),
  broken('text for a profile', 'bare-minimum\n', {
    message: 'expected a map of settings, got the text "bare-minimum": write "extends: bare-minimum"',
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
  broken('a tag that makes a function', 'rules: !!js/function "function(){}"\n', {
    at: [1, 8],
    message: 'tags ("!!…") mean nothing in a profile: leave it out',
    isYaml: false,
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
];
