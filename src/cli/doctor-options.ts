import type { CheckOptions } from './check-options.ts';

/** The options of `check` that `doctor` has as well. */
export const doctorOptions = [
  'target',
  'profile',
  'connection',
  'apiUrl',
  'workspace',
  'repo',
  'pullRequest',
  'commit',
  'reportId',
  'debug',
  'color',
] as const satisfies readonly (keyof CheckOptions)[];

/** The options of `doctor` as commander hands them over. */
export type DoctorOptions = Pick<CheckOptions, (typeof doctorOptions)[number]>;
