import { type BrokenProfile, broken } from './broken-profile.ts';

/** Versions and extended profiles that there are not. */
export const brokenExtends: readonly BrokenProfile[] = [
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
];
