import { type BrokenProfile, broken } from './broken-profile.ts';

/** Patterns that would not match what was meant, or take long to. */
export const brokenPatterns: readonly BrokenProfile[] = [
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
];
