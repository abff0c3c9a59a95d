import type { CheckOptions } from './check-options.ts';

/** The options of `check` that say what is compared with what, by which profile, and where that is reported. */
export const placeOptions = [
  'target',
  'profile',
  'connection',
  'apiUrl',
  'workspace',
  'repo',
  'pullRequest',
  'commit',
  'reportId',
] as const satisfies readonly (keyof CheckOptions)[];
