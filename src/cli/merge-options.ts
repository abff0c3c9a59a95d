import type { CheckOptions } from './check-options.ts';

/** The options of `check` that `merge` has as well: all but those that only a single machine, or a shard, can follow. */
export const mergeOptions = [
  'target',
  'source',
  'profile',
  'profileFrom',
  'format',
  'output',
  'all',
  'coverage',
  'publish',
  'dryRun',
  'connection',
  'apiUrl',
  'workspace',
  'repo',
  'pullRequest',
  'commit',
  'reportId',
  'publishTimeout',
  'fail',
  'quiet',
  'debug',
  'color',
] as const satisfies readonly (keyof CheckOptions)[];

/** The options of `merge` as commander hands them over. */
export type MergeOptions = Pick<CheckOptions, (typeof mergeOptions)[number]>;
