import type { CheckOptions } from './check-options.ts';
import { placeOptions } from './place-options.ts';

/** The options of `check` that `merge` has as well: all but those that only a single machine, or a shard, can follow. */
export const mergeOptions = [
  ...placeOptions,
  'source',
  'profileFrom',
  'format',
  'output',
  'all',
  'coverage',
  'publish',
  'dryRun',
  'publishTimeout',
  'fail',
  'quiet',
  'debug',
  'color',
] as const satisfies readonly (keyof CheckOptions)[];

/** The options of `merge` as commander hands them over. */
export type MergeOptions = Pick<CheckOptions, (typeof mergeOptions)[number]>;
