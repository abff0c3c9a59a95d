import type { CheckOptions } from './check-options.ts';

/** The options of `doctor` as commander hands them over. */
export type DoctorOptions = Pick<
  CheckOptions,
  | 'target'
  | 'profile'
  | 'connection'
  | 'apiUrl'
  | 'workspace'
  | 'repo'
  | 'pullRequest'
  | 'commit'
  | 'reportId'
  | 'color'
>;
