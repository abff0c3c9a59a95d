import { type Command, Option } from 'commander';
import type { ContextOptions } from '../context/index.ts';
import type { Shard } from '../model/partial-result.ts';
import { connectionPresets } from '../publish/connection-preset.ts';
import { addCacheOptions, type CacheOptions } from './cache-options.ts';
import { collectFiles, parseConnectionName, parsePositiveInteger, parseSeconds } from './option-values.ts';
import { parseShard } from './parse-shard.ts';
import { type ReportOptions, reportOptions } from './report-options.ts';

/** The options of `check` as commander hands them over. */
export interface CheckOptions extends ReportOptions, CacheOptions {
  readonly target?: string;
  readonly source?: string;
  readonly staged?: boolean;
  /** `auto`: what the variables of parallel steps say. */
  readonly shard?: Shard | 'auto';
  readonly coverage?: readonly string[];
  /** `undefined`: on in a pull-request pipeline, off elsewhere. */
  readonly publish?: boolean;
  readonly dryRun?: boolean;
  /** A built-in connection, or the name of one of the profile's. */
  readonly connection: string;
  readonly apiUrl?: string;
  readonly workspace?: string;
  readonly repo?: string;
  readonly pullRequest?: string;
  readonly commit?: string;
  readonly reportId: string;
  /** Seconds. */
  readonly publishTimeout: number;
}

/** Those that say what is compared with what, and where that is to be reported. */
export function contextOptionsOf(options: CheckOptions): ContextOptions {
  const { target, source, staged, workspace, repo, pullRequest, commit } = options;
  return { target, source, staged, workspace, repo, pullRequest, commit };
}

/** Declares the options of `check`, in the order in which `--help` shows them. */
export function addCheckOptions(command: Command): Command {
  const add = (flags: string, description: string, refine: (option: Option) => Option = (option) => option) =>
    command.addOption(refine(new Option(flags, description)));

  add(
    '--target <ref>',
    "what to compare with (default: the pull request's destination; locally the remote's default branch)",
  );
  add(
    '--source <ref>',
    'what to judge (default: BITBUCKET_COMMIT; locally the working tree with untracked files)',
  );
  add('--staged', 'judge what is staged, for a pre-commit hook', (option) => option.conflicts('source'));
  command
    .addOption(reportOptions.profile())
    .addOption(reportOptions.profileFrom())
    .addOption(reportOptions.format())
    .addOption(reportOptions.output())
    .addOption(reportOptions.all())
    .addOption(reportOptions.jobs());
  add(
    '--shard <i/n>',
    'measure one part of the change, and write a partial result for merge; auto in parallel steps',
    (option) => option.argParser(parseShard),
  );
  add(
    '--coverage <file>',
    'what the tests cover: lcov, Cobertura, JaCoCo or Clover, as they wrote it; repeatable',
    (option) => option.argParser(collectFiles),
  );
  add('--publish', 'publish to Bitbucket, and fail when that fails (default: on in a pull-request pipeline)');
  add('--no-publish', 'publish nothing');
  add('--dry-run', 'print each request that publishing would send, send none');
  add(
    '--connection <preset>',
    `how to reach Bitbucket: ${connectionPresets.join(', ')}, or one of the profile's`,
    (option) => option.argParser(parseConnectionName).default('auto'),
  );
  add(
    '--api-url <url>',
    "Bitbucket's REST API, or the address of a Data Center server (default: https://api.bitbucket.org/2.0)",
  );
  add('--workspace <slug>', "workspace of the repository; on Data Center its project's key");
  add('--repo <slug>', 'slug of the repository');
  add('--pull-request <id>', 'id of the pull request', (option) => option.argParser(parsePositiveInteger));
  add('--commit <hash>', 'commit that the report belongs to');
  add('--report-id <id>', 'id of the report, for several checks in one repository', (option) =>
    option.default('codescene-pr'),
  );
  add('--publish-timeout <seconds>', 'the total that publishing may take, retries included', (option) =>
    option.argParser(parseSeconds).default(30),
  );
  return addCacheOptions(command)
    .addOption(reportOptions.noFail('the gate is violated'))
    .addOption(reportOptions.quiet())
    .addOption(reportOptions.debug())
    .addOption(reportOptions.noColor());
}
