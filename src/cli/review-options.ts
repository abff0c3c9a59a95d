import { type Command, Option } from 'commander';
import { addCacheOptions, type CacheOptions } from './cache-options.ts';
import { parseScore } from './option-values.ts';
import { type ReportOptions, reportOptions } from './report-options.ts';

/** The options of `review` as commander hands them over. */
export interface ReviewOptions extends ReportOptions, CacheOptions {
  readonly source?: string;
  readonly minScore?: number;
  readonly ratchet?: string;
  readonly update?: boolean;
  readonly explainScore?: boolean;
}

/** What is looked at, where that can be a commit as well as the working tree. */
export const sourceOption = () =>
  new Option('--source <ref>', 'branch, tag or commit (default: the working tree with untracked files)');

/** Declares the options of `review`, in the order in which `--help` shows them. */
export function addReviewOptions(command: Command): Command {
  command
    .addOption(sourceOption())
    .addOption(reportOptions.profile())
    .addOption(reportOptions.profileFrom())
    .addOption(
      new Option('--min-score <score>', 'fail where a file scores lower: 1.0 to 10.0').argParser(parseScore),
    )
    .option('--ratchet <file>', 'fail where the whole is worse than the floor in this file')
    .option('--update', 'move the floor of --ratchet up, or create its file')
    .option('--explain-score', 'show for each listed file the sum that its score is made of')
    .addOption(reportOptions.format())
    .addOption(reportOptions.output())
    .addOption(reportOptions.all())
    .addOption(reportOptions.jobs());
  return addCacheOptions(command)
    .addOption(reportOptions.noFail('a file is below the minimum, or the whole below the floor'))
    .addOption(reportOptions.quiet())
    .addOption(reportOptions.debug())
    .addOption(reportOptions.noColor());
}
