import type { CheckOptions } from './check-options.ts';
import { placeOptions } from './place-options.ts';

/** The options of `check` that `doctor` has as well. */
export const doctorOptions = [
  ...placeOptions,
  'debug',
  'color',
] as const satisfies readonly (keyof CheckOptions)[];

/** The options of `doctor` as commander hands them over. */
export type DoctorOptions = Pick<CheckOptions, (typeof doctorOptions)[number]>;
