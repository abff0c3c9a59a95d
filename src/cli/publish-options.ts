import type { CheckOptions } from './check-options.ts';
import { placeOptions } from './place-options.ts';

/** The options of `check` that `publish` has as well. */
export const publishOptions = [
  ...placeOptions,
  'dryRun',
  'publishTimeout',
  'fail',
  'quiet',
  'debug',
  'color',
] as const satisfies readonly (keyof CheckOptions)[];

/** The options of `publish` as commander hands them over. */
export type PublishOptions = Pick<CheckOptions, (typeof publishOptions)[number]>;
