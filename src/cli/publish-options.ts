import type { CheckOptions } from './check-options.ts';

/** The options of `check` that `publish` has as well. */
export const publishOptions = [
  'target',
  'profile',
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

/** The options of `publish` as commander hands them over. */
export type PublishOptions = Pick<CheckOptions, (typeof publishOptions)[number]>;
