import { Option } from 'commander';
import { type FormatName, formatNames } from '../render/format-names.ts';
import { collectOutputs, type OutputRequest, parseJobs } from './option-values.ts';

/** The options that every command with a report has, as commander hands them over. */
export interface ReportOptions {
  readonly profile?: string;
  readonly profileFrom?: 'target' | 'source';
  readonly format: FormatName;
  readonly output?: readonly OutputRequest[];
  readonly all?: boolean;
  readonly jobs?: number;
  readonly fail: boolean;
  readonly quiet?: boolean;
  readonly debug?: boolean;
  readonly color: boolean;
}

/** Declares them; a new `Option` each time, because commander keeps state in it. */
export const reportOptions = {
  profile: () =>
    new Option(
      '--profile <name or file>',
      'quality profile (default: .codescene/quality-profile.yml, else bare-minimum)',
    ),
  profileFrom: () =>
    new Option(
      '--profile-from <side>',
      "whose profile holds; with source a pull request judges itself (default: the target's in a pipeline, else the source's)",
    ).choices(['target', 'source']),
  format: () =>
    new Option('--format <format>', 'format of the report on stdout')
      .choices([...formatNames])
      .default('terminal'),
  output: () =>
    new Option('--output <format=path>', 'also write the report to a file; repeatable').argParser(
      collectOutputs,
    ),
  all: () => new Option('--all', 'show everything instead of cutting long lists'),
  jobs: () =>
    new Option('--jobs <n>', 'threads that measure (default: as many as pay off)').argParser(parseJobs),
  noFail: (violated: string) => new Option('--no-fail', `exit with 0 though ${violated}`),
  quiet: () => new Option('--quiet', 'no notes on stderr, errors only'),
  debug: () => new Option('--debug', 'show what is done, and the stack of an error'),
  noColor: () => new Option('--no-color', 'no colours'),
} as const;
