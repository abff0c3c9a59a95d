import type { CheckOptions } from './check-options.ts';

/** The options of `publish` as commander hands them over. */
export type PublishOptions = Pick<
  CheckOptions,
  | 'target'
  | 'profile'
  | 'dryRun'
  | 'connection'
  | 'apiUrl'
  | 'workspace'
  | 'repo'
  | 'pullRequest'
  | 'commit'
  | 'reportId'
  | 'publishTimeout'
  | 'fail'
  | 'quiet'
  | 'debug'
  | 'color'
>;
